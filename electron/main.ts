import 'temporal-polyfill/global'
import { app } from 'electron'
import { openNamedRecord } from './host/atStart.ts'
import { parseCommandLine } from './host/commandLine.ts'
import { createHostLog } from './host/hostLog.ts'
import { programFiles } from './host/programFiles.ts'
import { startRecordThread } from './record/startRecordThread.ts'
import { registerAppScheme } from './shell/appProtocol.ts'
import { openDesktop } from './shell/desktop.ts'
import { hardenApp } from './shell/hardening.ts'

const commandLine = parseCommandLine(process.argv.slice(1), process.cwd())
const program = programFiles(import.meta.dirname)

app.setName('Sepaham')
if (commandLine.dataFolder !== null) app.setPath('userData', commandLine.dataFolder)
const dataFolder = app.getPath('userData')
const documentsFolder = app.getPath('documents')
const log = createHostLog(dataFolder)

hardenApp(log)
registerAppScheme()

if (app.requestSingleInstanceLock()) start().catch(fail)
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  await openDesktop({
    program,
    documentsFolder,
    log,
    startRecord: (desktop, onEvent) =>
      startRecordThread({
        entry: program.record,
        options: { dataFolder, documentsFolder, jobsEntry: program.jobs, pageFiles: program.assets },
        desktop,
        onEvent,
        onDeath: (reference, error) => void log.error(error, `record thread ${reference}`),
      }),
    openNamed: async (record) => {
      const fault = await openNamedRecord(record, commandLine, log)
      if (fault !== null) process.stderr.write(`Sepaham: ${fault}\n`)
    },
  })
}

/** Nothing can be shown where the host itself could not start: the terminal and the log have the reference. */
function fail(error: unknown): void {
  process.stderr.write(`Sepaham: Unexpected ${log.error(error, 'start')}\n`)
  app.exit(1)
}
