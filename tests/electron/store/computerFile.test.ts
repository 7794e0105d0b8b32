import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openComputerFile } from '../../../electron/store/computerFile.ts'
import { usualPhrases } from '../../../shared/meeting/phrases.ts'
import { defaultSettings } from '../../../shared/record.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('settings from before spelling was checked hold, and it is checked', () => {
  const { spelling: _, phrases: __, ...before } = { ...defaultSettings, theme: 'dark' }
  writeFileSync(path, JSON.stringify({ version: 1, settings: before, recent: [] }))
  const file = openComputerFile(path)
  expect(file.settings()).toEqual({ ...before, spelling: true, phrases: usualPhrases })
  expect(existsSync(`${path}.damaged`)).toBe(false)
  file.change({ ...file.settings(), spelling: false })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ settings: { spelling: false } })
  expect(openComputerFile(path).settings().spelling).toBe(false)
})

it('settings from before there were reminders hold, and it reminds; what is put away is remembered', () => {
  const { reminders, putAway, ...before } = { ...defaultSettings, density: 'compact' }
  writeFileSync(path, JSON.stringify({ version: 1, settings: before, recent: [] }))
  const file = openComputerFile(path)
  expect(file.settings()).toEqual({ ...before, reminders, putAway })
  const away = [{ key: 'overdue 2025-05-18', until: null }]
  file.change({ ...file.settings(), putAway: away })
  expect(openComputerFile(path).settings().putAway).toEqual(away)
})
