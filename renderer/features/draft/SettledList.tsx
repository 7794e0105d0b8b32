import { useTranslation } from 'react-i18next'
import type { SettledBracket, SettledOutcome } from '../../../shared/mou/settledBracket.ts'
import { useFormat } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/words.ts'
import { useDraft } from './DraftContext.ts'
import styles from './panel.module.css'
import { useSettledBrackets, useTalkWords } from './talkedAt.ts'

export const outcomeWords = {
  kept: 'draft.settled.kept',
  dropped: 'draft.settled.dropped',
  taken: 'draft.settled.taken',
  newWording: 'draft.settled.newWording',
  agreedAdReferendum: 'draft.settled.agreedAdReferendum',
  withdrawn: 'draft.settled.withdrawn',
} satisfies Record<SettledOutcome, MessageKey>

/** The brackets that were settled in this text: what came of each, and at which item of which meeting. */
export function SettledList() {
  const { t } = useTranslation()
  const settled = useSettledBrackets()
  return (
    <section aria-label={t('draft.settled.title')}>
      <h3 className={styles.group}>{t('draft.settled.title')}</h3>
      {settled.length === 0 ? (
        <p className={styles.empty}>{t('draft.settled.none')}</p>
      ) : (
        <ul>
          {settled.map((one) => (
            <Settled key={one.bracketId} settled={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Settled({ settled }: { readonly settled: SettledBracket }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = useDraft()
  const talkWords = useTalkWords()
  const { outcome, sides, clause, wording, became, settledAt, settledBy, meetingId } = settled
  const at = meetingId === null ? t('draft.talk.outside') : talkWords(settled) || t('draft.talk.unknown')
  return (
    <li className={styles.settled}>
      <p className={styles.wording} lang={language} dir="auto">
        {sides.length > 0 && `[${sides.join(', ')}] `}
        {wording === '' ? '…' : wording}
      </p>
      <p className={styles.outcome}>
        {t(outcomeWords[outcome])}
        {became !== '' && (
          <>
            {': '}
            <span lang={language} dir="auto">
              {became}
            </span>
          </>
        )}
      </p>
      <p className={styles.place}>
        {[clause, at, format.instant(settledAt), settledBy].filter(Boolean).join(' · ')}
      </p>
    </li>
  )
}
