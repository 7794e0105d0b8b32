import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ItemSection.module.css'
import { useMeeting } from './MeetingContext.ts'
import type { Unsaid } from './placement.ts'
import { usePlace, usePlacement } from './usePlacement.ts'

/**
 * Below a text: the decisions and actions of its item that the text in this language does not refer to, since they
 * were placed while the other language was in sight. They are put in at its end, in their order.
 */
export function NotSaid({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation()
  const { language } = useMeeting()
  const place = usePlace()
  const unsaid = usePlacement()
    .unsaid(language)
    .filter(({ itemId }) => itemId === item.id)
  const words = useUnsaidWords()
  if (unsaid.length === 0) return null
  return (
    <p className={styles.notSaid}>
      {t('meeting.notSaid', { what: words(unsaid) })}
      <Button
        variant="link"
        compact
        onPress={() => void unsaid.every(({ kind, id }) => place(kind, id, item.id, language, 'end'))}
      >
        {t('meeting.insertNotSaid')}
      </Button>
    </p>
  )
}

/** "1 decision, 2 actions". */
export function useUnsaidWords(): (unsaid: readonly Unsaid[]) => string {
  const { t } = useTranslation()
  return (unsaid) => {
    const decisions = unsaid.filter(({ kind }) => kind === 'decision').length
    const actions = unsaid.length - decisions
    return [
      decisions > 0 && t('meeting.decisionCount', { count: decisions }),
      actions > 0 && t('meeting.actionCount', { count: actions }),
    ]
      .filter(Boolean)
      .join(', ')
  }
}
