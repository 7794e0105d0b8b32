import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recoveryKeyPart } from '../../../shared/recoveryKey.ts'
import { defaultSettings, type RecordState } from '../../../shared/record.ts'
import {
  keysCopyOf,
  keysOf,
  officerSlots,
  readKeySlots,
  withoutSlots,
} from '../../../electron/store/keySlots.ts'
import { sampleOf, unfinishedSampleOf } from '../../../electron/store/recordPaths.ts'
import { copiesFolderOf, listCopies } from '../../../electron/store/copies.ts'
import { makeReadOnly } from '../../support/readOnly.ts'
import { filesBelow, inTempFolder, sha256Of } from '../store/recordFixture.ts'
import { startThread, type ThreadClient } from './threadClient.ts'

const passphrase = 'enam belas kata sandi'
const someone = { name: 'Nusa Dua', ownSide: 'IDN', officerName: 'Sari', passphrase }

describe('a record from its making to its end', () => {
  it('is made, confirmed, locked, unlocked and closed', () =>
    withThread(async (client, folder) => {
      const made = await create(client, folder)
      const open = await client.get('record.state', {})
      expect(open).toMatchObject({
        status: 'open',
        name: 'Nusa Dua',
        ownSide: 'IDN',
        sample: false,
        officer: { name: 'Sari' },
        recoveryConfirmed: false,
        readOnly: false,
      })
      expect(await client.refused('record.confirmRecoveryKey', { part: 'AAAA' })).toMatchObject({
        kind: 'WrongRecoveryKey',
      })
      const part = recoveryKeyPart(made).toLowerCase()
      expect(await client.get('record.confirmRecoveryKey', { part })).toMatchObject({
        recoveryConfirmed: true,
      })
      expect(await client.get('record.lock', {})).toEqual({
        status: 'locked',
        name: 'Nusa Dua',
        officers: ['Sari'],
        samplePassphrase: null,
      })
      expect(await client.refused('meeting.list', { query: '', after: null })).toEqual({
        kind: 'RecordLocked',
      })
      expect(await unlock(client)).toMatchObject({ status: 'open', recoveryConfirmed: true })
      const closed = await client.get('record.close', {})
      expect(closed).toMatchObject({ status: 'closed', recent: [{ name: 'Nusa Dua' }] })
      expect(await client.refused('meeting.list', { query: '', after: null })).toEqual({
        kind: 'RecordClosed',
      })
      const recentId = closed.status === 'closed' ? (closed.recent[0]?.id ?? '') : ''
      expect(await client.get('record.openRecent', { recentId })).toMatchObject({ status: 'locked' })
    }))

  it('is checked whole and copied once it is open, and says so', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const state = await client.until(
        (now) => now.status === 'open' && now.health === 'sound' && !now.copy.running,
      )
      expect(state).toMatchObject({ health: 'sound', copy: { verified: true, running: false } })
      expect(
        readdirSync(join(folder, 'Nusa Dua.copies')).filter((name) => name.endsWith('.sepaham')),
      ).toHaveLength(1)
    }))

  it('leaves nothing beside it but what it needs', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      await client.get('record.close', {})
      expect(readdirSync(folder).filter((name) => name.startsWith('Nusa Dua'))).toEqual([
        ...(existsSync(join(folder, 'Nusa Dua.copies')) ? ['Nusa Dua.copies'] : []),
        'Nusa Dua.sepaham',
        'Nusa Dua.sepaham.anchor.json',
        'Nusa Dua.sepaham.keys.copy.json',
        'Nusa Dua.sepaham.keys.json',
        'Nusa Dua.sepaham.lease',
      ])
    }))

  it('shows no words of its own in any file, the log included', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const agency = { id: null, side: 'IDN', name: { en: 'KANARI agency' }, level: 'ministry' } as const
      await client.get('agency.put', { agency })
      await client.get('record.copyNow', {})
      for (const path of filesBelow(folder)) expect(readFileSync(path).includes('KANARI'), path).toBe(false)
    }))

  it('keeps no copy of the key where it is locked', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const before = await client.get('officer.list', {})
      await client.get('record.lock', {})
      expect(before).toMatchObject([{ name: 'Sari' }])
      expect(await client.refused('officer.list', {})).toEqual({ kind: 'RecordLocked' })
    }))

  it('takes the sample, opens it again, and shows its passphrase', () =>
    withThread(async (client) => {
      expect(await client.get('record.takeSample', {})).toMatchObject({ status: 'open', sample: true })
      const { rows } = await client.get('meeting.list', { query: '', after: null })
      expect(rows.length).toBeGreaterThan(0)
      const locked = await client.get('record.lock', {})
      const shown = locked.status === 'locked' ? locked.samplePassphrase : null
      const officerName = locked.status === 'locked' ? (locked.officers[0] ?? '') : ''
      expect(await client.get('record.unlock', { officerName, passphrase: shown ?? '' })).toMatchObject({
        status: 'open',
      })
      await client.get('record.close', {})
      expect(await client.get('record.takeSample', {})).toMatchObject({ status: 'open', sample: true })
    }))

  it('makes the sample anew where a kill left half of it', () =>
    withThread(async (client, folder) => {
      await client.get('record.takeSample', {})
      await client.get('record.close', {})
      rmSync(sampleOf(folder))
      expect(await client.refused('record.takeSample', {})).toMatchObject({ why: 'empty' })
      writeFileSync(unfinishedSampleOf(folder), '')
      expect(await client.get('record.takeSample', {})).toMatchObject({ status: 'open', sample: true })
      const { rows } = await client.get('meeting.list', { query: '', after: null })
      expect(rows).toHaveLength(4)
      expect(existsSync(unfinishedSampleOf(folder))).toBe(false)
    }))

  it('is opened from the command line, by whichever officer the passphrase is of', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      await client.get('officer.add', { name: 'Budi', passphrase: 'kata sandi milik Budi' })
      await client.get('record.close', {})
      const path = join(folder, 'Nusa Dua.sepaham')
      const opened = await client.thread.openAtStart({
        path,
        sample: false,
        passphrase: 'kata sandi milik Budi',
      })
      expect(opened).toMatchObject({ ok: true, value: { status: 'open', officer: { name: 'Budi' } } })
      await client.get('record.close', {})
      const locked = await client.thread.openAtStart({ path, sample: false, passphrase: null })
      expect(locked).toMatchObject({ ok: true, value: { status: 'locked' } })
    }))
})

