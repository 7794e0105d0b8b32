import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeCopy } from '../../../electron/store/copies.ts'
import { saveFileFor } from '../../../electron/store/durableFile.ts'
import { verifyRecord } from '../../../electron/store/verifyRecord.ts'
import { addAgency, agencies, makeRecord, openFixture, tempFolder } from './recordFixture.ts'

const folder = tempFolder()
const mounted = mountSmallDisk(folder)
if (!mounted) process.stderr.write('SKIPPED: no file system of 2 MiB can be mounted here (it needs root)\n')

afterAll(() => {
  if (mounted) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!mounted)('on a disk of 2 MiB that runs full', () => {
  it('a change is refused, the record stays as it was, and takes changes again when there is room', async () => {
    const fixture = await makeRecord(folder)
    const store = await openFixture(fixture)
    const kept: string[] = []
    let fault: unknown = null
    for (let count = 0; fault === null && count < 2_000; count++) {
      const words = `agency ${count} ${'x'.repeat(4_000)}`
      const outcome = addAgency(store, words)
      if (outcome.ok) kept.push(words)
      else fault = outcome.fault
    }
    expect(fault).toEqual({ kind: 'DiskFull', name: 'Nusa Dua.sepaham' })
    expect(kept.length).toBeGreaterThan(10)
    expect(agencies(store)).toEqual(kept)
    expect(store.db.inTransaction).toBe(false)
    expect(addAgency(store, 'x'.repeat(9_000))).toMatchObject({ ok: false, fault: { kind: 'DiskFull' } })

    execFileSync('mount', ['-o', 'remount,size=8M', folder])
    expect(addAgency(store, 'after').ok).toBe(true)
    expect(agencies(store)).toEqual([...kept, 'after'])
    store.close()
    expect(verifyRecord(fixture.path, fixture.key, []).findings).toEqual([])
    rmSync(fixture.path)
    execFileSync('mount', ['-o', 'remount,size=2M', folder])
  })

  it('a copy is not begun, and leaves nothing', async () => {
    mkdirSync(join(folder, 'copy'))
    const fixture = await makeRecord(join(folder, 'copy'))
    fill(folder, 100_000)
    expect(makeCopy({ ...fixture, now: new Date() })).toMatchObject({
      ok: false,
      fault: { kind: 'DiskFull' },
    })
    expect(makeCopy({ ...fixture, now: new Date(), freeBytes: 1e9 })).toMatchObject({
      ok: false,
      fault: { kind: 'DiskFull' },
    })
    expect(verifyRecord(fixture.path, fixture.key, []).findings).toEqual([])
    rmSync(join(folder, 'filling'))
    execFileSync('mount', ['-o', 'remount,size=8M', folder]) // a copy asks for three times the record
    expect(makeCopy({ ...fixture, now: new Date() }).ok).toBe(true)
  })

  it('a file for a person keeps what its name stood for', () => {
    const path = join(folder, 'notula.docx')
    writeFileSync(path, 'old')
    fill(folder, 50_000)
    expect(saveFileFor(path, new Uint8Array(200_000))).toEqual({
      ok: false,
      fault: { kind: 'DiskFull', name: 'notula.docx' },
    })
  })
})

/** Leaves only so many bytes free. */
function fill(disk: string, free: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filling'), new Uint8Array(Math.max(0, bavail * bsize - free)))
}

function mountSmallDisk(at: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2M', 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
