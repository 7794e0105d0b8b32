import type { MinutesHash, MinutesLife } from '../meeting/minutesLife.ts'
import type { MinutesFacts } from './comparedText.ts'

type State = MinutesFacts['state']

/** The version that was agreed in these words; else the day on which they were sent round first. */
export function stateOfMinutes(life: MinutesLife, hash: MinutesHash | null): State {
  if (hash === null) return { kind: 'asTheyStand' }
  const former = life.reopenings.findLast(({ sealed }) => sealed === hash)
  if (life.sealed === hash) return { kind: 'version', version: life.version }
  if (former) return { kind: 'version', version: former.version - 1 }
  const sent = life.circulations.find((one) => one.hash === hash)
  return sent ? { kind: 'circulated', on: sent.sentOn } : { kind: 'asTheyStand' }
}

/**
 * The words of minutes that can be compared, each once: as they stand (`hash` null) unless that is what both sides agreed,
 * then what was agreed, then what was sent round, the latest first.
 */
export function minutesVersions(
  life: MinutesLife,
): readonly { readonly hash: MinutesHash | null; readonly state: State }[] {
  const agreed = life.reopenings.map(({ sealed }) => sealed).toReversed()
  const sent = life.circulations.map(({ hash }) => hash).toReversed()
  return [...new Set([life.sealed, ...agreed, ...sent])].map((hash) => ({
    hash,
    state: stateOfMinutes(life, hash),
  }))
}
