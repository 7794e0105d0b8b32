import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writtenRecordText } from '../../../shared/compare/comparedText.ts'
import type { DraftId } from '../../../shared/ids.ts'
import { usualParent } from '../../../shared/mou/lineage.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Language } from '../../../shared/values.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { draftLine } from './draftWords.ts'

/** What is to be compared first: a draft, or the working text of a language. */
export type ToCompare =
  | { readonly kind: 'draft'; readonly draftId: DraftId }
  | { readonly kind: 'workingText'; readonly language: Language }

/** Chooses both texts of a comparison in the register; another memorandum is chosen on the screen of the comparison. */
export function CompareDialog(props: {
  readonly dossier: MouDossier
  readonly text: ToCompare
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const navigate = useNavigate()
  const { dossier, text, onClose } = props
  const { drafts, workingTexts, mou } = dossier
  const draft = text.kind === 'draft' ? drafts.find(({ id }) => id === text.draftId) : undefined
  const language = text.kind === 'workingText' ? text.language : (draft?.language ?? mou.languages[0] ?? 'en')
  const written = (one: ToCompare) =>
    writtenRecordText(one.kind === 'draft' ? one : { ...one, mouId: mou.id })
  const [base, setBase] = useState<string | null>(() => {
    const earlier = draft ? drafts.filter(({ number }) => number < draft.number) : drafts
    const working = workingTexts.find((one) => one.language === language)
    const answered =
      draft?.parents.find((id) => drafts.some((one) => one.id === id && one.language === language)) ??
      (text.kind === 'workingText' ? working?.basedOn : null) ??
      usualParent(earlier, draft?.tabledBy ?? 'both', language)
    return answered ? written({ kind: 'draft', draftId: answered }) : null
  })
  const [target, setTarget] = useState<string | null>(written(text))
  const [isTried, setTried] = useState(false)

  const choices = [
    ...workingTexts
      .filter((one) => one.language === language)
      .map((one) => ({
        value: written({ kind: 'workingText', language: one.language }),
        label: t('drafts.workingText'),
        hint: languageName(one.language, screen),
      })),
    ...drafts
      .filter((one) => one.language === language)
      .toReversed()
      .map((one) => ({
        value: written({ kind: 'draft', draftId: one.id }),
        label: draftLine(one, screen, t),
        hint: languageName(one.language, screen),
      })),
  ]

  async function compare() {
    setTried(true)
    if (base === null || target === null) return 'incomplete'
    await navigate({ to: '/compare', search: { base, target } })
    return null
  }

  const missing = (value: string | null) => (isTried && value === null ? t('shell.filledIn') : undefined)
  return (
    <FormDialog
      title={t('drafts.compareTitle')}
      onClose={onClose}
      onSubmit={compare}
      submit={t('compare.nav')}
    >
      <Select
        label={t('compare.base')}
        placeholder={t('compare.chooseText')}
        choices={choices}
        value={base}
        onChange={setBase}
        error={missing(base)}
      />
      <Select
        label={t('compare.target')}
        placeholder={t('compare.chooseText')}
        choices={choices}
        value={target}
        onChange={setTarget}
        error={missing(target)}
      />
      <p>{t('drafts.compareElsewhere')}</p>
    </FormDialog>
  )
}
