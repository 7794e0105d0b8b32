import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../shared/api/contract.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { isNumbered, itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import type { AgendaItem, TakenOff } from '../../../shared/meeting/meeting.ts'
import { inLanguage, type Side } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './AdoptDialog.module.css'
import { FormDialog } from '../../ui/FormDialog.tsx'
import form from '../../ui/form.module.css'
import { useMeeting } from './MeetingContext.ts'

type Change = Input<'agenda.adopt'>['changes'][number]['change']

const changeWords = {
  added: 'agenda.added',
  moved: 'agenda.moved',
  takenOff: 'agenda.takenOff',
} as const
const changes = ['added', 'moved', 'takenOff'] as const satisfies readonly Change[]

/** The adoption of the agenda: when, and what was changed on the proposal at whose request. */
export function AdoptDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const offId = useId()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting, agenda, relationship, takenOff } = dossier
  const [on, setOn] = useState<string | null>(meeting.agendaAdoptedOn ?? meeting.heldOn)
  const [chosen, setChosen] = useState<ReadonlyMap<AgendaItem['id'], string>>(
    () => new Map(agenda.map((item) => [item.id, choiceOf(item)])),
  )
  const [back, setBack] = useState<ReadonlyMap<TakenOff['id'], string>>(new Map())
  const [tried, setTried] = useState(false)
  const numbers = itemNumbers(agenda)
  const sides = [relationship.ownSide, relationship.otherSide]
  const nameOf = (side: Side) => countryOf(side).name[language]
  const choices = [
    { value: asProposed, label: t('agenda.asProposed') },
    ...changes.flatMap((change) =>
      sides.map((side) => ({
        value: `${change} ${side}`,
        label: t(changeWords[change], { side: nameOf(side) }),
      })),
    ),
  ]

  async function adopt() {
    setTried(true)
    if (on === null) return 'incomplete'
    const reply = await write('agenda.adopt', {
      meetingId: meeting.id,
      on,
      changes: agenda.filter(isNumbered).flatMap(({ id }) => changeOf(id, chosen.get(id)) ?? []),
      putBack: takenOff.flatMap(({ id }) => {
        const choice = back.get(id) ?? staysOff
        return choice === staysOff ? [] : [{ id, addedBy: choice === asProposed ? null : choice }]
      }),
    })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('agenda.adoption')}
      onClose={onClose}
      onSubmit={adopt}
      submit={meeting.agendaAdoptedOn === null ? t('meeting.adoptAgenda') : t('shell.save')}
      wide
    >
      <DateField
        label={t('agenda.adoptedOn')}
        value={on}
        onChange={setOn}
        error={tried && on === null ? t('shell.filledIn') : undefined}
      />
      <p className={form.hint}>{t('agenda.adoptHint')}</p>
      <ul className={styles.items}>
        {agenda.filter(isNumbered).map(({ id, title }) => {
          const named = t('meeting.itemNumber', {
            number: numbers.get(id) ?? '',
            title: inLanguage(title, language),
          })
          return (
            <Choice
              key={id}
              named={named}
              value={chosen.get(id) ?? asProposed}
              onChange={(value) => setChosen(new Map(chosen).set(id, value))}
              choices={choices}
            />
          )
        })}
      </ul>
      {takenOff.length > 0 && (
        <section className={styles.off} aria-labelledby={offId}>
          <h3 id={offId}>{t('agenda.offHeading')}</h3>
          <ul className={styles.items}>
            {takenOff.map(({ id, title, by }) => (
              <Choice
                key={id}
                named={inLanguage(title, language)}
                value={back.get(id) ?? staysOff}
                onChange={(value) => setBack(new Map(back).set(id, value))}
                choices={[
                  { value: staysOff, label: t('agenda.takenOff', { side: nameOf(by) }) },
                  { value: asProposed, label: t('agenda.backAsProposed') },
                  ...sides.map((side) => ({
                    value: side,
                    label: t('agenda.backFor', { side: nameOf(side) }),
                  })),
                ]}
              />
            ))}
          </ul>
        </section>
      )}
    </FormDialog>
  )
}

/** An item, and what became of it. */
function Choice(props: {
  readonly named: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}) {
  const { t } = useTranslation()
  const { named, value, onChange, choices } = props
  return (
    <li className={styles.item}>
      <span dir="auto">{named}</span>
      <Select
        label={t('agenda.changeOf', { title: named })}
        hideLabel
        value={value}
        onChange={onChange}
        choices={choices}
        className={styles.change ?? ''}
      />
    </li>
  )
}

const asProposed = 'asProposed'
const staysOff = 'staysOff'

/** An item that was both added and moved counts as added. */
function choiceOf({ addedBy, movedBy }: AgendaItem): string {
  return addedBy !== null ? `added ${addedBy}` : movedBy !== null ? `moved ${movedBy}` : asProposed
}

function changeOf(itemId: AgendaItem['id'], choice = asProposed) {
  const [kind, by] = choice.split(' ')
  const change = changes.find((one) => one === kind)
  return change && by !== undefined ? { itemId, change, by } : null
}
