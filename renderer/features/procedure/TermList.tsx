import { BookPlus, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Term, usualTerms } from '../../../shared/mou/terms.ts'
import type { Language } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import table from '../../ui/table.module.css'
import { TermDialog } from './TermDialog.tsx'
import styles from './lists.module.css'

const columns: readonly Language[] = ['id', 'en', 'km']

/** The terms that all texts say in the same way: the forms to use, and those to avoid. */
export function TermList() {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const reading = useRead('term.list', {})
  const [edited, setEdited] = useState<{ readonly term: Term | null } | null>(null)

  async function addUsual() {
    const reply = await write('term.addAll', { terms: [...usualTerms] })
    notices.fault(reply.ok ? null : reply.fault)
  }
  async function remove({ id }: Term) {
    const reply = await write('term.remove', { termId: id })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <>
      <div className={styles.bar}>
        <p className={styles.hint}>{t('procedure.termsHint')}</p>
        <Button icon={Plus} onPress={() => setEdited({ term: null })}>
          {t('procedure.addTerm')}
        </Button>
      </div>
      <Loaded reading={reading} lines={4}>
        {(terms) =>
          terms.length === 0 ? (
            <div className={styles.empty}>
              <p>{t('procedure.noTerms')}</p>
              <Button icon={BookPlus} onPress={() => void addUsual()}>
                {t('procedure.takeUsualTerms')}
              </Button>
            </div>
          ) : (
            <div className={styles.list}>
              <table className={table.table}>
                <thead>
                  <tr>
                    {columns.map((column) => (
                      <th key={column} scope="col">
                        {languageName(column, language)}
                      </th>
                    ))}
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {terms.map((term) => (
                    <tr key={term.id}>
                      {columns.map((column) => (
                        <td key={column} lang={column} className={styles.term}>
                          <TermForms term={term} language={column} />
                        </td>
                      ))}
                      <td className={table.menu}>
                        <MoreMenu
                          label={t('shell.more', { name: nameOf(term) })}
                          entries={[
                            {
                              id: 'edit',
                              label: t('shell.edit'),
                              icon: Pencil,
                              run: () => setEdited({ term }),
                            },
                            {
                              id: 'remove',
                              label: t('shell.remove'),
                              icon: Trash2,
                              run: () => void remove(term),
                            },
                          ]}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      {edited && <TermDialog term={edited.term} onClose={() => setEdited(null)} />}
    </>
  )
}

function TermForms({ term, language }: { readonly term: Term; readonly language: Language }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { use = [], avoid = [] } = term.forms[language] ?? {}
  if (use.length === 0 && avoid.length === 0)
    return (
      <span lang={screen} className={styles.hint}>
        {t('procedure.noForm')}
      </span>
    )
  const [preferred, ...others] = use
  return (
    <>
      <strong>{preferred}</strong>
      {others.length > 0 && <span> · {others.join(' · ')}</span>}
      {avoid.length > 0 && (
        <span className={styles.avoid}>
          <span lang={screen}>{t('procedure.avoid')}</span> <s>{avoid.join(' · ')}</s>
        </span>
      )}
    </>
  )
}

/** What a term goes by: its preferred form in the first language that has one. */
function nameOf({ forms }: Term): string {
  return columns.map((language) => forms[language]?.use[0]).find((form) => form !== undefined) ?? ''
}
