import { useTranslation } from 'react-i18next'
import type { SeriesId } from '../../shared/ids.ts'
import { countryOf } from '../../shared/meeting/countries.ts'
import { inLanguage, type Side } from '../../shared/values.ts'
import { useRead } from '../api/useRead.ts'
import { useLanguage } from '../i18n/words.ts'
import { Select } from '../ui/Select.tsx'
import { useSides } from './useSides.ts'

type FilterProps<Value> = {
  /** Null: all. */
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  readonly hideLabel?: boolean
}

/** Narrows a list to one of the sides that the record knows. */
export function SideFilter({ value, onChange, hideLabel = false }: FilterProps<Side>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sides = useSides()
  return (
    <Select
      label={t('search.side')}
      hideLabel={hideLabel}
      choices={[
        { value: 'all', label: t('search.allSides') },
        ...sides.map((code) => ({ value: code, label: countryOf(code).name[language] })),
      ]}
      value={sides.find((code) => code === value) ?? 'all'}
      onChange={(chosen) => onChange(chosen === 'all' ? null : chosen)}
    />
  )
}

/** Narrows a list to one series of meetings. */
export function SeriesFilter({ value, onChange, hideLabel = false }: FilterProps<SeriesId>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const series = useRead('series.list', { relationshipId: null })
  const all = series.state === 'ready' ? series.value : []
  return (
    <Select<string>
      label={t('search.series')}
      hideLabel={hideLabel}
      choices={[
        { value: 'all', label: t('search.allSeries') },
        ...all.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
      ]}
      value={value ?? 'all'}
      onChange={(chosen) => onChange(all.find(({ id }) => id === chosen)?.id ?? null)}
    />
  )
}
