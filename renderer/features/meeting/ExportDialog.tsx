import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { flushAll } from '../../api/flush.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { GreyLines } from '../../ui/Loaded.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from './ExportDialog.module.css'
import { useMeeting } from './MeetingContext.ts'
import { ExportProgress } from './ExportProgress.tsx'
import { languageWords } from './meetingWords.ts'
import { Differences, type Mend, Problems } from './problems.tsx'
import { useExport } from './useExport.ts'
import { useMinutes } from './useMinutes.ts'
import { useDifferences } from './usePlacement.ts'

const route = getRouteApi('/meetings/$meetingId')

/** Which minutes, for whom, as what; and before that what is missing from them. */
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
  const navigate = route.useNavigate()
  const { dossier, sessions, language: shown, open } = useMeeting()
  const { meeting, relationship } = dossier
  const [format, setFormat] = useState<'docx' | 'pdf'>('docx')
  const [language, setLanguage] = useState(shown)
  const [keptBy, setKeptBy] = useState(relationship.ownSide)
  const [draft, setDraft] = useState(meeting.status !== 'held')
  const [fault, setFault] = useState<Fault | null>(null)
  const minutes = useMinutes(meeting.id, language, keptBy)
  const { exportMinutes, busy, progress, stop } = useExport()
  const problems = minutes.state === 'ready' ? minutes.value.problems : []
  const differences = useDifferences()
  const { texts } = dossier
  // Where the languages differ is known of texts that are open.
  useEffect(() => {
    for (const text of texts)
      if (meeting.languages.includes(text.language)) sessions.of(text.textId, text.language)
  }, [texts, meeting.languages, sessions])
  const isHeldBack = problems.length > 0 && !draft

  async function send() {
    const end = await exportMinutes({ meetingId: meeting.id, language, keptBy, draft, format })
    setFault(typeof end === 'string' ? null : end)
    if (end === 'over') onClose()
  }

  function mend(mend: Mend): void {
    onClose()
    if (mend.kind === 'layer') open(mend.layer)
    if (mend.kind === 'panel')
      void navigate({ search: (before) => ({ ...before, panel: mend.panel }), replace: true })
    if (mend.kind === 'item')
      void navigate({ search: (before) => ({ ...before, item: mend.item }), replace: true })
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
            isDisabled={isHeldBack || minutes.state !== 'ready'}
            isPending={busy} // not disabled: it keeps the focus, and with it Esc its meaning
            onPress={() => void send()}
          >
            {format === 'docx' ? t('meeting.exportDocx') : t('meeting.exportPdf')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Choice label={t('meeting.format')}>
          <Segments
            label={t('meeting.format')}
            value={format}
            onChange={setFormat}
            choices={[
              { value: 'docx', label: 'DOCX' },
              { value: 'pdf', label: 'PDF' },
            ]}
          />
        </Choice>
        <Choice label={t('meeting.minutesLanguage')}>
          <Segments
            label={t('meeting.minutesLanguage')}
            value={language}
            onChange={setLanguage}
            choices={meeting.languages.map((value) => ({ value, label: t(languageWords[value]) }))}
          />
        </Choice>
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
      </div>
      <Checkbox isSelected={draft} onChange={setDraft}>
        <span>
          {t('meeting.asDraft')}
          <span className={styles.hint}>{t('meeting.asDraftHint')}</span>
        </span>
      </Checkbox>
      {progress && <ExportProgress progress={progress} onStop={stop} />}
      {minutes.state === 'loading' && <GreyLines lines={2} />}
      {minutes.state === 'failed' && <FaultNotice fault={minutes.fault} />}
      {problems.length > 0 && (
        <section aria-label={t('meeting.problems')} className={styles.problems}>
          <p role="status">
            {t(isHeldBack ? 'meeting.problemsStop' : 'meeting.problemsPass', { count: problems.length })}
          </p>
          <Problems problems={problems} dossier={dossier} onMend={mend} />
        </section>
      )}
      {differences.length > 0 && (
        <section aria-label={t('meeting.differences')} className={styles.problems}>
          <p role="status">{t('meeting.differencesPass', { count: differences.length })}</p>
          <Differences differences={differences} dossier={dossier} onMend={mend} />
        </section>
      )}
      {minutes.state === 'ready' && problems.length === 0 && differences.length === 0 && (
        <p role="status">{t('meeting.complete')}</p>
      )}
      {fault && fault.kind !== 'NotReadyToExport' && <FaultNotice fault={fault} />}
    </Dialog>
  )
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.choice}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
