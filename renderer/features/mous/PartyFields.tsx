import { Building2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type Agency, isThereOn, type Person } from '../../../shared/meeting/people.ts'
import type { MouParty } from '../../../shared/mou/mou.ts'
import { inLanguage, type Side } from '../../../shared/values.ts'
import { usePages } from '../../api/useRead.ts'
import { byName } from '../../i18n/byName.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { Select } from '../../ui/Select.tsx'
import { levelWords } from '../people/levelWords.ts'
import styles from './MouDialog.module.css'
import { levelOfWords } from './mouWords.ts'

/** A party while it is entered, with whoever is to sign as the list shows him. */
export type EnteredParty = Omit<MouParty, 'side'> & { readonly signatory: Person | null }

const noAgency = 'none'

/** Who concludes for a side, at which level, and who is to sign. Both may be new: `onNew` asks for them. */
export function PartyFields(props: {
  readonly side: Side
  readonly value: EnteredParty
  readonly onChange: (changes: Partial<EnteredParty>) => void
  readonly agencies: readonly Agency[]
  readonly onNew: (what: 'agency' | 'person', side: Side) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { side, value, onChange, agencies, onNew } = props
  const { signatory } = value
  const [typed, setTyped] = useState('')
  const country = countryOf(side).name[language]
  const labelOf = (person: Person) => [person.name, person.khmerName].filter(Boolean).join(' · ')
  // The name of whoever is chosen looks for nobody: the whole list stays on offer.
  const isChosen = signatory !== null && typed === labelOf(signatory)
  const query = isChosen ? '' : typed.slice(0, 200)
  const people = usePages('person.list', { query, side })
  const rows =
    people.state === 'ready' ? people.value.rows.filter((person) => isThereOn(person, today())) : []
  const offered =
    signatory !== null && signatory.side === side && !rows.some(({ id }) => id === signatory.id)
      ? [signatory, ...rows]
      : rows
  const ofSide = agencies
    .filter((agency) => agency.side === side)
    .filter((agency) => agency.id === value.agencyId || isThereOn(agency, today()))
    .toSorted(byName(language, ({ name }) => inLanguage(name, language)))
  const chosen = ofSide.find(({ id }) => id === value.agencyId)
  return (
    <div className={styles.party} role="group" aria-label={country}>
      <p className={styles.side} aria-hidden>
        <CountryCode side={side} /> {country}
      </p>
      <div className={styles.withNew}>
        <Select
          label={t('people.agency')}
          value={(value.agencyId as string | null) ?? noAgency}
          onChange={(id) => onChange({ agencyId: ofSide.find((agency) => agency.id === id)?.id ?? null })}
          choices={[
            { value: noAgency, label: t('mou.form.noAgency') },
            ...ofSide.map(({ id, name, level }) => ({
              value: id as string,
              label: inLanguage(name, language),
              hint: t(levelWords[level]),
            })),
          ]}
          hint={chosen ? t(levelOfWords[chosen.level]) : t('mou.form.agencyHint')}
        />
        <Button variant="link" compact icon={Building2} onPress={() => onNew('agency', side)}>
          {t('people.newAgency')}
        </Button>
      </div>
      <div className={styles.withNew}>
        <ComboBox
          label={t('mou.form.signatory')}
          value={value.signatoryId as string | null}
          onChange={(id) => {
            const chosen = offered.find((person) => person.id === id) ?? null
            onChange({ signatoryId: chosen?.id ?? null, signatory: chosen })
          }}
          onType={setTyped}
          choices={offered.map((person) => ({
            value: person.id as string,
            label: labelOf(person),
            hint: inLanguage(person.title, language),
          }))}
          nothing={t('meeting.nobody')}
        />
        <Button variant="link" compact icon={UserPlus} onPress={() => onNew('person', side)}>
          {t('people.newPerson')}
        </Button>
      </div>
    </div>
  )
}
