import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../shared/mou/draft.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { useWrite } from '../../api/useWrite.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { draftName } from './draftWords.ts'
import { completeFacts, type EnteredFacts, FactsFields } from './FactsFields.tsx'

/** Puts the facts of a draft right; its text, number and parents stay. */
export function FactsDialog(props: {
  readonly dossier: MouDossier
  readonly draft: Draft
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier, draft, onClose } = props
  const { kind, tabledBy, textDate, receivedOn, channel, note, dateReason } = draft
  const [facts, setFacts] = useState<EnteredFacts>({
    ...{ kind, tabledBy, textDate, receivedOn, channel, note, dateReason },
  })
  const [isTried, setTried] = useState(false)
  const parents = dossier.drafts.filter(({ id }) => draft.parents.includes(id))

  async function save() {
    setTried(true)
    const complete = completeFacts(facts, parents)
    if (!complete) return 'incomplete'
    const reply = await write('draft.change', { draftId: draft.id, facts: complete })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('drafts.factsOf', { draft: draftName(draft, t) })} onClose={onClose} onSubmit={save}>
      <FactsFields dossier={dossier} facts={facts} parents={parents} onChange={setFacts} isTried={isTried} />
    </FormDialog>
  )
}