describe('a record that is refused', () => {
  it('where one is there already, or its keys are', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      await client.get('record.close', {})
      const path = join(folder, 'Nusa Dua.sepaham')
      const before = sha256Of(path)
      client.desktop.path = path
      expect(await client.refused('record.create', someone)).toEqual({
        kind: 'RecordExists',
        name: 'Nusa Dua',
      })
      expect(sha256Of(path)).toBe(before)
      rmSync(path)
      expect(await client.refused('record.create', someone)).toMatchObject({ kind: 'RecordExists' })
      expect(await client.refused('record.chooseFile', {})).toMatchObject({
        kind: 'RecordUnusable',
        why: 'empty',
      })
    }))

  it('with a weak passphrase, before anything is asked or written', () =>
    withThread(async (client, folder) => {
      client.desktop.path = join(folder, 'x.sepaham')
      const fault = await client.refused('record.create', { ...someone, passphrase: 'kata sandi' })
      expect(fault).toEqual({ kind: 'WeakPassphrase', atLeast: 12 })
      expect(readdirSync(folder).filter((name) => name.startsWith('x'))).toEqual([])
    }))

  it('by name, without a byte of it changed: foreign, empty, cut, without keys, with damaged keys, in the cloud', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      await client.get('record.close', {})
      const path = join(folder, 'Nusa Dua.sepaham')
      const copyTo = (place: string) => {
        copyFileSync(path, place)
        copyFileSync(keysOf(path), keysOf(place))
        return place
      }
      mkdirSync(join(folder, 'OneDrive - Kementerian'))
      const refusals: readonly (readonly [why: string, spoil: () => string])[] = [
        ['networkFolder', () => copyTo(join(folder, 'OneDrive - Kementerian', 'a.sepaham'))],
        ['empty', () => emptied(copyTo(join(folder, 'b.sepaham')), 0)],
        ['truncated', () => emptied(copyTo(join(folder, 'c.sepaham')), 5_000)],
        ['foreign', () => written(join(folder, 'd.sepaham'), 'SQLite format 3\0 and so on')],
        ['keysMissing', () => (copyFileSync(path, join(folder, 'e.sepaham')), join(folder, 'e.sepaham'))],
        [
          'keysDamaged',
          () => (written(keysOf(copyTo(join(folder, 'f.sepaham'))), '{'), join(folder, 'f.sepaham')),
        ],
      ]
      for (const [why, spoil] of refusals) {
        const spoiled = spoil()
        const before = sha256Of(spoiled)
        client.desktop.path = spoiled
        expect(await client.refused('record.chooseFile', {})).toMatchObject({ kind: 'RecordUnusable', why })
        expect(sha256Of(spoiled)).toBe(before)
      }
      client.desktop.path = join(folder, 'nowhere.sepaham')
      expect(await client.refused('record.chooseFile', {})).toEqual({ kind: 'NotFound', what: 'file' })
    }))

  it('and opens with the second copy of its keys, which it makes whole', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      await client.get('record.lock', {})
      const path = join(folder, 'Nusa Dua.sepaham')
      writeFileSync(keysOf(path), 'half')
      await unlock(client)
      expect(readFileSync(keysOf(path))).toEqual(readFileSync(keysCopyOf(path)))
    }))

  it('where another process has it, within three seconds, and opens when that one has been killed', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      await client.get('record.close', {})
      const path = join(folder, 'Nusa Dua.sepaham')
      const other = await openElsewhere(folder, path)
      client.desktop.path = path
      await client.get('record.chooseFile', {})
      const before = sha256Of(path)
      const startedAt = performance.now()
      const fault = await client.refused('record.unlock', { officerName: 'Sari', passphrase })
      expect(performance.now() - startedAt).toBeLessThan(3_000)
      expect(fault).toMatchObject({ kind: 'RecordInUse', officer: 'Sari' })
      expect(sha256Of(path)).toBe(before)
      other.kill('SIGKILL')
      await new Promise((resolve) => other.once('exit', resolve))
      const opened = await unlock(client)
      expect(opened).toMatchObject({ status: 'open', readOnly: false })
      await client.until((state) => state.status === 'open' && state.health === 'sound')
    }))
})

