import { Check, CircleDashed, Link2, Link2Off, type LucideIcon, TriangleAlert, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BesideClause, BesideRow } from '../../../shared/text/textsBeside.ts'
import type { Language } from '../../../shared/values.ts'
import { languageName } from '../../i18n/format.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { Chip } from '../../ui/Chip.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import styles from './languages.module.css'

/** Linked clauses, a row each; a language that lacks the clause has a hatched cell. */
export function BesideTable(props: {
  readonly rows: readonly BesideRow[]
  readonly languages: readonly Language[]
  readonly onConfirm: (row: BesideRow) => void
  readonly onLink: (row: BesideRow) => void
  readonly onUnlink: (row: BesideRow) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { rows, languages, onConfirm, onLink, onUnlink } = props
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {languages.map((one) => (
            <th key={one} scope="col">
              {languageName(one, language)}
            </th>
          ))}
          <th scope="col" className={styles.stateHead}>
            {t('languages.state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-key={row.key} data-depth={Math.min(row.depth, 3)} tabIndex={-1}>
            {languages.map((one) => (
              <Cell key={one} language={one} clauses={row.members[one]} />
            ))}
            <td>
              <div className={styles.stateCell}>
                <Standing row={row} />
                <MoreMenu
                  label={t('shell.more', { name: labelOf(row) })}
                  entries={[
                    ...(row.standing === 'stale' || row.standing === 'neverConfirmed'
                      ? [
                          {
                            id: 'confirm',
                            label: t('languages.confirm'),
                            icon: Check,
                            run: () => onConfirm(row),
                          },
                        ]
                      : []),
                    { id: 'link', label: t('languages.link'), icon: Link2, run: () => onLink(row) },
                    ...(row.linkId === null
                      ? []
                      : [
                          {
                            id: 'unlink',
                            label: t('languages.unlink'),
                            icon: Unlink,
                            run: () => onUnlink(row),
                          },
                        ]),
                  ]}
                />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell(props: { readonly language: Language; readonly clauses: readonly BesideClause[] | undefined }) {
  const { t } = useTranslation()
  const { language, clauses } = props
  if (!clauses) {
    return (
      <td className={styles.lacking}>
        <span>{t('languages.lacking')}</span>
      </td>
    )
  }
  return (
    <td lang={language}>
      {clauses.map(({ id, label, wording, brackets }) => (
        <div key={id ?? label} className={styles.clause}>
          <strong>{label}</strong>
          <p dir="auto">{wording}</p>
          {brackets > 0 && (
            <span className={styles.brackets} lang="">
              [ ] {t('languages.brackets', { count: brackets })}
            </span>
          )}
        </div>
      ))}
    </td>
  )
}

const standings = {
  confirmed: { icon: Check, words: 'languages.standing.confirmed', tone: 'ok' },
  neverConfirmed: { icon: CircleDashed, words: 'languages.standing.neverConfirmed', tone: 'plain' },
  stale: { icon: TriangleAlert, words: 'languages.standing.stale', tone: 'attention' },
  alone: { icon: Link2Off, words: 'languages.standing.alone', tone: 'danger' },
} satisfies Record<
  BesideRow['standing'],
  {
    readonly icon: LucideIcon
    readonly words: MessageKey
    readonly tone: 'ok' | 'plain' | 'attention' | 'danger'
  }
>

function Standing({ row }: { readonly row: BesideRow }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { icon, words, tone } = standings[row.standing]
  return (
    <div className={styles.standing}>
      <Chip icon={icon} tone={tone}>
        {t(words)}
      </Chip>
      {row.standing === 'stale' && (
        <p>
          {t('languages.staleSince', {
            edited: row.edited.map((one) => languageName(one, language)).join(', '),
            stale: row.stale.map((one) => languageName(one, language)).join(', '),
          })}
        </p>
      )}
      {row.linkId !== null && <p>{t('languages.byHand')}</p>}
    </div>
  )
}

/** The first label of a row, to name it by. */
export function labelOf({ members }: BesideRow): string {
  return Object.values(members).flat()[0]?.label ?? ''
}
