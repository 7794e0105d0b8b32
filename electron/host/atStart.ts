import type { Fault } from '../../shared/fault.ts'
import { defaultSettings, Settings } from '../../shared/record.ts'
import type { RecordThread } from '../record/startRecordThread.ts'
import { type CommandLine, readPassphrase } from './commandLine.ts'
import type { HostLog } from './hostLog.ts'

/** The host's own name when it asks: no window has it. */
const hostClient = 'host'

/** This computer's settings; where they cannot be had the page still opens, with those of a first start. */
export async function readSettings(record: RecordThread): Promise<Settings> {
  const result = await record.request(hostClient, 'settings.read', {})
  const settings = result.ok ? Settings.safeParse(result.value) : null
  return settings?.success ? settings.data : defaultSettings
}

/** What a terminal is told of the faults that a wrong path or passphrase meets, beside their kind. */
const terminalWords: Partial<Record<Fault['kind'], string>> = {
  NotFound: 'there is no such record',
  RecordUnusable: 'the file cannot be opened as a record',
  RecordInUse: 'the record is open elsewhere',
  WrongPassphrase: 'the passphrase does not open the record',
}

/**
 * Opens what the command line names, before the first page is shown.
 *
 * @returns null where nothing was named or it opened; otherwise what was wrong, for the terminal. The first screen
 *   then shows the record as it is: locked or closed.
 */
export async function openNamedRecord(
  record: RecordThread,
  { record: path, sample, passphraseFile }: CommandLine,
  log: HostLog,
): Promise<string | null> {
  if (path === null && !sample) return null
  try {
    const passphrase = passphraseFile === null ? null : readPassphrase(passphraseFile)
    const result = await record.openAtStart({ path, sample, passphrase })
    return result.ok ? null : worded(result.fault)
  } catch (error) {
    return isUnreadable(error, passphraseFile)
      ? `the file of the passphrase cannot be read: ${passphraseFile}`
      : `Unexpected ${log.error(error, 'openAtStart')}`
  }
}

function worded({ kind }: Fault): string {
  const words = terminalWords[kind]
  return words === undefined ? kind : `${words} (${kind})`
}

/** Whether it is the file of the passphrase that is not there, or not ours to read. */
function isUnreadable(error: unknown, file: string | null): boolean {
  return error instanceof Error && 'path' in error && error.path === file
}