describe('a record that may not be written to', () => {
  for (const what of ['folder', 'file'] as const)
    it(`since its ${what} is read-only, is refused by name, stays as it is and opens once it may be`, (context) =>
      withThread(async (client, folder) => {
        const place = join(folder, 'place')
        mkdirSync(place)
        await create(client, place)
        await client.get('record.close', {})
        const path = join(place, 'Nusa Dua.sepaham')
        const before = sha256Of(path)
        const release = makeReadOnly(what === 'folder' ? place : path)
        if (release === null) return context.skip('nothing can be made read-only here')
        try {
          client.desktop.path = path
          expect(await client.get('record.chooseFile', {})).toMatchObject({ status: 'locked' })
          expect(await client.refused('record.unlock', { officerName: 'Sari', passphrase })).toEqual({
            kind: 'RecordUnusable',
            why: 'readOnly',
            name: expect.stringMatching(/^Nusa Dua/),
          })
          expect(await client.get('record.state', {})).toMatchObject({ status: 'locked' })
        } finally {
          release()
        }
        expect(sha256Of(path)).toBe(before)
        expect(await unlock(client)).toMatchObject({ status: 'open', health: 'checking' })
      }))
})

describe('a copy that an officer puts in the place of the record', () => {
  it('opens as one that was replaced, with both times, and is sound once he says that he did it', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const path = join(folder, 'Nusa Dua.sepaham')
      const settled = await client.until((now) => now.status === 'open' && now.copy.madeAt !== null)
      const madeAt = settled.status === 'open' ? settled.copy.madeAt : null
      await client.get('relationship.add', { otherSide: 'KHM' })
      await client.get('record.copyNow', {})
      await client.get('record.close', {})
      putBack(path, 0)

      client.desktop.path = path
      await client.get('record.chooseFile', {})
      const found = await unlock(client)
      if (found.status !== 'open' || !found.replaced) throw new Error('not found replaced')
      expect(found.replaced.lastAt && found.replaced.lastAt <= (madeAt ?? '')).toBe(true)
      expect(found.replaced.seenAt > (madeAt ?? '')).toBe(true)
      expect(await client.get('relationship.list', {})).toEqual([])
      const checked = await client.until((now) => now.status === 'open' && now.health !== 'checking')
      expect(checked).toMatchObject({ health: 'sound', replaced: found.replaced })

      expect(await client.get('record.confirmReplaced', {})).toMatchObject({
        replaced: null,
        health: 'sound',
      })
      const { rows } = await client.get('history.list', { after: null })
      expect(rows.map(({ operation }) => operation).slice(0, 3)).toEqual([
        'record.confirmReplaced',
        'record.replaced',
        'record.unlock',
      ])
      await client.get('record.lock', {})
      expect(await unlock(client)).toMatchObject({ replaced: null })
      const sound = await client.until((now) => now.status === 'open' && now.health !== 'checking')
      expect(sound).toMatchObject({ health: 'sound', replaced: null })
    }))

  it('is said of nothing else: there is nothing to confirm in a record as it was left', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const { rows: before } = await client.get('history.list', { after: null })
      expect(await client.get('record.confirmReplaced', {})).toMatchObject({ replaced: null })
      expect((await client.get('history.list', { after: null })).rows).toEqual(before)
      await client.get('record.lock', {})
      expect(await client.refused('record.confirmReplaced', {})).toEqual({ kind: 'RecordLocked' })
    }))
})

