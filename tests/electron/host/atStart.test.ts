import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openNamedRecord } from '../../../electron/host/atStart.ts'
import type { CommandLine } from '../../../electron/host/commandLine.ts'
import type { HostLog } from '../../../electron/host/hostLog.ts'
import type { RecordThread } from '../../../electron/record/startRecordThread.ts'
import type { Fault } from '../../../shared/fault.ts'
import { fail, ok } from '../../../shared/result.ts'

const folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
const written = join(folder, 'passphrase')
writeFileSync(written, 'tujuh belas perahu\n')
afterAll(() => rmSync(folder, { recursive: true }))

describe('a record that the command line names', () => {
  it('opens without a word, with the passphrase of the file', async () => {
    const { said, passphrases } = await opened({ passphraseFile: written })
    expect(said).toBeNull()
    expect(passphrases).toEqual(['tujuh belas perahu'])
  })
  it('says on the terminal what was wrong, and its kind', async () => {
    const { said } = await opened({ fault: { kind: 'WrongPassphrase', waitSeconds: 0 } })
    expect(said).toBe('the passphrase does not open the record (WrongPassphrase)')
  })
  it('says which file of a passphrase cannot be read, and is not tried without it', async () => {
    const missing = join(folder, 'missing')
    const { said, passphrases } = await opened({ passphraseFile: missing })
    expect(said).toBe(`the file of the passphrase cannot be read: ${missing}`)
    expect(passphrases).toEqual([])
  })
  it('says under which reference the log has anything else', async () => {
    const { said } = await opened({ bug: new Error('a bug') })
    expect(said).toBe('Unexpected a1b2c3')
  })
})

async function opened(given: { passphraseFile?: string; fault?: Fault; bug?: Error }) {
  const passphrases: (string | null)[] = []
  const record = {
    openAtStart({ passphrase }: { passphrase: string | null }) {
      if (given.bug) throw given.bug
      passphrases.push(passphrase)
      return Promise.resolve(given.fault ? fail(given.fault) : ok(null))
    },
  } as unknown as RecordThread
  const commandLine = {
    record: join(folder, 'unit.sepaham'),
    sample: false,
    passphraseFile: given.passphraseFile ?? null,
  } as CommandLine
  const said = await openNamedRecord(record, commandLine, { error: () => 'a1b2c3' } as unknown as HostLog)
  return { said, passphrases }
}
