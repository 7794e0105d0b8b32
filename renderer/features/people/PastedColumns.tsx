import { useTranslation } from 'react-i18next'
import { type PastedColumn, pastedColumns, type PastedList } from '../../../shared/meeting/pastedPeople.ts'
import form from '../../ui/form.module.css'
import { Select } from '../../ui/Select.tsx'
import styles from './PastePeopleDialog.module.css'
import { columnWords } from './peopleWords.ts'

/** What each column of a pasted list holds, as it was recognised or as somebody sets it. */
export function PastedColumns(props: {
  readonly list: PastedList
  readonly onSet: (at: number, column: PastedColumn) => void
}) {
  const { t } = useTranslation()
  const { list, onSet } = props
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{t('people.pasteColumns')}</legend>
      <div className={styles.columns}>
        {list.columns.map((column, at) => {
          const head = (list.heads[at] ?? '').slice(0, 40)
          return (
            <Select
              key={at}
              label={
                head === ''
                  ? t('people.pasteColumn', { number: at + 1 })
                  : t('people.pasteColumnOf', { number: at + 1, head })
              }
              choices={pastedColumns.map((value) => ({ value, label: t(columnWords[value]) }))}
              value={column}
              onChange={(next) => onSet(at, next)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