describe('passphrases', () => {
  it('that are wrong make the next wait, longer and longer, from the fifth on', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      await client.get('record.lock', {})
      const waits: number[] = []
      for (let count = 0; count < 6; count++) {
        const fault = await client.refused('record.unlock', { officerName: 'Sari', passphrase: 'wrong' })
        waits.push(fault.kind === 'WrongPassphrase' ? fault.waitSeconds : -1)
      }
      expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 5])
      expect(waits[5]).toBeGreaterThan(0) // what is left of the five seconds; the try itself was not made
      expect(await client.refused('record.unlock', { officerName: 'Sari', passphrase })).toMatchObject({
        kind: 'WrongPassphrase',
      })
    }))

  it('are changed by their own officer, who must know the old one', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const newPassphrase = 'kata sandi yang baru'
      expect(
        await client.refused('officer.changePassphrase', { passphrase: 'x', newPassphrase }),
      ).toMatchObject({
        kind: 'WrongPassphrase',
      })
      await client.get('officer.changePassphrase', { passphrase, newPassphrase })
      await client.get('record.lock', {})
      expect(await client.refused('record.unlock', { officerName: 'Sari', passphrase })).toMatchObject({
        kind: 'WrongPassphrase',
      })
      await client.get('record.unlock', { officerName: 'Sari', passphrase: newPassphrase })
    }))

  it('are given to officers who come and go; the last one stays', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const [sari] = await client.get('officer.list', {})
      if (!sari) throw new Error('nobody')
      expect(await client.refused('officer.remove', { officerId: sari.id })).toEqual({ kind: 'LastOfficer' })
      const budi = await client.get('officer.add', { name: 'Budi', passphrase: 'kata sandi milik Budi' })
      expect(await client.refused('officer.add', { name: 'Budi', passphrase })).toEqual({
        kind: 'AlreadyThere',
        what: 'officer',
      })
      await client.get('officer.remove', { officerId: sari.id })
      await client.get('record.lock', {})
      expect(await client.refused('record.unlock', { officerName: 'Sari', passphrase })).toMatchObject({
        kind: 'WrongPassphrase',
      })
      await client.get('record.unlock', { officerName: 'Budi', passphrase: 'kata sandi milik Budi' })
      expect(await client.get('officer.list', {})).toEqual([budi])
      const acts = await client.get('history.list', { after: null })
      expect(acts.rows.map(({ officer, operation }) => `${officer} ${operation}`)).toEqual([
        'Budi record.unlock',
        'Sari officer.remove',
        'Sari officer.add',
        'Sari record.create',
      ])
    }))
})

