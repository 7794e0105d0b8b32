import type { CopyFailure } from '../../shared/record.ts'
import type { Instant } from '../../shared/values.ts'
import type { MessageKey } from '../i18n/words.ts'
import type { OpenRecord } from './openRecord.ts'

/** What to do about a backup that was not made. */
export const copyFailureWords = {
  diskFull: 'care.copyFailures.diskFull',
  notWritable: 'care.copyFailures.notWritable',
  damaged: 'care.copyFailures.damaged',
  unexpected: 'care.copyFailures.unexpected',
} satisfies Record<CopyFailure['why'], MessageKey>

/** Something about the record that an officer must know wherever he is in it. */
export type RecordBar =
  | {
      readonly bar: 'replaced'
      readonly words: MessageKey
      readonly lastAt: Instant | null
      readonly seenAt: Instant
      /** Nothing may be written here, so nothing can be kept in the history either. */
      readonly canConfirm: boolean
    }
  | { readonly bar: 'copyFailed'; readonly failure: CopyFailure }
  | { readonly bar: 'diskLow' }
  | { readonly bar: 'clockBehind'; readonly latest: Instant }

/** The bars over the screens of a record, gravest first; none where all is well. */
export function barsOf(
  record: Pick<OpenRecord, 'replaced' | 'copy' | 'diskLow' | 'clockBehind' | 'readOnly'>,
): readonly RecordBar[] {
  const { replaced, copy, diskLow, clockBehind, readOnly } = record
  const bars: RecordBar[] = []
  if (replaced) {
    const older = replaced.lastAt === null || replaced.lastAt < replaced.seenAt
    const words = older ? 'care.replaced' : 'care.replacedByOther'
    bars.push({ bar: 'replaced', words, ...replaced, canConfirm: !readOnly })
  }
  if (copy.failure) bars.push({ bar: 'copyFailed', failure: copy.failure })
  if (diskLow) bars.push({ bar: 'diskLow' })
  if (clockBehind !== null) bars.push({ bar: 'clockBehind', latest: clockBehind })
  return bars
}
