import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Person, Rank } from '../../../shared/meeting/people.ts'
import type { Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { CountryField } from '../../ui/CountryField.tsx'
import { FormDialog, Row } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WordingFields } from '../../ui/WordingFields.tsx'
import { AgencySelect } from './AgencySelect.tsx'
import { isUnfinished, PostsFields } from './PostsFields.tsx'
import { rankWords } from './peopleWords.ts'

const noRank = 'none'

/** Names and titles of a person, in Latin and in Khmer script. `person` null: a new one, of `side` unless changed. */
export function PersonDialog(props: {
  readonly person: Person | null
  readonly side: Side
  readonly onClose: () => void
  readonly onSaved?: (person: Person) => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { person, side, onClose, onSaved } = props
  const [name, setName] = useState(person?.name ?? '')
  const [ownSide, setSide] = useState<Side | null>(person?.side ?? side)
  const [rest, setRest] = useState({
    honorific: person?.honorific ?? '',
    khmerName: person?.khmerName ?? '',
    title: person?.title ?? {},
    agencyId: person?.agencyId ?? null,
    signsAs: person?.signsAs ?? '',
    rank: person?.rank ?? null,
    posts: person?.posts ?? [],
  })
  const [tried, setTried] = useState(false)
  const agencies = useRead('agency.list', { side: ownSide }, { keep: true })
  const offered = agencies.state === 'ready' ? agencies.value : []
  const change = (changed: Partial<typeof rest>) => setRest((before) => ({ ...before, ...changed }))

  async function onSubmit() {
    setTried(true)
    if (name.trim() === '' || ownSide === null || rest.posts.some(isUnfinished)) return 'incomplete'
    const reply = await write('person.put', {
      person: { id: person?.id ?? null, side: ownSide, name: name.trim(), ...rest },
    })
    if (!reply.ok) return reply.fault
    onSaved?.(reply.value.value)
    return null
  }

  return (
    <FormDialog
      title={person === null ? t('people.newPerson') : t('people.editPerson')}
      wide
      onClose={onClose}
      onSubmit={onSubmit}
    >
      <Row>
        <TextField
          label={t('people.honorific')}
          hint={t('people.honorificHint')}
          maxLength={60}
          value={rest.honorific}
          onChange={(honorific) => change({ honorific })}
        />
        <TextField
          label={t('people.name')}
          maxLength={160}
          autoFocus
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? t('shell.filledIn') : undefined}
        />
        <TextField
          label={t('people.khmerName')}
          language="km"
          maxLength={160}
          value={rest.khmerName}
          onChange={(khmerName) => change({ khmerName })}
        />
      </Row>
      <Row>
        <CountryField
          label={t('people.side')}
          value={ownSide}
          onChange={(chosen) => {
            setSide(chosen)
            // An agency is of one side.
            if (chosen !== ownSide)
              change({ agencyId: null, posts: rest.posts.map((post) => ({ ...post, agencyId: null })) })
          }}
          error={tried && ownSide === null ? t('shell.filledIn') : undefined}
        />
        <AgencySelect
          agencies={offered}
          value={rest.agencyId}
          onChange={(agencyId) => change({ agencyId })}
        />
        <Select
          label={t('people.rank')}
          choices={[
            { value: noRank, label: t('people.noRank') },
            ...Rank.options.map((value) => ({ value: value as string, label: t(rankWords[value]) })),
          ]}
          value={rest.rank ?? noRank}
          onChange={(value) => change({ rank: Rank.safeParse(value).data ?? null })}
        />
      </Row>
      <WordingFields
        label={t('people.office')}
        languages={['en', 'id', 'km']}
        value={rest.title}
        onChange={(title) => change({ title })}
      />
      <PostsFields
        posts={rest.posts}
        agencies={offered}
        onChange={(posts) => change({ posts })}
        tried={tried}
      />
      <TextField
        label={t('people.signsAs')}
        hint={t('people.signsAsHint')}
        maxLength={160}
        value={rest.signsAs}
        onChange={(signsAs) => change({ signsAs })}
      />
    </FormDialog>
  )
}
