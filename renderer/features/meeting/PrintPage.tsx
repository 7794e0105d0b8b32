import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { isNumbered, itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import type { AgendaItem, MeetingDossier } from '../../../shared/meeting/meeting.ts'
import { isHeldBack } from '../../../shared/meeting/minutesDocument.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { ExportProgress } from '../files/ExportProgress.tsx'
import { LetterheadSelect } from '../letterheads/LetterheadSelect.tsx'
import { languageWords } from './meetingWords.ts'
import { chosenPaper, paperKinds, paperWords } from './paperKinds.ts'
import styles from './PrintPage.module.css'
import { problemWords } from './problems.tsx'
import { Sheets } from './Sheets.tsx'
import { useExport } from './useExport.ts'
import { usePaper } from './usePaper.ts'

const route = getRouteApi('/print/minutes/$meetingId')

/** Minutes, or another paper of the meeting, as they will stand on paper; minutes in the original that one side keeps. */
export function PrintPage() {
  const { meetingId } = route.useParams()
  const dossier = useRead('meeting.dossier', { meetingId })
  return (
    <div className={styles.page}>
      <Loaded reading={dossier}>{(value) => <Preview dossier={value} />}</Loaded>
    </div>
  )
}

function Preview({ dossier }: { readonly dossier: MeetingDossier }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { meeting, series, relationship } = dossier
  const language = meeting.languages.find((one) => one === search.lang) ?? meeting.languages[0] ?? 'en'
  const sides = [relationship.ownSide, relationship.otherSide]
  const keptBy = sides.find((side) => side === search.keptBy) ?? relationship.ownSide
  const items = dossier.agenda.filter(isNumbered)
  const kind = search.paper ?? 'minutes'
  const itemId = items.find(({ id }) => id === search.item)?.id ?? items[0]?.id ?? null
  const paper = chosenPaper(kind, keptBy, itemId)
  const letterheads = useRead('letterhead.list', {})
  const kept = letterheads.state === 'ready' ? letterheads.value : []
  const letterheadId = kept.find(({ id }) => id === search.letterhead)?.id ?? null
  const minutes = usePaper(meeting.id, language, relationship.ownSide, paper, letterheadId)
  const { exportPaper, busy, progress, stop } = useExport()
  const [fault, setFault] = useState<Fault | null>(null)
  const problems = minutes.state === 'ready' ? minutes.value.problems : []
  const draft = minutes.state === 'ready' && isHeldBack(minutes.value)
  const numbers = itemNumbers(dossier.agenda)
  const send = (format: 'docx' | 'pdf') => {
    if (paper === null) return
    void exportPaper({ meetingId: meeting.id, language, paper, draft, format, letterheadId }).then((end) =>
      setFault(typeof end === 'string' ? null : end),
    )
  }

  return (
    <>
      <header className={styles.bar} data-pane="">
        <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} className={styles.back}>
          <ArrowLeft size={16} aria-hidden />
          {t('meeting.backToMeeting')}
        </Link>
        <h1 dir="auto">
          {t('meeting.printOf', {
            title: meetingTitle({ ...meeting, seriesName: series.name, shortName: series.shortName }, screen),
          })}
        </h1>
        <div className={styles.acts}>
          <Select
            label={t('papers.document')}
            hideLabel
            value={kind}
            onChange={(paper) => void navigate({ search: (before) => ({ ...before, paper }), replace: true })}
            choices={paperKinds
              .filter((value) => value !== 'excerpt' || items.length > 0)
              .map((value) => ({ value, label: t(paperWords[value].name) }))}
          />
          {kind === 'excerpt' && (
            <Select<string>
              label={t('papers.item')}
              hideLabel
              value={itemId}
              onChange={(chosen) =>
                void navigate({
                  search: (before) => ({ ...before, ...idOf(items.find(({ id }) => id === chosen)) }),
                  replace: true,
                })
              }
              choices={items.map(({ id, title }) => ({
                value: id,
                label: t('meeting.itemNumber', { number: numbers.get(id), title: inLanguage(title, screen) }),
              }))}
            />
          )}
          <LetterheadSelect
            hideLabel
            letterheads={kept}
            value={letterheadId}
            onChange={(chosen) =>
              void navigate({
                search: ({ letterhead: _, ...before }) =>
                  chosen === null ? before : { ...before, letterhead: chosen },
                replace: true,
              })
            }
          />
          {meeting.languages.length > 1 && (
            <Choice label={t('papers.language')}>
              <Segments
                label={t('papers.language')}
                value={language}
                onChange={(lang) =>
                  void navigate({ search: (before) => ({ ...before, lang }), replace: true })
                }
                choices={meeting.languages.map((value) => ({ value, label: t(languageWords[value]) }))}
              />
            </Choice>
          )}
          {kind === 'minutes' && (
            <Choice label={t('meeting.original')}>
              <Segments
                label={t('meeting.original')}
                value={keptBy}
                onChange={(side) =>
                  void navigate({ search: (before) => ({ ...before, keptBy: side }), replace: true })
                }
                choices={sides.map((value) => ({ value, label: countryOf(value).name[screen] }))}
              />
            </Choice>
          )}
          <Button isDisabled={busy} onPress={() => send('pdf')}>
            {t(draft ? 'meeting.exportPdfDraft' : 'meeting.exportPdf')}
          </Button>
          <Button variant="primary" icon={Download} isDisabled={busy} onPress={() => send('docx')}>
            {t(draft ? 'meeting.exportDocxDraft' : 'meeting.exportDocx')}
          </Button>
        </div>
      </header>
      {progress && (
        <div className={styles.busy}>
          <ExportProgress progress={progress} onStop={stop} />
        </div>
      )}
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <div className={styles.desk} data-pane="" tabIndex={0} role="region" aria-label={t('meeting.paper')}>
        {problems.length > 0 && (
          <details className={styles.problems}>
            <summary>
              {t(draft ? 'meeting.problemsPass' : 'meeting.problemsAgreed', { count: problems.length })}
            </summary>
            <ul>
              {problems.map((problem, index) => (
                <li key={index} dir="auto">
                  {problemWords(problem, t, screen)}
                </li>
              ))}
            </ul>
          </details>
        )}
        <Loaded reading={minutes} lines={12}>
          {(value) => <Sheets paper={value} />}
        </Loaded>
      </div>
    </>
  )
}

function idOf(item: AgendaItem | undefined): { item?: AgendaItemId } {
  return item ? { item: item.id } : {}
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.choice}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  )
}
