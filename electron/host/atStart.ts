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

/**
 * Opens what the command line names, before the first page is shown.
 *
 * @returns null where nothing was named or it opened; otherwise the kind of the fault, for the terminal. The first
 *   screen then shows the record as it is: locked or closed.
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
    return result.ok ? null : result.fault.kind
  } catch (error) {
    return `Unexpected ${log.error(error, 'openAtStart')}`
  }
}
