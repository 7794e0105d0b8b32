import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Term } from '../../../shared/mou/terms.ts'
import type { Language } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { TextField } from '../../ui/TextField.tsx'
import { Fields, FormDialog, Row } from '../../ui/FormDialog.tsx'

const languages: readonly Language[] = ['id', 'en', 'km']
/** What is typed: one form a line, the preferred one first. */
type Typed = Readonly<Record<Language, { readonly use: string; readonly avoid: string }>>

/** A term in the languages of texts. `term` null: a new one. */
export function TermDialog({ term, onClose }: { readonly term: Term | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const write = useWrite()
  const [typed, setTyped] = useState<Typed>(() => typedOf(term))
  const [note, setNote] = useState(term?.note ?? '')
  const [tried, setTried] = useState(false)
  const isMissing = languages.every((language) => linesOf(typed[language].use).length === 0)

  async function save() {
    setTried(true)
    if (isMissing) return 'incomplete'
    const reply = await write('term.put', { term: { id: term?.id ?? null, forms: formsOf(typed), note } })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={term ? t('procedure.editTerm') : t('procedure.addTerm')}
      onClose={onClose}
      onSubmit={save}
      wide
    >
      {languages.map((language, index) => (
        <Fields key={language} legend={languageName(language, screen)}>
          <Row>
            <TextField
              label={t('procedure.formsToUse')}
              hint={t('procedure.formsHint')}
              language={language}
              lines={2}
              maxLength={4_000}
              value={typed[language].use}
              onChange={(use) => setTyped({ ...typed, [language]: { ...typed[language], use } })}
              error={tried && isMissing && index === 0 ? t('procedure.atLeastOneForm') : undefined}
            />
            <TextField
              label={t('procedure.formsToAvoid')}
              language={language}
              lines={2}
              maxLength={4_000}
              value={typed[language].avoid}
              onChange={(avoid) => setTyped({ ...typed, [language]: { ...typed[language], avoid } })}
            />
          </Row>
        </Fields>
      ))}
      <TextField label={t('procedure.note')} lines={2} maxLength={2_000} value={note} onChange={setNote} />
    </FormDialog>
  )
}

function typedOf(term: Term | null): Typed {
  const of = (language: Language) => ({
    use: term?.forms[language]?.use.join('\n') ?? '',
    avoid: term?.forms[language]?.avoid.join('\n') ?? '',
  })
  return { en: of('en'), id: of('id'), km: of('km') }
}

function formsOf(typed: Typed): Term['forms'] {
  const written = languages.flatMap((language) => {
    const forms = { use: linesOf(typed[language].use), avoid: linesOf(typed[language].avoid) }
    return forms.use.length + forms.avoid.length === 0 ? [] : [[language, forms] as const]
  })
  return Object.fromEntries(written)
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
