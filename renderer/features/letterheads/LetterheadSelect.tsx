import { useTranslation } from 'react-i18next'
import type { LetterheadId } from '../../../shared/ids.ts'
import type { Letterhead } from '../../../shared/letterhead.ts'
import { Select } from '../../ui/Select.tsx'

/** The office's paper that something goes out on, or plain paper. Nothing where the office has kept none. */
export function LetterheadSelect(props: {
  readonly letterheads: readonly Letterhead[]
  /** Null: plain paper. */
  readonly value: LetterheadId | null
  readonly onChange: (id: LetterheadId | null) => void
  readonly hideLabel?: boolean
}) {
  const { t } = useTranslation()
  const { letterheads, value, onChange, hideLabel } = props
  if (letterheads.length === 0) return null
  return (
    <Select<string>
      label={t('papers.letterhead')}
      {...(hideLabel && { hideLabel })}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(letterheads.find(({ id }) => id === chosen)?.id ?? null)}
      choices={[
        { value: 'none', label: t('papers.noLetterhead') },
        ...letterheads.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
