import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import log from 'electron-log/node'
import { errorTrace } from '../../shared/errorTrace.ts'

/** The log of a host: what happened, with references and counts; never a word of a document, a path or a key. */
export type HostLog = {
  readonly info: (what: string) => void
  readonly warn: (what: string) => void
  /** Writes the error down and returns the reference under which a person can have it found. */
  readonly error: (error: unknown, where: string) => string
}

/** Writes to logs/host.log in the data folder; at 1 MiB the file is put aside once as host.old.log. */
export function createHostLog(dataFolder: string): HostLog {
  const logger = log.create({ logId: 'host' })
  logger.transports.console.level = false
  logger.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'host.log')
  logger.transports.file.format = '{iso} {level} {text}'
  logger.transports.file.maxSize = 1_048_576
  return {
    info: (what) => logger.info(what),
    warn: (what) => logger.warn(what),
    error(error, where) {
      const reference = randomBytes(4).toString('hex')
      logger.error(reference, where, errorTrace(error))
      return reference
    },
  }
}
