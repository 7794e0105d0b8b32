import { CircleOff, Merge, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { hasKhmer } from '../../../shared/hasKhmer.ts'
import { type Person, postOn } from '../../../shared/meeting/people.ts'
import type { Wording } from '../../../shared/values.ts'
import { usePages, useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Card } from '../../ui/Page.tsx'
import type { Ending } from './EndDialog.tsx'
import { Ended, type ListProps, Nobody, type OnEnd, Words } from './listParts.tsx'
import styles from './PeoplePage.module.css'

/** Those of a side that fit the words searched for, each with the post of today. */
export function PeopleList(
  props: ListProps & {
    readonly onEdit: (person: Person | null) => void
    readonly onMerge: (person: Person) => void
  },
) {
  const { t } = useTranslation()
  const { side, query, onEdit, onEnd, onMerge, onClear } = props
  const settled = useSettled(query.trim(), 150)
  const reading = usePages('person.list', { query: settled, side }, { whole: true })
  const agencies = useRead('agency.list', { side: null })
  const names = useMemo(
    () => new Map(agencies.state === 'ready' ? agencies.value.map(({ id, name }) => [id, name]) : []),
    [agencies],
  )
  const language = useLanguage()
  const shown = useMemo(() => [names, language], [names, language])
  return (
    <Card>
      <Loaded reading={reading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Nobody
              side={side}
              searched={settled !== ''}
              onClear={onClear}
              none={t('people.noPeople')}
              add={<Button onPress={() => onEdit(null)}>{t('people.newPerson')}</Button>}
            />
          ) : (
            <>
              <div className={classes(styles.columns, styles.heads)} aria-hidden>
                <span>{t('people.side')}</span>
                <span>{t('people.name')}</span>
                <span>{t('people.office')}</span>
                <span>{t('people.agency')}</span>
              </div>
              <LongList
                label={t('people.people')}
                groups={[{ id: 'all', heading: null, rows }]}
                nameOf={({ name }) => name}
                onOpen={onEdit}
                shown={shown}
                rowHeight={50}
              >
                {(person) => (
                  <PersonRow person={person} names={names} onEdit={onEdit} onEnd={onEnd} onMerge={onMerge} />
                )}
              </LongList>
            </>
          )
        }
      </Loaded>
    </Card>
  )
}

function PersonRow(props: {
  readonly person: Person
  readonly names: ReadonlyMap<string, Wording>
  readonly onEdit: (person: Person) => void
  readonly onEnd: OnEnd
  readonly onMerge: (person: Person) => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { person, names, onEdit, onEnd, onMerge } = props
  const { title, agencyId } = postOn(person, today())
  const ending: Ending = { what: 'person', person }

  async function remove() {
    const reply = await write('person.remove', { personId: person.id })
    const fault = reply.ok ? null : reply.fault
    // What old papers name stays, and can be ended.
    if (fault?.kind === 'StillReferredTo' && person.endedOn === null) onEnd(ending, fault)
    else notices.fault(fault)
  }
  async function resume() {
    const reply = await write('person.end', { personId: person.id, endedOn: null })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <div className={styles.columns}>
      <CountryCode side={person.side} />
      <span className={styles.name}>
        <span dir="auto" {...(hasKhmer(person.name) /* some are written in it alone */ && { lang: 'km' })}>
          {[person.honorific, person.name].filter(Boolean).join(' ')}
        </span>
        <Ended endedOn={person.endedOn} />
        {person.khmerName !== '' && (
          <span lang="km" className={styles.khmer}>
            {person.khmerName}
          </span>
        )}
      </span>
      <Words wording={title} />
      <Words wording={agencyId === null ? {} : (names.get(agencyId) ?? {})} />
      <MoreMenu
        label={t('shell.more', { name: person.name })}
        entries={[
          { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(person) },
          { id: 'merge', label: t('people.mergeWith'), icon: Merge, run: () => onMerge(person) },
          person.endedOn === null
            ? { id: 'end', label: t('people.end'), icon: CircleOff, run: () => onEnd(ending, null) }
            : { id: 'resume', label: t('people.resume'), icon: RotateCcw, run: () => void resume() },
          { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
        ]}
      />
    </div>
  )
}
