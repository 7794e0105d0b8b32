import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { errorTrace } from '../../shared/errorTrace.ts'

const mostBytes = 1_048_576

/**
 * The log of the record thread, in logs/record.log of the data folder; at 1 MiB the file is put aside once. Of an
 * error it keeps the kind, the code and the places in the program: a message may quote what somebody wrote.
 */
export function createThreadLog(dataFolder: string) {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'record.log')

  return {
    /** Writes the error down and gives the reference under which it can be found. */
    report(error: unknown, where: string): string {
      const reference = randomBytes(4).toString('hex')
      const line = `${new Date().toISOString()} ${reference} ${where} ${errorTrace(error)}\n`
      try {
        mkdirSync(folder, { recursive: true })
        if (existsSync(file) && statSync(file).size > mostBytes) {
          renameSync(file, join(folder, 'record.old.log'))
        }
        appendFileSync(file, line)
      } catch {
        process.stderr.write(line) // the log itself cannot be written: a full disk, most likely
      }
      return reference
    },
  }
}
