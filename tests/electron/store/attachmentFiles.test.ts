import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attachmentsFolderOf, keepFile, takeFile } from '../../../electron/store/attachmentFiles.ts'
import { inTempFolder } from './recordFixture.ts'

const key = randomBytes(32)
const lost = (why: 'missing' | 'damaged') => ({ ok: false, fault: { kind: 'AttachmentLost', why } })

/** Works on a record of this name, of which only its path matters here. */
const withRecord = (work: (path: string, folder: string) => void) =>
  inTempFolder((folder) => work(join(folder, 'Nusa Dua.sepaham'), join(folder, 'Nusa Dua.files')))

describe('a file that is kept beside a record', () => {
  it.each([0, 1, 1_048_576, 1_048_577, 3_000_000])('of %i bytes comes back as it was', (length) =>
    withRecord((path) => {
      const bytes = randomBytes(length)
      const kept = keepFile(path, key, bytes)
      expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: length })
      const taken = takeFile(path, key, kept)
      expect(taken.ok && Buffer.compare(taken.value, bytes)).toBe(0)
    }),
  )

  it('says nothing by its name or its bytes, and only its owner may read it', () =>
    withRecord((path, folder) => {
      const kept = keepFile(path, key, Buffer.from('note verbale of the embassy '.repeat(100)))
      const [name = '', ...more] = readdirSync(folder)
      expect(more).toEqual([])
      expect(name).toMatch(/^[0-9a-f]{64}$/)
      expect(name).not.toContain(kept.sha256.slice(0, 8))
      expect(readFileSync(join(folder, name)).includes('embassy')).toBe(false)
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    }))

  it('is there once, however often the same bytes come', () =>
    withRecord((path, folder) => {
      const first = keepFile(path, key, Buffer.from('the same paper'))
      const [name = ''] = readdirSync(folder)
      const written = readFileSync(join(folder, name))
      expect(keepFile(path, key, Buffer.from('the same paper'))).toEqual(first)
      expect(readdirSync(folder)).toEqual([name])
      expect(readFileSync(join(folder, name)).equals(written)).toBe(true)
    }))

  it('that was damaged is written again when the same bytes come again', () =>
    withRecord((path, folder) => {
      const kept = keepFile(path, key, Buffer.from('the same paper'))
      writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'rubbish')
      expect(takeFile(path, key, kept)).toEqual(lost('damaged'))
      keepFile(path, key, Buffer.from('the same paper'))
      expect(takeFile(path, key, kept).ok).toBe(true)
    }))

  it('is never given out with a bit changed, cut, lengthened, or with two pieces changed over', () =>
    withRecord((path, folder) => {
      const bytes = randomBytes(2_500_000)
      const kept = keepFile(path, key, bytes)
      const place = join(folder, readdirSync(folder)[0] ?? '')
      const whole = readFileSync(place)
      const spoilt = (change: (file: Buffer) => Buffer) => {
        writeFileSync(place, change(Buffer.from(whole)))
        expect(takeFile(path, key, kept)).toEqual(lost('damaged'))
      }
      for (let flip = 0; flip < 60; flip++)
        spoilt((file) => {
          const at = Math.floor((file.length - 1) * (flip / 59))
          file[at] = file[at]! ^ (1 << (flip % 8))
          return file
        })
      spoilt((file) => file.subarray(0, -1))
      spoilt((file) => Buffer.concat([file, Buffer.alloc(1)]))
      spoilt(() => Buffer.alloc(0))
      const head = 37
      const piece = 1_048_576 + 16
      spoilt((file) =>
        Buffer.concat([
          file.subarray(0, head),
          file.subarray(head + piece, head + 2 * piece),
          file.subarray(head, head + piece),
          file.subarray(head + 2 * piece),
        ]),
      )
      writeFileSync(place, whole)
      expect(takeFile(path, key, kept).ok).toBe(true)
    }))

  it('is missing where the folder did not come along, and with another key', () =>
    withRecord((path, folder) => {
      const kept = keepFile(path, key, Buffer.from('paper'))
      expect(takeFile(path, randomBytes(32), kept)).toEqual(lost('missing'))
      expect(takeFile(join(folder, 'elsewhere.sepaham'), key, kept)).toEqual(lost('missing'))
    }))

  it('is shared by the copies of the record', () =>
    withRecord((path, folder) => {
      const kept = keepFile(path, key, Buffer.from('paper'))
      const copies = path.replace('.sepaham', '.copies')
      mkdirSync(copies)
      const copy = join(copies, '2025-05-19T02-42-00Z.sepaham')
      expect(attachmentsFolderOf(copy)).toBe(folder)
      expect(takeFile(copy, key, kept).ok).toBe(true)
    }))
})