describe('an officer who was removed', () => {
  it('does not come in by a slot that a kill left or somebody put back, and the slot goes', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const path = join(folder, 'Nusa Dua.sepaham')
      await client.get('officer.add', { name: 'Budi', passphrase: 'kata sandi milik Budi' })
      const before = readFileSync(keysOf(path))
      const [sari] = await client.get('officer.list', {})
      if (!sari) throw new Error('nobody')
      await client.get('officer.remove', { officerId: sari.id })
      await client.get('record.lock', {})
      for (const copy of [keysOf(path), keysCopyOf(path)]) writeFileSync(copy, before)
      expect(await client.refused('record.unlock', { officerName: 'Sari', passphrase })).toMatchObject({
        kind: 'WrongPassphrase',
      })
      await client.get('record.unlock', { officerName: 'Budi', passphrase: 'kata sandi milik Budi' })
      const slots = readKeySlots(path)
      expect(slots.ok && officerSlots(slots.value).map(({ name }) => name)).toEqual(['Budi'])
      expect(await client.get('record.lock', {})).toMatchObject({ officers: ['Budi'] })
    }))

  it('is never the last who has a key to the record', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const path = join(folder, 'Nusa Dua.sepaham')
      const budi = await client.get('officer.add', { name: 'Budi', passphrase: 'kata sandi milik Budi' })
      const [sari] = await client.get('officer.list', {})
      await client.get('record.lock', {})
      const slots = readKeySlots(path)
      if (!slots.ok || !sari) throw new Error('no slots')
      withoutSlots(path, slots.value, (slot) => slot.kind === 'officer' && slot.officerId === budi.id)
      await unlock(client)
      expect(await client.refused('officer.remove', { officerId: sari.id })).toEqual({ kind: 'LastOfficer' })
      await client.get('officer.remove', { officerId: budi.id })
    }))
})

