import { storeFault } from '../store/storeFault.ts'

/** Writes a bug to the log and gives its reference. */
export type Report = (error: unknown, where: string) => string

/**
 * Does what may fail without keeping a person from his record. A full disk or a folder that cannot be written to is
 * said where he writes; anything else is a bug, and goes to the log.
 */
export function attemptFor(report: Report) {
  return (path: string, work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!storeFault(error, path)) report(error, 'attempt')
    }
  }
}
