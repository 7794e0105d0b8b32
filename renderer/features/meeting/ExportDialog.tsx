import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { LetterheadId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { isHeldBack } from '../../../shared/meeting/minutesDocument.ts'
import { comesAs, type PaperFormat } from '../../../shared/meeting/papers/paper.ts'
import { inLanguage } from '../../../shared/values.ts'
import { flushAll } from '../../api/flush.ts'
import { useRead } from '../../api/useRead.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { GreyLines } from '../../ui/Loaded.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './ExportDialog.module.css'
import { LetterheadSelect } from '../letterheads/LetterheadSelect.tsx'
import { PdfLosses } from '../letterheads/PdfLosses.tsx'
import { Choice } from './Choice.tsx'
import { useMeeting } from './MeetingContext.ts'
import { ExportProgress } from '../files/ExportProgress.tsx'
import { languageWords } from './meetingWords.ts'
import { chosenPaper, type PaperKind, paperKinds, paperWords } from './paperKinds.ts'
import { Differences, Problems } from './problems.tsx'
import { useExport } from './useExport.ts'
import { useMend } from './useMend.ts'
import { usePaper } from './usePaper.ts'
import { useDifferences } from './usePlacement.ts'

const route = getRouteApi('/meetings/$meetingId')

/** Which document, for whom, as what; and before that what is missing from it. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<boolean | null>(null)
  useEffect(() => {
    let isShown = true
    void flushAll().then((all) => isShown && setSaved(all))
    return () => {
      isShown = false
    }
  }, [])
  if (saved === null) return null
  if (saved) return <Choices onClose={onClose} />
  return (
    <Dialog
      title={t('meeting.exportMinutes')}
      isOpen
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
    >
      <p>{t('meeting.exportUnsaved')}</p>
    </Dialog>
  )
}

function Choices({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, sessions, language: shown } = useMeeting()
  const { meeting, relationship } = dossier
  const { item: itemInSight } = route.useSearch()
  const numbers = itemNumbers(dossier.agenda)
  const items = dossier.agenda.filter(({ id }) => numbers.has(id))
  const [kind, setKind] = useState<PaperKind>('minutes')
  const [itemId, setItemId] = useState(items.find(({ id }) => id === itemInSight)?.id ?? null)
  const [format, setFormat] = useState<PaperFormat>('docx')
  const [letterheadId, setLetterheadId] = useState<LetterheadId | null>(null)
  const letterheads = useRead('letterhead.list', {})
  const [language, setLanguage] = useState(shown)
  const [keptBy, setKeptBy] = useState(relationship.ownSide)
  const [draft, setDraft] = useState(meeting.status !== 'held')
  const [fault, setFault] = useState<Fault | null>(null)
  const paper = chosenPaper(kind, keptBy, itemId)
  const reading = usePaper(meeting.id, language, relationship.ownSide, paper)
  const { exportPaper, busy, progress, stop } = useExport()
  const problems = reading.state === 'ready' ? reading.value.problems : []
  const mend = useMend(onClose)
  const found = useDifferences()
  const differences = kind === 'minutes' || kind === 'internalReport' ? found : []
  const { texts } = dossier
  // Where the languages differ is known of texts that are open.
  useEffect(() => {
    for (const text of texts)
      if (meeting.languages.includes(text.language)) sessions.of(text.textId, text.language)
  }, [texts, meeting.languages, sessions])
  const isStopped = !draft && reading.state === 'ready' && isHeldBack(reading.value)

  async function send() {
    if (paper === null) return
    const end = await exportPaper({ meetingId: meeting.id, language, paper, draft, format, letterheadId })
    setFault(typeof end === 'string' ? null : end)
    if (end === 'over') onClose()
  }

  function choose(kind: PaperKind): void {
    setKind(kind)
    setFault(null)
    if (kind !== 'minutes' && !comesAs(kind, format)) setFormat('docx')
    if (kind === 'minutes' && format === 'xlsx') setFormat('docx')
  }

  return (
    <Dialog
      title={t('meeting.exportMinutes')}
      isOpen
      onClose={onClose}
      wide
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button
            variant="primary"
            icon={Download}
            isDisabled={isStopped || reading.state !== 'ready'}
            isPending={busy} // not disabled: it keeps the focus, and with it Esc its meaning
            onPress={() => void send()}
          >
            {t('papers.export', { format: format.toUpperCase() })}
          </Button>
        </>
      }
    >
      <div className={styles.what}>
        <Select
          label={t('papers.document')}
          value={kind}
          onChange={choose}
          hint={t(paperWords[kind].hint)}
          choices={paperKinds.map((value) => ({
            value,
            label: t(paperWords[value].name),
            hint: t(paperWords[value].hint),
          }))}
        />
        {kind === 'excerpt' && (
          <Select<string>
            label={t('papers.item')}
            placeholder={t('papers.noItem')}
            value={itemId}
            onChange={(chosen) => setItemId(items.find(({ id }) => id === chosen)?.id ?? null)}
            choices={items.map(({ id, title }) => ({
              value: id,
              label: t('meeting.itemNumber', { number: numbers.get(id), title: inLanguage(title, screen) }),
            }))}
          />
        )}
      </div>
      <div className={styles.choices}>
        <Choice label={t('meeting.format')}>
          <Segments
            label={t('meeting.format')}
            value={format}
            onChange={setFormat}
            choices={(['docx', 'pdf', 'xlsx'] as const)
              .filter((value) => (kind === 'minutes' ? value !== 'xlsx' : comesAs(kind, value)))
              .map((value) => ({ value, label: value.toUpperCase() }))}
          />
        </Choice>
        <Choice label={t('papers.language')}>
          <Segments
            label={t('papers.language')}
            value={language}
            onChange={setLanguage}
            choices={meeting.languages.map((value) => ({ value, label: t(languageWords[value]) }))}
          />
        </Choice>
        {kind === 'minutes' && (
          <Choice label={t('meeting.original')}>
            <Segments
              label={t('meeting.original')}
              value={keptBy}
              onChange={setKeptBy}
              choices={[relationship.ownSide, relationship.otherSide].map((value) => ({
                value,
                label: countryOf(value).name[screen],
              }))}
            />
          </Choice>
        )}
      </div>
      {format !== 'xlsx' && letterheads.state === 'ready' && (
        <LetterheadSelect letterheads={letterheads.value} value={letterheadId} onChange={setLetterheadId} />
      )}
      {format === 'pdf' && letterheadId !== null && <PdfLosses letterheadId={letterheadId} />}
      <Checkbox isSelected={draft} onChange={setDraft}>
        <span>
          {t('meeting.asDraft')}
          <span className={styles.hint}>{t('meeting.asDraftHint')}</span>
        </span>
      </Checkbox>
      {meeting.classification === 'secret' && <p className={styles.secret}>{t('papers.secret')}</p>}
      {progress && <ExportProgress progress={progress} onStop={stop} />}
      {paper !== null && reading.state === 'loading' && <GreyLines lines={2} />}
      {reading.state === 'failed' && <FaultNotice fault={reading.fault} />}
      {problems.length > 0 && (
        <section aria-label={t('meeting.problems')} className={styles.problems}>
          <p role="status">
            {t(
              isStopped ? 'meeting.problemsStop' : draft ? 'meeting.problemsPass' : 'meeting.problemsAgreed',
              {
                count: problems.length,
              },
            )}
          </p>
          <Problems problems={problems} dossier={dossier} onMend={(one) => mend(one, language)} />
        </section>
      )}
      {differences.length > 0 && (
        <section aria-label={t('meeting.differences')} className={styles.problems}>
          <p role="status">{t('meeting.differencesPass', { count: differences.length })}</p>
          <Differences differences={differences} dossier={dossier} onMend={(one) => mend(one, language)} />
        </section>
      )}
      {reading.state === 'ready' && problems.length === 0 && differences.length === 0 && (
        <p role="status">{t('meeting.complete')}</p>
      )}
      {fault && fault.kind !== 'NotReadyToExport' && <FaultNotice fault={fault} />}
    </Dialog>
  )
}
