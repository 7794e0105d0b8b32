import { useTranslation } from 'react-i18next'
import type { OpenBracket } from '../../shared/mou/mou.ts'
import styles from './References.module.css'

/** The brackets that stand in the way of an agreed text, each with its clause. */
export function OpenBrackets(props: { readonly brackets: readonly OpenBracket[]; readonly count: number }) {
  const { t } = useTranslation()
  const { brackets, count } = props
  return (
    <ul className={styles.names}>
      {brackets.map(({ language, clause, text }, index) => (
        <li key={index} lang={language} dir="auto">
          {clause !== '' && `${clause}: `}[{text}]
        </li>
      ))}
      {count > brackets.length && <li>{t('references.more', { count: count - brackets.length })}</li>}
    </ul>
  )
}
