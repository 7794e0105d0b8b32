import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveFileFor, sweepTemporaries, writeDurably } from '../../../electron/store/durableFile.ts'
import { inTempFolder } from './recordFixture.ts'

const bytes = new TextEncoder().encode('notula')

describe('a file for a person', () => {
  it('replaces what had the name, and leaves nothing beside it', () =>
    inTempFolder((folder) => {
      const path = join(folder, 'notula.docx')
      writeFileSync(path, 'old')
      expect(saveFileFor(path, bytes)).toEqual({
        ok: true,
        value: { name: 'notula.docx', folder, bytes: 6, removedCharacters: 0 },
      })
      expect(readFileSync(path, 'utf8')).toBe('notula')
      expect(readdirSync(folder)).toEqual(['notula.docx'])
    }))

  it('that is open in another program is saved under a second name, which is said', () =>
    inTempFolder((folder) => {
      const path = join(folder, 'notula.docx')
      writeFileSync(path, 'old')
      writeFileSync(join(folder, 'notula (2).docx'), 'older')
      expect(saveFileFor(path, bytes, held(path))).toEqual({
        ok: false,
        fault: { kind: 'FileInUse', name: 'notula.docx', savedAs: 'notula (3).docx' },
      })
      expect(readFileSync(join(folder, 'notula (3).docx'), 'utf8')).toBe('notula')
      expect(readFileSync(path, 'utf8')).toBe('old')
    }))

  it.each([
    ['ENOSPC', 'DiskFull'],
    ['EDQUOT', 'DiskFull'],
    ['EACCES', 'NotWritable'],
    ['EROFS', 'NotWritable'],
    ['EIO', 'NotWritable'],
  ])('that meets %s is %s, and what had the name stays', (code, kind) =>
    inTempFolder((folder) => {
      const path = join(folder, 'notula.docx')
      const failing = () => {
        throw Object.assign(new Error(code), { code })
      }
      expect(saveFileFor(path, bytes, failing)).toMatchObject({ ok: false, fault: { kind } })
      expect(readdirSync(folder)).toEqual([])
    }),
  )

  it('cannot go into a folder that is not there', () =>
    inTempFolder((folder) =>
      expect(saveFileFor(join(folder, 'nowhere', 'notula.docx'), bytes)).toEqual({
        ok: false,
        fault: { kind: 'NotWritable', name: 'notula.docx' },
      }),
    ))

  it('cannot take the place of a folder', () =>
    inTempFolder((folder) => {
      const path = join(folder, 'notula.docx')
      mkdirSync(path)
      expect(saveFileFor(path, bytes)).toMatchObject({ ok: false, fault: { kind: 'NotWritable' } })
      expect(readdirSync(folder)).toEqual(['notula.docx'])
    }))
})

describe('temporaries', () => {
  it('that a kill left are swept away, and nothing else', () =>
    inTempFolder((folder) => {
      writeDurably(join(folder, 'a.json'), bytes)
      writeFileSync(join(folder, '.sepaham-0123456789ab.tmp'), 'half')
      writeFileSync(join(folder, 'mine.tmp'), 'mine')
      sweepTemporaries(folder, new Date(0))
      expect(readdirSync(folder), 'what may still be written stays').toHaveLength(3)
      sweepTemporaries(folder, new Date(Date.now() + 60_000))
      expect(readdirSync(folder)).toEqual(['a.json', 'mine.tmp'])
      expect(existsSync(join(folder, 'a.json'))).toBe(true)
    }))
})

/** A file system on which a program holds `path` open, as Word does on Windows. */
function held(path: string) {
  return (from: string, to: string): void => {
    if (to === path) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
    renameSync(from, to)
  }
}
