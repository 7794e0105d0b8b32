import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftId } from '../../../shared/ids.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Language } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { draftLine, kindWords } from './draftWords.ts'

/** Begins the working text of a language as a copy of a draft, or puts a draft in its place; the draft stays. */
export function BeginDialog(props: {
  readonly dossier: MouDossier
  /** Null: that of the draft. */
  readonly language: Language | null
  /** Null: still to be chosen. */
  readonly draftId: DraftId | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const screen = useLanguage()
  const format = useFormat()
  const { dossier, onClose } = props
  const given = dossier.drafts.find(({ id }) => id === props.draftId)
  const language = given?.language ?? props.language ?? dossier.mou.languages[0] ?? 'en'
  const drafts = dossier.drafts.filter((draft) => draft.language === language).toReversed()
  const [chosen, setChosen] = useState<DraftId | null>(given?.id ?? drafts[0]?.id ?? null)
  const [isTried, setTried] = useState(false)
  const there = dossier.workingTexts.find((text) => text.language === language)
  const name = languageName(language, screen)

  async function begin() {
    setTried(true)
    if (chosen === null) return 'incomplete'
    const reply = await write('workingText.begin', {
      ...{ mouId: dossier.mou.id, language, from: { kind: 'draft', draftId: chosen } },
    })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t(there ? 'drafts.replaceTitle' : 'drafts.beginTitle', { language: name })}
      onClose={onClose}
      onSubmit={begin}
      submit={t(there ? 'drafts.replace' : 'drafts.begin')}
    >
      <p>
        {there ? t('drafts.replaceAbout', { words: format.number(there.words) }) : t('drafts.beginAbout')}
      </p>
      <Select
        label={t('drafts.column.draft')}
        choices={drafts.map((draft) => ({
          value: draft.id,
          label: draftLine(draft, screen, t),
          hint: t(kindWords[draft.kind]),
        }))}
        value={chosen}
        onChange={setChosen}
        error={isTried && chosen === null ? t('shell.filledIn') : undefined}
      />
    </FormDialog>
  )
}
