import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clauseNames } from '../../../shared/text/instrument/clauseLinks.ts'
import { insertCrossReference } from '../../../shared/text/instrument/numberCommands.ts'
import type { LinkForm } from '../../../shared/text/clauseNodes.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useDraft } from './DraftContext.ts'
import styles from './panel.module.css'

type Row = { readonly id: string; readonly name: string; readonly words: string }

/** Puts a reference to a clause where the cursor is. It follows the number of the clause from then on. */
export function ReferenceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { editor, act, language } = useDraft()
  const { empty } = editor.state.selection
  const [form, setForm] = useState<LinkForm>(empty ? 'whole' : 'asWritten')
  const [query, setQuery] = useState('')
  const [all] = useState(() =>
    [...clauseNames(editor.state.doc).values()].map(({ blockId, whole, line }): Row => ({
      id: blockId,
      name: whole,
      words: line?.textContent.slice(0, 120) ?? '',
    })),
  )
  const rows = useMemo(() => {
    const wanted = query.trim().toLocaleLowerCase()
    return all.filter(({ name, words }) => `${name} ${words}`.toLocaleLowerCase().includes(wanted))
  }, [all, query])

  return (
    <Dialog
      title={t('draft.reference.title')}
      isOpen
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('shell.cancel')}</Button>}
    >
      <Select<LinkForm>
        label={t('draft.reference.form')}
        value={form}
        onChange={setForm}
        choices={(
          [
            ['whole', t('draft.reference.whole')],
            ['own', t('draft.reference.own')],
            ['number', t('draft.reference.number')],
            ...(empty ? [] : ([['asWritten', t('draft.reference.asWritten')]] as const)),
          ] as const
        ).map(([value, label]) => ({ value, label }))}
      />
      <SearchField label={t('draft.reference.search')} value={query} onChange={setQuery} />
      {rows.length === 0 ? (
        <p className={styles.empty}>{t('draft.reference.none')}</p>
      ) : (
        <LongList<Row>
          label={t('draft.reference.clauses')}
          groups={[{ id: 'clauses', heading: null, rows }]}
          nameOf={({ name, words }) => `${name} ${words}`}
          onOpen={({ id }) => {
            act(insertCrossReference(id, form))
            onClose()
          }}
          shown={[rows]}
          rowHeight={46}
        >
          {({ name, words }) => (
            <div className={styles.row}>
              <strong>{name}</strong>
              <span className={styles.note} lang={language}>
                {words}
              </span>
            </div>
          )}
        </LongList>
      )}
    </Dialog>
  )
}
