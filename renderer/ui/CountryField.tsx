import { useTranslation } from 'react-i18next'
import type { Side } from '../../shared/values.ts'
import { useLanguage } from '../i18n/words.ts'
import { ComboBox } from './ComboBox.tsx'
import { countryChoices } from './countryChoices.ts'

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
  const choices = countryChoices(language).filter(({ value }) => !except.includes(value))
  return <ComboBox {...rest} choices={choices} nothing={t('record.make.noCountry')} />
}
