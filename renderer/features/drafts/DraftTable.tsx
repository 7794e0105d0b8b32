import {
  BookOpen,
  Download,
  FileOutput,
  FilePen,
  GitCompareArrows,
  Pencil,
  Trash2,
  TriangleAlert,
} from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { DraftId } from '../../../shared/ids.ts'
import type { Draft, TabledBy } from '../../../shared/mou/draft.ts'
import { kin, lineage, type LineageRow } from '../../../shared/mou/lineage.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { Language } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import { useWrite } from '../../api/useWrite.ts'
import { dateOf, languageName, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { MoreMenu, type MenuEntry } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import type { DraftLayer } from './DraftRegister.tsx'
import styles from './DraftTable.module.css'
import { channelWords, draftName, kindWords, tablerName } from './draftWords.ts'
import { FileFact } from './FileFact.tsx'
import { LineageCell, LineageHead } from './LineageCell.tsx'

type Filter = { readonly language: Language | 'all'; readonly tabledBy: TabledBy | 'all' }

/** The register, the newest draft first, with its lineage drawn beside the rows. */
export function DraftTable(props: {
  readonly dossier: MouDossier
  readonly onLayer: (layer: DraftLayer) => void
}) {
  const { t } = useTranslation()
  const { dossier, onLayer } = props
  const { drafts, relationship } = dossier
  const [filter, setFilter] = useState<Filter>({ language: 'all', tabledBy: 'all' })
  const [followed, setFollowed] = useState<DraftId | null>(null)
  const [refused, setRefused] = useState<{ readonly draft: Draft; readonly fault: Fault } | null>(null)
  const drawn = useMemo(
    () =>
      lineage(
        drafts,
        relationship.ownSide,
        ({ language, tabledBy }) =>
          (filter.language === 'all' || language === filter.language) &&
          (filter.tabledBy === 'all' || tabledBy === filter.tabledBy),
      ),
    [drafts, relationship.ownSide, filter],
  )
  const relatives = useMemo(() => (followed === null ? null : kin(drafts, followed)), [drafts, followed])
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  if (drafts.length === 0) return <p className={styles.none}>{t('drafts.none')}</p>
  return (
    <>
      <Filters dossier={dossier} filter={filter} onChange={setFilter} />
      {refused && (
        <div className={styles.fault}>
          <FaultNotice fault={refused.fault} onClose={() => setRefused(null)} />
        </div>
      )}
      <div className={styles.scroll} role="group" aria-label={t('drafts.title')} tabIndex={0}>
        <table className={styles.table} onBlur={() => setFollowed(null)}>
          <thead>
            <tr>
              <th scope="col">
                <LineageHead drawn={drawn} relationship={relationship} />
              </th>
              <th scope="col">{t('drafts.column.draft')}</th>
              <th scope="col">{t('drafts.column.textDate')}</th>
              <th scope="col">{t('drafts.column.received')}</th>
              <th scope="col">{t('drafts.column.language')}</th>
              <th scope="col">{t('drafts.column.answers')}</th>
              <th scope="col" className={styles.number}>
                {t('drafts.column.words')}
              </th>
              <th scope="col" className={styles.number}>
                {t('drafts.column.brackets')}
              </th>
              <th scope="col">{t('drafts.column.file')}</th>
              <th scope="col">{t('drafts.column.note')}</th>
              <th scope="col" className={styles.menu}>
                <span className={styles.unseen}>{t('drafts.column.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {drawn.rows.map((row, index) => {
              const draft = byId.get(row.draftId)
              if (!draft) return null
              return (
                <tr
                  key={draft.id}
                  className={classes(relatives !== null && relatives.has(draft.id) && styles.kin)}
                >
                  <td className={styles.lineage}>
                    <LineageCell
                      row={row}
                      drawn={drawn}
                      draft={draft}
                      byId={byId}
                      relatives={relatives}
                      isEntry={index === 0}
                      onFollow={setFollowed}
                      onRead={() => onLayer({ kind: 'read', text: { kind: 'draft', draftId: draft.id } })}
                    />
                  </td>
                  <Facts draft={draft} row={row} byId={byId} />
                  <td className={styles.menu}>
                    <Acts
                      draft={draft}
                      onLayer={onLayer}
                      onRefused={(fault) => setRefused(fault && { draft, fault })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {drawn.rows.length === 0 && <p className={styles.none}>{t('drafts.noneOfFilter')}</p>}
    </>
  )
}

function Filters(props: {
  readonly dossier: MouDossier
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, filter, onChange } = props
  const languages = Language.options.filter((one) => dossier.drafts.some(({ language }) => language === one))
  const tablers = [...new Set(dossier.drafts.map(({ tabledBy }) => tabledBy))]
  if (languages.length < 2 && tablers.length < 2) return null
  return (
    <div className={styles.filters}>
      <Select<Filter['tabledBy']>
        label={t('drafts.tabledBy')}
        choices={[
          { value: 'all', label: t('drafts.allSides') },
          ...tablers.map((side) => ({ value: side, label: tablerName(side, screen, t) })),
        ]}
        value={filter.tabledBy}
        onChange={(tabledBy) => onChange({ ...filter, tabledBy })}
        className={styles.filter ?? ''}
      />
      <Select<Filter['language']>
        label={t('drafts.column.language')}
        choices={[
          { value: 'all', label: t('drafts.allLanguages') },
          ...languages.map((one) => ({ value: one, label: languageName(one, screen) })),
        ]}
        value={filter.language}
        onChange={(language) => onChange({ ...filter, language })}
        className={styles.filter ?? ''}
      />
    </div>
  )
}

/** The cells that say what is known of a draft. */
function Facts(props: {
  readonly draft: Draft
  readonly row: LineageRow
  readonly byId: ReadonlyMap<DraftId, Draft>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const { draft, row, byId } = props
  const numbers = (ids: readonly DraftId[]) => ids.flatMap((id) => byId.get(id)?.number ?? []).join(', ')
  return (
    <>
      <th scope="row">
        <span className={styles.name}>{draftName(draft, t)}</span> · {t(kindWords[draft.kind])}
        <span className={styles.by}>
          {draft.tabledBy !== 'chair' && draft.tabledBy !== 'both' && <CountryCode side={draft.tabledBy} />}
          {tablerName(draft.tabledBy, screen, t)}
        </span>
      </th>
      <td>
        {format.date(draft.textDate, 'medium')}
        {draft.dateReason !== '' && (
          <span className={styles.second} dir="auto">
            {draft.dateReason}
          </span>
        )}
        {row.sameDay.length > 0 && (
          <span className={styles.odd}>{t('drafts.sameDay', { numbers: numbers(row.sameDay) })}</span>
        )}
      </td>
      <td>
        {draft.receivedOn === null ? t('drafts.madeHere') : format.date(draft.receivedOn, 'medium')}
        <span className={styles.second}>{t(channelWords[draft.channel])}</span>
      </td>
      <td>{languageName(draft.language, screen)}</td>
      <td>
        {numbers(row.answers) || '–'}
        {row.passedOver.length > 0 && (
          <span className={styles.odd}>
            <TriangleAlert size={13} aria-hidden />
            {t('drafts.passedOver', { numbers: numbers(row.passedOver) })}
          </span>
        )}
      </td>
      <td className={styles.number}>{format.number(draft.words)}</td>
      <td className={styles.number}>{draft.openBrackets > 0 ? format.number(draft.openBrackets) : '–'}</td>
      <td>{draft.file ? <FileFact file={draft.file} draft={draft} /> : '–'}</td>
      <td className={styles.note}>
        <span dir="auto">{draft.note}</span>
        <span className={styles.second}>
          {t('drafts.registered', {
            officer: draft.registeredBy,
            date: format.date(dateOf(draft.registeredAt), 'medium'),
          })}
        </span>
      </td>
    </>
  )
}

function Acts(props: {
  readonly draft: Draft
  readonly onLayer: (layer: DraftLayer) => void
  readonly onRefused: (fault: Fault | null) => void
}) {
  const { t } = useTranslation()
  const call = useCall()
  const write = useWrite()
  const { draft, onLayer, onRefused } = props

  async function saveFile(attachmentId: NonNullable<Draft['file']>['id']): Promise<void> {
    const saved = await call('attachment.saveAs', { attachmentId })
    if (!saved.ok) return notices.fault(saved.fault)
    const file = saved.value
    if (file) notices.say((t) => t('attachments.saved', { name: file.name, folder: file.folder }), null)
  }

  async function remove(): Promise<void> {
    const reply = await write('draft.remove', { draftId: draft.id })
    onRefused(reply.ok ? null : reply.fault)
  }

  const { file } = draft
  const entries: readonly MenuEntry[] = [
    {
      id: 'read',
      label: t('drafts.read'),
      icon: BookOpen,
      run: () => onLayer({ kind: 'read', text: { kind: 'draft', draftId: draft.id } }),
    },
    {
      id: 'compare',
      label: t('drafts.compareWith'),
      icon: GitCompareArrows,
      run: () => onLayer({ kind: 'compare', text: { kind: 'draft', draftId: draft.id } }),
    },
    {
      id: 'export',
      label: t('drafts.export'),
      icon: FileOutput,
      run: () => onLayer({ kind: 'export', draftId: draft.id, language: draft.language }),
    },
    {
      id: 'facts',
      label: t('drafts.correctFacts'),
      icon: Pencil,
      run: () => onLayer({ kind: 'facts', draftId: draft.id }),
    },
    {
      id: 'begin',
      label: t('drafts.takeAsWorkingText'),
      icon: FilePen,
      run: () => onLayer({ kind: 'begin', language: draft.language, draftId: draft.id }),
    },
    ...(file === null
      ? []
      : [{ id: 'file', label: t('drafts.saveFile'), icon: Download, run: () => void saveFile(file.id) }]),
    { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
  ]
  return <MoreMenu label={t('shell.more', { name: draftName(draft, t) })} entries={entries} />
}
