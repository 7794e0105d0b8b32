import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GridList, GridListItem } from 'react-aria-components'
import type { LibraryClause } from '../../../shared/api/draftContract.ts'
import { insertArticle } from '../../../shared/text/instrument/insertArticle.ts'
import { useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { draftName, kindWords } from '../drafts/draftWords.ts'
import { useDraft } from './DraftContext.ts'
import styles from './LibraryDialog.module.css'
import { newId } from './newId.ts'

/** Finds articles of other instruments, the signed ones, and puts one behind the article with the cursor. */
export function LibraryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { editor, session, mouId, language, watch } = useDraft()
  const [query, setQuery] = useState('')
  const [unsigned, setUnsigned] = useState(false)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const settled = useSettled(query.trim(), 150)
  const reading = useRead('clause.library', { mouId, language, query: settled, unsigned }, { keep: true })
  const found = reading.state === 'ready' ? reading.value : []
  const chosen = found.find(({ id }) => id === chosenId) ?? found[0] ?? null

  function insert({ node, label, shortTitle }: LibraryClause): void {
    if (session.apply(insertArticle(node, newId))) {
      watch.now()
      notices.say(
        (t) => t('drafts.library.inserted', { label, mou: shortTitle }),
        () => editor.commands.undo(),
      )
    } else notices.say((t) => t('draft.cannot'), null)
    onClose()
  }

  const nothing =
    settled !== ''
      ? t('drafts.library.none')
      : unsigned
        ? t('drafts.library.noneAtAll')
        : t('drafts.library.noneSigned')
  return (
    <Dialog
      title={t('drafts.library.title')}
      isOpen
      full
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('shell.close')}</Button>
          <Button variant="primary" isDisabled={chosen === null} onPress={() => chosen && insert(chosen)}>
            {t('drafts.library.insert')}
          </Button>
        </>
      }
    >
      <p className={styles.about}>{t('drafts.library.about')}</p>
      <div className={styles.search}>
        <SearchField label={t('drafts.library.search')} value={query} onChange={setQuery} />
        <Checkbox isSelected={unsigned} onChange={setUnsigned}>
          {t('drafts.library.unsigned')}
        </Checkbox>
      </div>
      <Loaded reading={reading} lines={6}>
        {(clauses) =>
          clauses.length === 0 || chosen === null ? (
            <p role="status" className={styles.nothing}>
              {nothing}
            </p>
          ) : (
            <div className={styles.columns}>
              <GridList
                aria-label={t('drafts.library.list')}
                items={clauses}
                selectionMode="single"
                selectionBehavior="replace"
                disallowEmptySelection
                selectedKeys={[chosen.id]}
                onSelectionChange={(keys) => {
                  if (keys !== 'all') setChosenId(String([...keys][0] ?? ''))
                }}
                onAction={(id) => {
                  const clause = clauses.find((one) => one.id === id)
                  if (clause) insert(clause)
                }}
                className={styles.list ?? ''}
              >
                {(clause) => (
                  <GridListItem
                    id={clause.id}
                    textValue={`${nameOf(clause)} ${clause.shortTitle}`}
                    className={styles.row ?? ''}
                  >
                    <span className={styles.name} dir="auto" lang={language}>
                      {nameOf(clause)}
                    </span>
                    <Source clause={clause} />
                  </GridListItem>
                )}
              </GridList>
              <section className={styles.preview} aria-label={t('drafts.library.preview')} tabIndex={0}>
                <p className={styles.name} dir="auto" lang={language}>
                  {nameOf(chosen)}
                </p>
                <Source clause={chosen} />
                <p className={styles.words} dir="auto" lang={language}>
                  {wordingOf(chosen)}
                </p>
              </section>
            </div>
          )
        }
      </Loaded>
    </Dialog>
  )
}

/** Which text of which memorandum the article is of. */
function Source({ clause: { shortTitle, otherSide, draft } }: { readonly clause: LibraryClause }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = draft
    ? `${draftName(draft, t)}, ${t(kindWords[draft.kind])}, ${format.date(draft.textDate, 'medium')}`
    : t('drafts.workingText')
  return <span className={styles.from}>{[shortTitle, otherSide, text].join(' · ')}</span>
}

function nameOf({ label, heading }: LibraryClause): string {
  return [label, heading].filter(Boolean).join(' · ')
}

/** Without label and heading, which stand above it. */
function wordingOf({ label, heading, words }: LibraryClause): string {
  const lines = words.split('\n')
  while (lines.length > 0 && (lines[0] === label || lines[0] === heading)) lines.shift()
  return lines.join('\n')
}
