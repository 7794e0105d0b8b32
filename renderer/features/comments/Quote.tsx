import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/values.ts'
import styles from './comments.module.css'

/** What a comment is on: the clause, and the words. */
export function Quote(props: {
  readonly words: string
  readonly clause: string
  readonly isWhole: boolean
  readonly language: Language
}) {
  const { t } = useTranslation()
  const { words, clause, isWhole, language } = props
  const facts = [clause, isWhole && t('comments.wholeClause')].filter(Boolean).join(' · ')
  return (
    <>
      {facts !== '' && <p className={styles.place}>{facts}</p>}
      {words !== '' && (
        <blockquote className={styles.quote} lang={language} dir="auto">
          {words}
        </blockquote>
      )}
    </>
  )
}
