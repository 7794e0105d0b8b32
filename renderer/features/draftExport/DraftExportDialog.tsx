import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { ComposedLanguage, Language, Side } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useFileExport } from '../files/useFileExport.ts'
import { Choice } from '../meeting/Choice.tsx'
import styles from '../meeting/ExportDialog.module.css'
import { ExportProgress } from '../files/ExportProgress.tsx'

type View = 'attributed' | 'clean' | `seenBy ${Side}`

/**
 * A draft, or working texts, as a file: which languages in columns, which wording of the brackets, with numbers of
 * lines or without.
 */
export function DraftExportDialog(props: {
  readonly dossier: MouDossier
  /** The draft that goes out; null: the working texts. */
  readonly draft: Draft | null
  /** The language that is chosen first; the first working text if none is given. */
  readonly language?: Language
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const call = useCall()
  const { dossier, draft, onClose } = props
  const { mou, relationship, workingTexts } = dossier
  const offered = draft
    ? [draft.language]
    : mou.languages.filter((one) => workingTexts.some((text) => text.language === one))
  const first = props.language ?? offered[0]
  const [languages, setLanguages] = useState<readonly Language[]>(first ? [first] : [])
  const [view, setView] = useState<View>('attributed')
  const [lineNumbers, setLineNumbers] = useState(false)
  const [around, setAround] = useState<ComposedLanguage>(first === 'id' ? 'id' : 'en')
  const [format, setFormat] = useState<'docx' | 'pdf'>('docx')
  const [fault, setFault] = useState<Fault | null>(null)
  const { run, busy, progress } = useFileExport('draft.export')

  async function send() {
    const end = await run(() =>
      call('draft.export', {
        mouId: mou.id,
        texts: draft
          ? [{ kind: 'draft', draftId: draft.id }]
          : offered
              .filter((one) => languages.includes(one))
              .map((language) => ({ kind: 'workingText', language })),
        view:
          view === 'attributed' || view === 'clean'
            ? { kind: view }
            : { kind: 'seenBy', side: view.slice(7) },
        lineNumbers,
        language: around,
        format,
      }),
    )
    setFault(typeof end === 'string' ? null : end)
    if (end === 'over') onClose()
  }

  return (
    <Dialog
      title={draft ? t('draftExport.titleDraft', { number: draft.number }) : t('draftExport.title')}
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
            isDisabled={languages.length === 0}
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
        {offered.length > 1 && (
          <Choice label={t('draftExport.texts')}>
            <div role="group" aria-label={t('draftExport.texts')} className={styles.checks}>
              {offered.map((one) => (
                <Checkbox
                  key={one}
                  isSelected={languages.includes(one)}
                  onChange={(on) =>
                    setLanguages(on ? [...languages, one] : languages.filter((other) => other !== one))
                  }
                >
                  {languageName(one, screen)}
                </Checkbox>
              ))}
            </div>
          </Choice>
        )}
        <Choice label={t('draftExport.view')}>
          <Segments<View>
            label={t('draftExport.view')}
            value={view}
            onChange={setView}
            choices={[
              { value: 'attributed', label: t('draftExport.attributed') },
              ...[relationship.ownSide, relationship.otherSide].map((side) => ({
                value: `seenBy ${side}` as const,
                label: t('draftExport.seenBy', { side }),
              })),
              { value: 'clean', label: t('draftExport.clean') },
            ]}
          />
        </Choice>
        <Choice label={t('draftExport.around')}>
          <Segments<ComposedLanguage>
            label={t('draftExport.around')}
            value={around}
            onChange={setAround}
            choices={(['id', 'en'] as const).map((value) => ({ value, label: languageName(value, screen) }))}
          />
        </Choice>
      </div>
      <Checkbox isSelected={lineNumbers} onChange={setLineNumbers}>
        <span>
          {t('draftExport.lineNumbers')}
          <span className={styles.hint}>
            {languages.length > 1 ? t('draftExport.rowNumbersHint') : t('draftExport.lineNumbersHint')}
          </span>
        </span>
      </Checkbox>
      <p>{format === 'docx' ? t('draftExport.commentsDocx') : t('draftExport.commentsPdf')}</p>
      {progress && <ExportProgress progress={progress} onStop={() => void call('draft.stopExport', {})} />}
      {fault && <FaultNotice fault={fault} />}
    </Dialog>
  )
}
