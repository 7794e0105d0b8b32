import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftId } from '../../../shared/ids.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Language } from '../../../shared/values.ts'
import { Card } from '../../ui/Page.tsx'
import { BeginDialog } from './BeginDialog.tsx'
import styles from './DraftRegister.module.css'
import { DraftTable } from './DraftTable.tsx'
import { FactsDialog } from './FactsDialog.tsx'
import { ReadTextDialog, type ReadText } from './ReadTextDialog.tsx'
import { WorkingTexts } from './WorkingTexts.tsx'

/** What stands above the register. */
export type DraftLayer =
  | { readonly kind: 'read'; readonly text: ReadText }
  | { readonly kind: 'facts'; readonly draftId: DraftId }
  /** The working text of a language gets the words of a draft. Null: which draft or language is still to be chosen. */
  | { readonly kind: 'begin'; readonly language: Language | null; readonly draftId: DraftId | null }

/** Every text that was tabled for an instrument, and the one that is being negotiated in each language. */
export function DraftRegister({ dossier }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const [layer, setLayer] = useState<DraftLayer | null>(null)
  const close = () => setLayer(null)
  const byId = useMemo(() => new Map(dossier.drafts.map((draft) => [draft.id, draft])), [dossier.drafts])
  const facts = layer?.kind === 'facts' ? byId.get(layer.draftId) : undefined
  return (
    <div className={styles.register}>
      <Card title={t('drafts.workingTexts')}>
        <WorkingTexts dossier={dossier} onLayer={setLayer} />
      </Card>
      <Card title={t('drafts.title')}>
        <DraftTable dossier={dossier} onLayer={setLayer} />
      </Card>
      {layer?.kind === 'read' && <ReadTextDialog dossier={dossier} text={layer.text} onClose={close} />}
      {facts && <FactsDialog dossier={dossier} draft={facts} onClose={close} />}
      {layer?.kind === 'begin' && (
        <BeginDialog dossier={dossier} language={layer.language} draftId={layer.draftId} onClose={close} />
      )}
    </div>
  )
}
