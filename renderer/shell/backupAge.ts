import type { Instant } from '../../shared/values.ts'

/** Whether the last backup is more than three days old at `now`, or there is none: the bar turns amber. */
export function isBackupOld(madeAt: Instant | null, now: string): boolean {
  if (madeAt === null) return true
  return Temporal.Instant.from(madeAt).until(now).total('hours') > 72
}
