import { useNavigate } from '@tanstack/react-router'
import { ClipboardPaste, Columns3, FolderOpen, Merge } from 'lucide-react'
import { type DragEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Language } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Card } from '../../ui/Page.tsx'
import { hasFiles } from '../compare/useFilesGiven.ts'
import { useLate } from '../compare/useLate.ts'
import { DraftExportDialog } from '../draftExport/DraftExportDialog.tsx'
import { BeginDialog } from './BeginDialog.tsx'
import { CompareDialog, type ToCompare } from './CompareDialog.tsx'
import styles from './DraftRegister.module.css'
import { DraftTable } from './DraftTable.tsx'
import { FactsDialog } from './FactsDialog.tsx'
import { MergeDialog, usualMerge } from './MergeDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { ReadTextDialog, type ReadText } from './ReadTextDialog.tsx'
import { type DraftSource, RegisterDialog } from './RegisterDialog.tsx'
import { useIncomingFile } from './useIncomingFile.ts'
import { WorkingTexts } from './WorkingTexts.tsx'

/** What stands above the register. */
export type DraftLayer =
  | { readonly kind: 'read'; readonly text: ReadText }
  | { readonly kind: 'facts'; readonly draftId: DraftId }
  /** The working text of a language gets the words of a draft. Null: which draft or language is still to be chosen. */
  | { readonly kind: 'begin'; readonly language: Language | null; readonly draftId: DraftId | null }
  | { readonly kind: 'compare'; readonly text: ToCompare }
  | { readonly kind: 'merge'; readonly pair: readonly [Draft, Draft] }
  | { readonly kind: 'paste' }
  /** Null: the working texts, that of `language` first. */
  | { readonly kind: 'export'; readonly draftId: DraftId | null; readonly language: Language }
  | { readonly kind: 'register'; readonly source: DraftSource }

/**
 * Every text that was tabled for an instrument, and the one that is being negotiated in each language. A file that is
 * dropped anywhere on it is read as a new draft.
 */
export function DraftRegister({ dossier }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const call = useCall()
  const navigate = useNavigate()
  const [layer, setLayer] = useState<DraftLayer | null>(null)
  const [isOver, setOver] = useState(false)
  const { incoming, choose, take, stop, dismiss } = useIncomingFile((file) =>
    setLayer({ kind: 'register', source: { kind: 'file', file } }),
  )
  const close = () => {
    if (layer?.kind === 'register' && layer.source.kind === 'file')
      void call('compare.forgetFile', { fileId: layer.source.file.fileId })
    setLayer(null)
  }
  const read = (draftId: DraftId) => {
    close()
    setLayer({ kind: 'read', text: { kind: 'draft', draftId } })
  }
  const pair = useMemo(() => usualMerge(dossier), [dossier])
  const facts = layer?.kind === 'facts' ? dossier.drafts.find(({ id }) => id === layer.draftId) : undefined
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'draft.choose',
          label: t('drafts.fromFile'),
          icon: FolderOpen,
          kind: 'create',
          run: () => void choose(),
        },
        {
          id: 'draft.paste',
          label: t('drafts.fromPaste'),
          icon: ClipboardPaste,
          kind: 'create',
          run: () => setLayer({ kind: 'paste' }),
        },
        ...(pair
          ? [
              {
                id: 'draft.merge',
                label: t('drafts.merge'),
                icon: Merge,
                run: () => setLayer({ kind: 'merge', pair }),
              },
            ]
          : []),
      ],
      [t, choose, pair],
    ),
  )

  function onDrag(event: DragEvent): void {
    if (!hasFiles(event.dataTransfer)) return
    event.preventDefault()
    setOver(true)
  }

  return (
    <div
      className={styles.register}
      onDragOver={onDrag}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        const [file] = event.dataTransfer.files
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        if (file) void take(file)
      }}
    >
      {incoming.state === 'failed' && <FaultNotice fault={incoming.fault} onClose={dismiss} />}
      {incoming.state === 'reading' && <ReadingFile name={incoming.name} onStop={stop} />}
      <Card
        title={t('drafts.workingTexts')}
        actions={
          dossier.workingTexts.length > 1 && (
            <Button
              compact
              icon={Columns3}
              onPress={() =>
                void navigate({ to: '/mou/$mouId/languages', params: { mouId: dossier.mou.id } })
              }
            >
              {t('drafts.sideBySide')}
            </Button>
          )
        }
      >
        <WorkingTexts dossier={dossier} onLayer={setLayer} />
      </Card>
      <Card
        title={t('drafts.title')}
        actions={
          <div className={styles.acts}>
            {pair && (
              <Button compact icon={Merge} onPress={() => setLayer({ kind: 'merge', pair })}>
                {t('drafts.merge')}
              </Button>
            )}
            <Button compact icon={FolderOpen} onPress={() => void choose()}>
              {t('drafts.fromFile')}
            </Button>
            <Button compact icon={ClipboardPaste} onPress={() => setLayer({ kind: 'paste' })}>
              {t('drafts.fromPaste')}
            </Button>
          </div>
        }
      >
        <DraftTable dossier={dossier} onLayer={setLayer} />
        <p className={styles.hint}>{t('drafts.dropHint')}</p>
      </Card>
      {isOver && <div className={styles.drop}>{t('drafts.dropNow')}</div>}
      {layer?.kind === 'read' && <ReadTextDialog dossier={dossier} text={layer.text} onClose={close} />}
      {facts && <FactsDialog dossier={dossier} draft={facts} onClose={close} />}
      {layer?.kind === 'begin' && (
        <BeginDialog dossier={dossier} language={layer.language} draftId={layer.draftId} onClose={close} />
      )}
      {layer?.kind === 'export' && (
        <DraftExportDialog
          dossier={dossier}
          draft={dossier.drafts.find(({ id }) => id === layer.draftId) ?? null}
          language={layer.language}
          onClose={close}
        />
      )}
      {layer?.kind === 'compare' && <CompareDialog dossier={dossier} text={layer.text} onClose={close} />}
      {layer?.kind === 'merge' && <MergeDialog dossier={dossier} pair={layer.pair} onClose={close} />}
      {layer?.kind === 'paste' && (
        <PasteDialog
          onClose={close}
          onText={(doc) => setLayer({ kind: 'register', source: { kind: 'pasted', doc } })}
        />
      )}
      {layer?.kind === 'register' && (
        <RegisterDialog dossier={dossier} source={layer.source} onClose={close} onOpenDraft={read} />
      )}
    </div>
  )
}

/** Said, with the way to stop it, only where reading takes longer than a moment. */
function ReadingFile({ name, onStop }: { readonly name: string | null; readonly onStop: () => void }) {
  const { t } = useTranslation()
  const isLate = useLate()
  if (!isLate) return null
  return (
    <div className={styles.reading}>
      <span role="status">{t('compare.reading', { name: name ?? t('compare.file') })}</span>
      <Button compact onPress={onStop}>
        {t('shell.cancel')}
      </Button>
    </div>
  )
}
