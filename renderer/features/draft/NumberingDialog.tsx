import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clauseNumber, type NumberStyle, numberStyles } from '../../../shared/mou/clauseNumbers.ts'
import { type NumberForm, type NumberingScheme, usualNumbering } from '../../../shared/mou/numberingScheme.ts'
import { numberingOf } from '../../../shared/text/instrument/clauseNumbering.ts'
import { setNumbering } from '../../../shared/text/instrument/numberCommands.ts'
import type { Language } from '../../../shared/values.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Fields, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { useDraft } from './DraftContext.ts'
import { languageWords } from './languageWords.ts'
import { lineKindWords } from './lineKinds.ts'

const outer = ['chapter', 'annex', 'article', 'paragraph'] as const

/** How the clauses of this text count: the words around each number and the style of it. */
export function NumberingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { editor, act } = useDraft()
  const [scheme, setScheme] = useState<NumberingScheme>(() => numberingOf(editor.state.doc))
  const [usual, setUsual] = useState<Language | null>(null)

  function change(next: NumberingScheme): void {
    setScheme(next)
    setUsual(null)
  }

  function save() {
    act(setNumbering(scheme))
    return Promise.resolve(null)
  }

  return (
    <FormDialog title={t('draft.numbering.title')} onClose={onClose} onSubmit={save} wide>
      <Select<Language>
        label={t('draft.numbering.usual')}
        placeholder={t('draft.numbering.own')}
        value={usual}
        onChange={(language) => {
          setScheme(usualNumbering[language])
          setUsual(language)
        }}
        choices={(['en', 'id', 'km'] as const).map((value) => ({ value, label: t(languageWords[value]) }))}
      />
      {outer.map((part) => (
        <FormFields
          key={part}
          legend={t(lineKindWords[part === 'paragraph' ? 'numberedParagraph' : part])}
          form={scheme[part]}
          longest={part === 'paragraph' ? 8 : 24}
          onChange={(form) => change({ ...scheme, [part]: form })}
        />
      ))}
      {scheme.letters.map((form, level) => (
        <FormFields
          key={level}
          legend={t('draft.numbering.level', { level: level + 1 })}
          form={form}
          longest={8}
          onChange={(next) => change({ ...scheme, letters: scheme.letters.with(level, next) })}
        />
      ))}
      {scheme.letters.length < 4 && (
        <Button
          variant="link"
          onPress={() =>
            change({ ...scheme, letters: [...scheme.letters, { before: '(', style: 'i', after: ') ' }] })
          }
        >
          {t('draft.numbering.addLevel')}
        </Button>
      )}
    </FormDialog>
  )
}

function FormFields(props: {
  readonly legend: string
  readonly form: NumberForm
  readonly longest: number
  readonly onChange: (form: NumberForm) => void
}) {
  const { t } = useTranslation()
  const { legend, form, longest, onChange } = props
  return (
    <Fields legend={`${legend}: ${form.before}${clauseNumber(1, form.style)}${form.after}`}>
      <Row>
        <TextField
          label={t('draft.numbering.before')}
          value={form.before}
          onChange={(before) => onChange({ ...form, before })}
          maxLength={longest}
        />
        <Select<NumberStyle>
          label={t('draft.numbering.style')}
          value={form.style}
          onChange={(style) => onChange({ ...form, style })}
          choices={numberStyles.map((value) => ({
            value,
            label: [1, 2, 3].map((place) => clauseNumber(place, value)).join(', '),
          }))}
        />
        <TextField
          label={t('draft.numbering.after')}
          value={form.after}
          onChange={(after) => onChange({ ...form, after })}
          maxLength={8}
        />
      </Row>
    </Fields>
  )
}