describe('the recovery key', () => {
  it('opens the record, gives the officer a new passphrase, and lets a new officer in', () =>
    withThread(async (client, folder) => {
      const recoveryKey = await create(client, folder)
      await client.get('record.lock', {})
      const newPassphrase = 'kata sandi setelah lupa'
      const wrong = recoveryKey.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
      expect(
        await client.refused('record.unlockWithRecoveryKey', {
          recoveryKey: wrong,
          officerName: 'Sari',
          newPassphrase,
        }),
      ).toMatchObject({ kind: 'WrongRecoveryKey' })
      await client.get('record.unlockWithRecoveryKey', { recoveryKey, officerName: 'Sari', newPassphrase })
      await client.get('record.lock', {})
      await client.get('record.unlock', { officerName: 'Sari', passphrase: newPassphrase })
      await client.get('record.lock', {})
      const wayan = { recoveryKey, officerName: 'Wayan', newPassphrase: 'kata sandi milik Wayan' }
      expect(await client.get('record.unlockWithRecoveryKey', wayan)).toMatchObject({
        officer: { name: 'Wayan' },
      })
      expect(await client.get('officer.list', {})).toHaveLength(2)
    }))

  it('is renewed: the new one opens, the old one no more, and must be confirmed again', () =>
    withThread(async (client, folder) => {
      const old = await create(client, folder)
      await client.get('record.confirmRecoveryKey', { part: recoveryKeyPart(old) })
      const { recoveryKey } = await client.get('record.renewRecoveryKey', {})
      expect(await client.get('record.state', {})).toMatchObject({ recoveryConfirmed: false })
      await client.get('record.lock', {})
      const officer = { officerName: 'Sari', newPassphrase: 'kata sandi setelah lupa' }
      expect(
        await client.refused('record.unlockWithRecoveryKey', { ...officer, recoveryKey: old }),
      ).toMatchObject({ kind: 'WrongRecoveryKey' })
      await client.get('record.unlockWithRecoveryKey', { ...officer, recoveryKey })
    }))

  it('is printed as DOCX and PDF, only the right one, and only where the person says', () =>
    withThread(async (client, folder) => {
      const recoveryKey = await create(client, folder)
      const sheet = { recoveryKey, format: 'docx', language: 'id' } as const
      client.desktop.path = null
      expect(await client.get('record.saveRecoverySheet', sheet)).toBeNull()
      client.desktop.path = join(folder, 'kunci.docx')
      expect(await client.get('record.saveRecoverySheet', sheet)).toMatchObject({ name: 'kunci.docx' })
      expect(readFileSync(client.desktop.path).subarray(0, 2).toString()).toBe('PK')
      client.desktop.path = join(folder, 'kunci.pdf')
      const pdf = { ...sheet, format: 'pdf' } as const
      expect(await client.refused('record.saveRecoverySheet', pdf)).toEqual({ kind: 'PrinterMissing' })
      client.desktop.pdf = new TextEncoder().encode('%PDF-1.7')
      expect(await client.get('record.saveRecoverySheet', pdf)).toMatchObject({ name: 'kunci.pdf', bytes: 8 })
      for (const group of recoveryKey.split('-')) expect(client.printed.at(-1)).toContain(`<li>${group}</li>`)
      const wrong = { ...pdf, recoveryKey: recoveryKey.replaceAll('A', 'B').replace(/^./, 'C') }
      expect(await client.refused('record.saveRecoverySheet', wrong)).toMatchObject({
        kind: 'WrongRecoveryKey',
      })
    }))
})

describe('settings', () => {
  it('belong to the computer: without a record, after a restart, and in every window', () =>
    inTempFolder(async (folder) => {
      const first = startThread(folder)
      expect(await first.get('settings.read', {})).toEqual(defaultSettings)
      const settings = { ...defaultSettings, theme: 'dark' as const, lockAfterMinutes: 3 }
      await first.get('settings.change', { settings })
      expect(first.events).toContainEqual({ kind: 'settingsChanged', settings })
      await first.quit()
      const second = startThread(folder)
      expect(await second.get('settings.read', {})).toEqual(settings)
      await second.quit()
    }))

  it('that cannot be read are set aside, not overwritten', () =>
    inTempFolder(async (folder) => {
      writeFileSync(join(folder, 'settings.json'), '{"half')
      const client = startThread(folder)
      expect(await client.get('settings.read', {})).toEqual(defaultSettings)
      expect(readFileSync(join(folder, 'settings.json.damaged'), 'utf8')).toBe('{"half')
      await client.quit()
    }))
})

