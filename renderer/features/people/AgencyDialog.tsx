import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Agency, AgencyLevel } from '../../../shared/meeting/people.ts'
import type { Side, Wording } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { CountryField } from '../../ui/CountryField.tsx'
import { FormDialog, Row } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { levelWords } from './levelWords.ts'

/** An office of a side, its names and its level. `agency` null: a new one, of `side` unless changed. */
export function AgencyDialog(props: {
  readonly agency: Agency | null
  readonly side: Side
  readonly onClose: () => void
  readonly onSaved?: (agency: Agency) => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { agency, side, onClose, onSaved } = props
  const [name, setName] = useState<Wording>(agency?.name ?? {})
  const [ownSide, setSide] = useState<Side | null>(agency?.side ?? side)
  const [level, setLevel] = useState<AgencyLevel>(agency?.level ?? 'ministry')
  const [tried, setTried] = useState(false)

  async function onSubmit() {
    setTried(true)
    if (!isWritten(name) || ownSide === null) return 'incomplete'
    const reply = await write('agency.put', {
      agency: { id: agency?.id ?? null, side: ownSide, name, level },
    })
    if (!reply.ok) return reply.fault
    onSaved?.(reply.value.value)
    return null
  }

  return (
    <FormDialog
      title={agency === null ? t('people.newAgency') : t('people.editAgency')}
      wide
      onClose={onClose}
      onSubmit={onSubmit}
    >
      <WordingFields
        label={t('people.name')}
        languages={['en', 'id', 'km']}
        value={name}
        onChange={setName}
        error={tried && !isWritten(name) ? t('people.atLeastOne') : undefined}
      />
      <Row>
        <CountryField
          label={t('people.side')}
          value={ownSide}
          onChange={setSide}
          error={tried && ownSide === null ? t('shell.filledIn') : undefined}
        />
        <Select
          label={t('people.level')}
          choices={AgencyLevel.options.map((value) => ({ value, label: t(levelWords[value]) }))}
          value={level}
          onChange={setLevel}
        />
      </Row>
    </FormDialog>
  )
}
