import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/meeting/people.ts'
import { inLanguage, type Wording } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { Choices } from '../../ui/Choices.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import styles from './DoublesDialog.module.css'
import { rankWords } from './peopleWords.ts'

/** What of two people may differ, in the order in which it is asked about. */
const fields = ['honorific', 'name', 'khmerName', 'title', 'agencyId', 'signsAs', 'rank', 'endedOn'] as const
type Field = (typeof fields)[number]

const fieldWords = {
  honorific: 'people.honorific',
  name: 'people.name',
  khmerName: 'people.khmerName',
  title: 'people.office',
  agencyId: 'people.agency',
  signsAs: 'people.signsAs',
  rank: 'people.rank',
  endedOn: 'people.lastDay',
} satisfies Record<Field, MessageKey>

/** Makes one of two people of a side: of each thing in which they differ, one stays. Posts of both stay. */
export function MergeDialog(props: {
  readonly one: Person
  readonly other: Person
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useFieldWords(props.one)
  const write = useWrite()
  const { one, other, onClose } = props
  const differing = fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
  // What only one of them has stays, or is in more languages, unless somebody says otherwise.
  const [taken, setTaken] = useState<Readonly<Partial<Record<Field, 'one' | 'other'>>>>({})
  const from = (field: Field) => taken[field] ?? (saysMore(field) ? 'other' : 'one')
  const saysMore = (field: Field) =>
    words(field, one) === '' || (field === 'title' && languagesOf(other) > languagesOf(one))

  async function save() {
    const of = (field: Field) => (from(field) === 'one' ? one : other)
    const posts = [
      ...one.posts,
      ...other.posts.filter((post) =>
        one.posts.every((there) => JSON.stringify(there) !== JSON.stringify(post)),
      ),
    ]
    const person: Person = {
      ...one,
      honorific: of('honorific').honorific,
      name: of('name').name,
      khmerName: of('khmerName').khmerName,
      title: of('title').title,
      agencyId: of('agencyId').agencyId,
      signsAs: of('signsAs').signsAs,
      rank: of('rank').rank,
      endedOn: of('endedOn').endedOn,
      posts,
    }
    const reply = await write('person.merge', { person, mergedId: other.id })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('people.mergeTitle')}
      onClose={onClose}
      onSubmit={save}
      submit={t('people.merge')}
      wide
    >
      <p className={styles.hint}>{t('people.mergeHint')}</p>
      {differing.length === 0 && <p>{t('people.mergeSame')}</p>}
      {differing.map((field) => (
        <Choices
          key={field}
          layout="beside"
          label={t(fieldWords[field])}
          value={from(field)}
          onChange={(value) => setTaken((before) => ({ ...before, [field]: value }))}
          choices={(['one', 'other'] as const).map((value) => ({
            value,
            label: words(field, value === 'one' ? one : other) || t('people.nothingEntered'),
          }))}
        />
      ))}
    </FormDialog>
  )
}

/** What a field of a person says, in the language of the screen. */
function useFieldWords({ side }: Person): (field: Field, person: Person) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const agencies = useRead('agency.list', { side })
  return (field, person) => {
    switch (field) {
      case 'title':
        return inAllLanguages(person.title)
      case 'agencyId': {
        const all = agencies.state === 'ready' ? agencies.value : []
        return inLanguage(all.find(({ id }) => id === person.agencyId)?.name ?? {}, language)
      }
      case 'rank':
        return person.rank === null ? '' : t(rankWords[person.rank])
      case 'endedOn':
        return person.endedOn === null ? '' : format.date(person.endedOn)
      default:
        return person[field]
    }
  }
}

function inAllLanguages({ id, en, km }: Wording): string {
  return [id, en, km].filter(Boolean).join(' / ')
}

function languagesOf({ title }: Person): number {
  return Object.values(title).filter(Boolean).length
}
