import { CornerDownLeft } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryClause } from '../../../shared/api/draftContract.ts'
import type { MouId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import styles from './ClauseLibrary.module.css'
import { draftName, kindWords } from './draftWords.ts'

/** Finds articles of other instruments; `onInsert` gets the node of one as JSON of the schema, without ids. */
export function ClauseLibrary(props: {
  readonly mouId: MouId
  readonly language: Language
  readonly onInsert: (node: unknown) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { mouId, language, onInsert, onClose } = props
  const [query, setQuery] = useState('')
  const settled = useSettled(query.trim(), 150)
  const clauses = useRead('clause.library', { mouId, language, query: settled }, { keep: true })
  return (
    <Dialog
      title={t('drafts.library.title')}
      isOpen
      wide
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
    >
      <p className={styles.about}>{t('drafts.library.about')}</p>
      <SearchField label={t('drafts.library.search')} value={query} onChange={setQuery} />
      <Loaded reading={clauses} lines={6}>
        {(found) =>
          found.length === 0 ? (
            <p role="status">{t('drafts.library.none')}</p>
          ) : (
            <ul className={styles.list} aria-label={t('drafts.library.list')}>
              {found.map((clause) => (
                <Clause
                  key={clause.id}
                  clause={clause}
                  language={language}
                  onInsert={() => {
                    onInsert(clause.node)
                    onClose()
                  }}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  )
}

function Clause(props: {
  readonly clause: LibraryClause
  readonly language: Language
  readonly onInsert: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { clause, language, onInsert } = props
  const { label, heading, words, shortTitle, otherSide, draft } = clause
  return (
    <li className={styles.clause}>
      <div className={styles.head}>
        <p className={styles.name} dir="auto" lang={language}>
          {label}
          {heading !== '' && ` · ${heading}`}
        </p>
        <p className={styles.from}>
          {shortTitle} · {otherSide} ·{' '}
          {draft
            ? `${draftName(draft, t)}, ${t(kindWords[draft.kind])}, ${format.date(draft.textDate, 'medium')}`
            : t('drafts.workingText')}
        </p>
      </div>
      <p className={styles.words} dir="auto" lang={language}>
        {words}
      </p>
      <Button
        compact
        icon={CornerDownLeft}
        aria-label={t('drafts.library.insertOf', { label, mou: shortTitle })}
        onPress={onInsert}
      >
        {t('drafts.library.insert')}
      </Button>
    </li>
  )
}
