import { useTranslation } from 'react-i18next'
import { countries } from '../../shared/meeting/countries.ts'
import type { Side } from '../../shared/values.ts'
import { useLanguage } from '../i18n/words.ts'
import { ComboBox } from './ComboBox.tsx'

/** A side, by the name of its country in the language of the screen. */
export function CountryField(props: {
  readonly label: string
  readonly value: Side | null
  readonly onChange: (side: Side | null) => void
  readonly hint?: string
  readonly error?: string | undefined
  /** Sides that are not offered, such as one's own. */
  readonly except?: readonly Side[]
  readonly className?: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { except = [], ...rest } = props
  const choices = countries
    .filter(({ code }) => !except.includes(code))
    .map(({ code, name }) => ({ value: code, label: name[language], hint: code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return <ComboBox {...rest} choices={choices} nothing={t('record.make.noCountry')} />
}
