import { Lock, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CommentVisibility } from '../../../shared/mou/comment.ts'
import type { MessageKey } from '../../i18n/words.ts'
import { Segments } from '../../ui/Segments.tsx'
import styles from './comments.module.css'

export const visibilityWords = {
  internal: 'comments.internal',
  counterpart: 'comments.toCounterpart',
} satisfies Record<CommentVisibility, MessageKey>

export const visibilityIcons = { internal: Lock, counterpart: Users } as const

/** Whether a thread stays in the house: a sign and a word, and what follows of it. */
export function VisibilitySwitch(props: {
  readonly value: CommentVisibility
  readonly onChange: (value: CommentVisibility) => void
}) {
  const { t } = useTranslation()
  const { value, onChange } = props
  return (
    <div className={styles.visibility}>
      <Segments<CommentVisibility>
        label={t('comments.whoSees')}
        value={value}
        onChange={onChange}
        choices={(['internal', 'counterpart'] as const).map((one) => ({
          value: one,
          label: t(visibilityWords[one]),
          icon: visibilityIcons[one],
        }))}
      />
      <p className={styles.hint}>
        {value === 'internal' ? t('comments.internalHint') : t('comments.toCounterpartHint')}
      </p>
    </div>
  )
}