describe('the thread', () => {
  it('tells of every write, and takes it back on request', () =>
    withThread(async (client, folder) => {
      await create(client, folder)
      const changed = client.next('recordChanged')
      const { undo } = await client.get('relationship.add', { otherSide: 'KHM' })
      await changed
      if (!undo) throw new Error('nothing to take back')
      expect((await client.get('history.undo', { token: undo })).value).toEqual({
        operation: 'relationship.add',
      })
      expect(await client.get('relationship.list', {})).toEqual([])
    }))

  it('lets nobody ask for a dialog that belongs to the host', () =>
    withThread(async (client) => {
      expect(
        await client.refused('file.browse', { questionId: 'x', folder: null, everyKind: false }),
      ).toEqual({
        kind: 'NotAllowed',
      })
    }))

  it('answers what it cannot understand', () =>
    withThread(async (client) => {
      const { thread } = client
      expect(await thread.request('w', 'no.such', {})).toMatchObject({ fault: { kind: 'InvalidInput' } })
      expect(await thread.request('w', 'record.state', { more: 1 })).toMatchObject({
        fault: { kind: 'InvalidInput' },
      })
      expect(await thread.request('w', 'record.state', () => 1)).toMatchObject({
        fault: { kind: 'InvalidInput' },
      })
    }))

  it('answers a bug with a reference that stands in the log without what the message said', () =>
    withBrokenThread(async (client, folder) => {
      const fault = await client.refused('agency.list', { side: null })
      expect(fault).toMatchObject({ kind: 'Unexpected' })
      const log = readFileSync(join(folder, 'logs', 'record.log'), 'utf8')
      expect(log).toContain(fault.kind === 'Unexpected' ? fault.reference : 'none')
      expect(log).not.toContain('KANARI')
    }))

  it('goes on after a bug outside of any request', () =>
    withBrokenThread(async (client) => {
      await client.get('relationship.list', {})
      await client.get('officer.list', {})
      expect(await client.get('record.state', {})).toMatchObject({ status: 'open' })
      expect(client.deaths).toEqual([])
    }))

  it('is followed by another when it dies: what it owed is answered, the record is locked again', () =>
    withBrokenThread(async (client) => {
      expect(await client.refused('series.list', { relationshipId: null })).toMatchObject({
        kind: 'Unexpected',
      })
      expect(client.deaths).toHaveLength(1)
      const state = await client.until(({ status }) => status === 'locked')
      expect(state).toMatchObject({ status: 'locked', name: 'Nusa Dua' })
      expect(await unlock(client)).toMatchObject({ status: 'open' })
    }))
})

async function withThread(use: (client: ThreadClient, folder: string) => Promise<void>): Promise<void> {
  await inTempFolder(async (folder) => {
    const client = startThread(folder)
    try {
      await use(client, folder)
    } finally {
      await client.quit()
    }
  })
}

async function withBrokenThread(use: (client: ThreadClient, folder: string) => Promise<void>): Promise<void> {
  await inTempFolder(async (folder) => {
    const client = startThread(folder, new URL('./brokenEntry.ts', import.meta.url))
    try {
      await create(client, folder)
      await use(client, folder)
    } finally {
      await client.quit()
    }
  })
}

/** Makes a record and gives its recovery key. */
async function create(client: ThreadClient, folder: string): Promise<string> {
  client.desktop.path = join(folder, 'Nusa Dua.sepaham')
  const made = await client.get('record.create', someone)
  if (!made) throw new Error('nothing made')
  return made.recoveryKey
}

function unlock(client: ThreadClient): Promise<RecordState> {
  return client.get('record.unlock', { officerName: 'Sari', passphrase })
}

/** What an officer does in the file manager: the n-th copy over the record. */
function putBack(path: string, index: number): void {
  copyFileSync(join(copiesFolderOf(path), listCopies(path)[index] ?? ''), path)
}

function emptied(path: string, bytes: number): string {
  truncateSync(path, bytes)
  return path
}

function written(path: string, words: string): string {
  writeFileSync(path, words)
  return path
}

/** Another process that has the record open, until it is killed. */
async function openElsewhere(folder: string, path: string) {
  const other = spawn(
    process.execPath,
    [fileURLToPath(new URL('./holdRecord.ts', import.meta.url)), join(folder, 'other'), path, passphrase],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise<void>((resolve) => other.stdout.once('data', () => resolve()))
  return other
}
