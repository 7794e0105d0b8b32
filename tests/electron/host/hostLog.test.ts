import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHostLog } from '../../../electron/host/hostLog.ts'
import { inTempFolder } from '../store/recordFixture.ts'

describe('the log of a host', () => {
  it('has the kind, the code and the places of an error under its reference, and no word of what it said', () =>
    inTempFolder((folder) => {
      const log = createHostLog(folder)
      const missing = Object.assign(new Error("ENOENT: no such file, open '/home/KANARI/sandi.txt'"), {
        code: 'ENOENT',
      })
      const reference = log.error(missing, 'openAtStart')
      const written = readFileSync(join(folder, 'logs', 'host.log'), 'utf8')
      expect(written).toContain(`${reference} openAtStart Error ENOENT`)
      expect(written).toMatch(/^\s+at .*hostLog\.test\.ts/m)
      expect(written).not.toContain('KANARI')
    }))
})
