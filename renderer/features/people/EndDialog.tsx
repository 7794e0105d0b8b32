import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { Agency, Person } from '../../../shared/meeting/people.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

/** Who or what is to end. */
export type Ending =
  { readonly what: 'person'; readonly person: Person } | { readonly what: 'agency'; readonly agency: Agency }

/** Ends a person or an agency on a day. `refused`: why removing was not possible, where that was tried first. */
export function EndDialog(props: {
  readonly ending: Ending
  readonly refused: Fault | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { ending, refused, onClose } = props
  const [endedOn, setEndedOn] = useState<CalendarDate | null>(today())
  const [tried, setTried] = useState(false)
  const name = ending.what === 'person' ? ending.person.name : inLanguage(ending.agency.name, language)

  async function save() {
    setTried(true)
    if (endedOn === null) return 'incomplete'
    const reply =
      ending.what === 'person'
        ? await write('person.end', { personId: ending.person.id, endedOn })
        : await write('agency.end', { agencyId: ending.agency.id, endedOn })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('people.endTitle', { name })}
      onClose={onClose}
      onSubmit={save}
      submit={t('people.endNow')}
    >
      {refused && <FaultNotice fault={refused} next={t('people.endInstead')} />}
      <DateField
        label={t('people.lastDay')}
        hint={t(ending.what === 'person' ? 'people.endPersonHint' : 'people.endAgencyHint')}
        value={endedOn}
        onChange={setEndedOn}
        error={tried && endedOn === null ? t('shell.filledIn') : undefined}
      />
    </FormDialog>
  )
}
