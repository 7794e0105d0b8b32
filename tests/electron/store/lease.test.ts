import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leaseTwinOf, takeLease, type Lease } from '../../../electron/store/lease.ts'
import { inTempFolder } from './recordFixture.ts'

const self = { host: 'kantor-1', pid: process.pid, now: () => new Date('2025-05-19T02:42:00.000Z') }

describe('the lease of a record', () => {
  it('is given to one at a time', () =>
    inPlace(async (path) => {
      const first = take(path)
      expect(takeLease(path, self)).toMatchObject({ ok: false, fault: { kind: 'RecordInUse' } })
      first.release()
      take(path).release()
    }))

  it('names host, officer and time to whoever comes second', () =>
    inPlace(async (path) => {
      const first = take(path)
      first.renew('Sari')
      expect(takeLease(path, { ...self, host: 'kantor-2' })).toEqual({
        ok: false,
        fault: { kind: 'RecordInUse', host: 'kantor-1', officer: 'Sari', since: '2025-05-19T02:42:00.000Z' },
      })
      first.release()
      expect(existsSync(leaseTwinOf(path))).toBe(false)
    }))

  it('is found to hold by a second process', () =>
    inPlace(async (path) => {
      const lease = take(path)
      expect(await lease.locksHold).toBe(true)
      lease.release()
    }))

  it('is found to lie where a second process is let in', () =>
    inPlace(async (path) => {
      const lease = takeLease(path, self, async () => false)
      expect(lease.ok && (await lease.value.locksHold)).toBe(false)
      if (lease.ok) lease.value.release()
    }))

  it('is refused on a fresh word from another machine, though the lock was given', () =>
    inPlace(async (path) => {
      twin(path, { host: 'kantor-2', renewedAt: '2025-05-19T02:41:30.000Z' })
      expect(takeLease(path, self)).toMatchObject({
        ok: false,
        fault: { kind: 'RecordInUse', host: 'kantor-2' },
      })
    }))

  it('is taken over from a machine that has long said nothing, or from itself after a kill', () =>
    inPlace(async (path) => {
      twin(path, { host: 'kantor-2', renewedAt: '2025-05-19T02:30:00.000Z' })
      take(path).release()
      twin(path, { host: 'kantor-1', renewedAt: '2025-05-19T02:41:59.000Z' })
      take(path).release()
      writeFileSync(leaseTwinOf(path), '{"half')
      take(path).release()
      expect(existsSync(leaseTwinOf(path))).toBe(false)
    }))

  it('tells the time of its renewal', () =>
    inPlace(async (path) => {
      let minute = 42
      const lease = takeLease(path, { ...self, now: () => new Date(`2025-05-19T02:${minute}:00.000Z`) })
      if (!lease.ok) throw new Error('not taken')
      minute = 43
      lease.value.renew('Sari')
      expect(JSON.parse(readFileSync(leaseTwinOf(path), 'utf8'))).toMatchObject({
        since: '2025-05-19T02:42:00.000Z',
        renewedAt: '2025-05-19T02:43:00.000Z',
        officer: 'Sari',
      })
      lease.value.release()
    }))

  it('cannot be had in a folder that is not there', () =>
    inPlace(async (path) =>
      expect(takeLease(join(path, 'deeper', 'x.sepaham'), self)).toMatchObject({
        ok: false,
        fault: { kind: 'RecordUnusable', why: 'readOnly' },
      }),
    ))
})

function inPlace(use: (path: string) => Promise<void>): Promise<void> {
  return inTempFolder((folder) => use(join(folder, 'Nusa Dua.sepaham')))
}

function take(path: string): Lease {
  const lease = takeLease(path, self)
  if (!lease.ok) throw new Error(JSON.stringify(lease.fault))
  return lease.value
}

function twin(
  path: string,
  { host, renewedAt }: { readonly host: string; readonly renewedAt: string },
): void {
  const said = { host, officer: 'Budi', pid: 1, since: '2025-05-19T02:00:00.000Z', renewedAt }
  writeFileSync(leaseTwinOf(path), JSON.stringify(said))
}
