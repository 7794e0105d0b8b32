import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { DelegateRole } from '../../../shared/meeting/meeting.ts'
import { isThereOn, type Person, postOn } from '../../../shared/meeting/people.ts'
import { inLanguage, type Side, type Wording } from '../../../shared/values.ts'
import { usePages, useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { both, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { roleWords } from './meetingWords.ts'
import { WordingFields } from '../../ui/WordingFields.tsx'

/** Takes somebody of the record onto a delegation, or somebody who is not in it yet. */
export function AddDelegateDialog(props: { readonly side: Side; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { relationship, meeting, delegates } = dossier
  const [side, setSide] = useState(props.side)
  const [from, setFrom] = useState<'record' | 'new'>('record')
  const [query, setQuery] = useState('')
  const [personId, setPersonId] = useState<PersonId | null>(null)
  const people = usePages('person.list', { query: query.slice(0, 200), side })
  const hasHead = delegates.some((delegate) => delegate.side === side && delegate.role === 'head')
  const [role, setRole] = useState<DelegateRole>(hasHead ? 'member' : 'head')
  const [name, setName] = useState('')
  const [honorific, setHonorific] = useState('')
  const [khmerName, setKhmerName] = useState('')
  const [title, setTitle] = useState<Wording>({})
  const [tried, setTried] = useState(false)
  const [sideGiven, setSideGiven] = useState(true) // until it is chosen here, which is where the cursor stays then
  const seated = new Set(delegates.map((delegate) => delegate.personId))
  const rows =
    people.state === 'ready'
      ? people.value.rows.filter((person) => !seated.has(person.id) && isThereOn(person, meeting.heldOn))
      : []
  const agencies = useRead('agency.list', { side }, { keep: true })
  const officeOf = (person: Person) => {
    const { title, agencyId } = postOn(person, meeting.heldOn)
    const agency = agencies.state === 'ready' ? agencies.value.find(({ id }) => id === agencyId) : undefined
    return [inLanguage(title, language), inLanguage(agency?.name ?? {}, language)].filter(Boolean).join(' · ')
  }
  const chosen = rows.find(({ id }) => id === personId)
  const office = chosen ? officeOf(chosen) : ''
  const sides = [relationship.ownSide, relationship.otherSide]

  async function save() {
    setTried(true)
    let id = personId
    if (from === 'new') {
      if (name.trim() === '') return 'incomplete'
      const reply = await write('person.put', {
        person: {
          id: null,
          side,
          honorific,
          name: name.trim(),
          khmerName,
          title,
          agencyId: null,
          signsAs: '',
        },
      })
      if (!reply.ok) return reply.fault
      id = reply.value.value.id
      // From here on the person is in the record: a second try must not put a second one there.
      setPersonId(id)
      setFrom('record')
    }
    if (id === null) return 'incomplete'
    const reply = await write('delegate.add', { meetingId: meeting.id, personId: id, role })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('meeting.addDelegate')}
      onClose={props.onClose}
      onSubmit={save}
      submit={t('meeting.add')}
    >
      <Row>
        <Segments
          label={t('meeting.side')}
          value={side}
          onChange={(next) => {
            setSide(next)
            setSideGiven(false)
            setPersonId(null)
          }}
          choices={sides.map((value) => ({ value, label: countryOf(value).name[language] }))}
        />
        <Segments
          label={t('meeting.whence')}
          value={from}
          onChange={setFrom}
          choices={[
            { value: 'record', label: t('meeting.fromRecord') },
            { value: 'new', label: t('meeting.newPerson') },
          ]}
        />
      </Row>
      {from === 'record' ? (
        <ComboBox
          key={side}
          label={t('meeting.person')}
          autoFocus={sideGiven && from === 'record' && !tried}
          value={personId as string | null}
          onChange={(value) => {
            const parsed = PersonId.safeParse(value)
            setPersonId(parsed.success ? parsed.data : null)
          }}
          onType={setQuery}
          choices={rows.map((person) => ({
            value: person.id as string,
            label: [person.name, person.khmerName].filter(Boolean).join(' · '),
            hint: officeOf(person),
          }))}
          nothing={t('meeting.nobody')}
          {...(office !== '' && { hint: t('meeting.officeThen', { office }) })}
          error={tried && personId === null ? t('shell.filledIn') : undefined}
        />
      ) : (
        <>
          <Row>
            <TextField
              label={t('meeting.honorific')}
              value={honorific}
              onChange={setHonorific}
              maxLength={60}
            />
            <TextField
              label={t('meeting.name')}
              value={name}
              onChange={setName}
              maxLength={160}
              error={tried && name.trim() === '' ? t('shell.filledIn') : undefined}
            />
          </Row>
          <TextField
            label={t('meeting.khmerName')}
            value={khmerName}
            onChange={setKhmerName}
            language="km"
            maxLength={160}
          />
          <Row>
            <WordingFields
              languages={both}
              label={t('meeting.personTitle')}
              value={title}
              onChange={setTitle}
            />
          </Row>
        </>
      )}
      <Select
        label={t('meeting.roleLabel')}
        value={role}
        onChange={setRole}
        choices={DelegateRole.options.map((value) => ({ value, label: t(roleWords[value]) }))}
      />
    </FormDialog>
  )
}
