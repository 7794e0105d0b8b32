import { useNavigate, useSearch } from '@tanstack/react-router'
import {
  Building2,
  CircleOff,
  ClipboardPaste,
  Merge,
  Pencil,
  Plus,
  RotateCcw,
  Trash2,
  UserPlus,
  Users,
} from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { fold } from '../../../shared/fold.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type Agency, type Person, postOn } from '../../../shared/meeting/people.ts'
import {
  type CalendarDate,
  inLanguage,
  type Language,
  type Side,
  Side as SideCode,
  type Wording,
} from '../../../shared/values.ts'
import { usePages, useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { byName } from '../../i18n/byName.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { PeopleTab } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { AgencyDialog } from './AgencyDialog.tsx'
import { DoublesDialog } from './DoublesDialog.tsx'
import { EndDialog, type Ending } from './EndDialog.tsx'
import { levelWords } from './levelWords.ts'
import { MergeWithDialog } from './MergeWithDialog.tsx'
import { PastePeopleDialog } from './PastePeopleDialog.tsx'
import styles from './PeoplePage.module.css'
import { PersonDialog } from './PersonDialog.tsx'

type Edited =
  | { readonly what: 'person'; readonly person: Person | null }
  | { readonly what: 'agency'; readonly agency: Agency | null }
  | { readonly what: 'end'; readonly ending: Ending; readonly refused: Fault | null }
  | { readonly what: 'merge'; readonly person: Person }
  | { readonly what: 'paste' }
  | { readonly what: 'doubles' }

/** Who may sit on delegations, and the offices they come from, by side. */
export function PeoplePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const language = useLanguage()
  const { ownSide } = useOpenRecord()
  const { tab = 'people', side: asked, q = '' } = useSearch({ from: '/people' })
  const side = SideCode.safeParse(asked).data ?? null
  const relationships = useRead('relationship.list', {})
  const [edited, setEdited] = useState<Edited | null>(null)
  const close = () => setEdited(null)
  const end = (ending: Ending, refused: Fault | null) => setEdited({ what: 'end', ending, refused })

  const go = (change: { tab?: PeopleTab; side?: Side | null; q?: string }) => {
    const next = { tab, side, q, ...change }
    void navigate({
      to: '/people',
      search: {
        tab: next.tab,
        ...(next.side !== null && { side: next.side }),
        ...(next.q !== '' && { q: next.q }),
      },
      replace: true,
    })
  }

  useCommands(
    useMemo(
      () => [
        {
          id: 'person.new',
          label: t('people.newPerson'),
          icon: UserPlus,
          kind: 'create' as const,
          run: () => setEdited({ what: 'person', person: null }),
        },
        {
          id: 'agency.new',
          label: t('people.newAgency'),
          icon: Building2,
          kind: 'create' as const,
          run: () => setEdited({ what: 'agency', agency: null }),
        },
        {
          id: 'person.paste',
          label: t('people.pasteTitle'),
          icon: ClipboardPaste,
          kind: 'create' as const,
          run: () => setEdited({ what: 'paste' }),
        },
      ],
      [t],
    ),
  )

  const others = relationships.state === 'ready' ? relationships.value.map(({ otherSide }) => otherSide) : []
  const sides = [...new Set([ownSide, ...others, ...(side === null ? [] : [side])])]
  return (
    <Page
      title={t('people.title')}
      actions={
        <>
          <SearchField
            label={tab === 'people' ? t('people.search') : t('people.searchAgencies')}
            value={q}
            onChange={(q) => go({ q })}
            className={styles.search ?? ''}
          />
          {tab === 'people' ? (
            <>
              <Button icon={ClipboardPaste} onPress={() => setEdited({ what: 'paste' })}>
                {t('people.paste')}
              </Button>
              <Button
                variant="primary"
                icon={Plus}
                onPress={() => setEdited({ what: 'person', person: null })}
              >
                {t('people.newPerson')}
              </Button>
            </>
          ) : (
            <Button variant="primary" icon={Plus} onPress={() => setEdited({ what: 'agency', agency: null })}>
              {t('people.newAgency')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.filters}>
        <Segments
          label={t('people.title')}
          choices={[
            { value: 'people', label: t('people.people') },
            { value: 'agencies', label: t('people.agencies') },
          ]}
          value={tab}
          onChange={(tab) => go({ tab, q: '' })}
        />
        {tab === 'people' && <DoublesBar onOpen={() => setEdited({ what: 'doubles' })} />}
        <Select
          label={t('people.side')}
          hideLabel
          choices={[
            { value: 'all', label: `${t('people.side')}: ${t('people.all')}` },
            ...sides
              .map((code) => ({
                value: code,
                label: `${t('people.side')}: ${countryOf(code).name[language]}`,
              }))
              .toSorted(byName(language, ({ label }) => label)),
          ]}
          value={side ?? 'all'}
          onChange={(value) => go({ side: value === 'all' ? null : value })}
          className={styles.side ?? ''}
        />
      </div>
      {tab === 'people' ? (
        <People
          side={side}
          query={q}
          onClear={() => go({ q: '' })}
          onEdit={(person) => setEdited({ what: 'person', person })}
          onEnd={end}
          onMerge={(person) => setEdited({ what: 'merge', person })}
        />
      ) : (
        <Agencies
          side={side}
          query={q}
          onClear={() => go({ q: '' })}
          onEdit={(agency) => setEdited({ what: 'agency', agency })}
          onEnd={end}
        />
      )}
      {edited?.what === 'person' && (
        <PersonDialog person={edited.person} side={side ?? ownSide} onClose={close} />
      )}
      {edited?.what === 'agency' && (
        <AgencyDialog agency={edited.agency} side={side ?? ownSide} onClose={close} />
      )}
      {edited?.what === 'end' && (
        <EndDialog ending={edited.ending} refused={edited.refused} onClose={close} />
      )}
      {edited?.what === 'merge' && <MergeWithDialog person={edited.person} onClose={close} />}
      {edited?.what === 'paste' && <PastePeopleDialog side={side ?? ownSide} onClose={close} />}
      {edited?.what === 'doubles' && <DoublesDialog onClose={close} />}
    </Page>
  )
}

type OnEnd = (ending: Ending, refused: Fault | null) => void

type ListProps = {
  readonly side: Side | null
  readonly query: string
  readonly onClear: () => void
  readonly onEnd: OnEnd
}

/** Says quietly that people look alike, where it moves nothing when it comes. */
function DoublesBar({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation()
  const reading = useRead('person.doubles', {}, { keep: true })
  const count = reading.state === 'ready' ? reading.value.count : 0
  if (count === 0) return null
  return (
    <p className={styles.doubles}>
      <Users size={16} aria-hidden />
      <span>{t('people.doublesFound', { count })}</span>
      <Button variant="link" compact onPress={onOpen}>
        {t('people.showDoubles')}
      </Button>
    </p>
  )
}

function People(
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

/** Why a list is empty, and the way out: nothing fits what is searched, nobody is of that side, or nobody at all. */
function Nobody(props: {
  readonly side: Side | null
  readonly searched: boolean
  readonly onClear: () => void
  readonly none: string
  readonly add: ReactNode
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { side, searched, onClear, none, add } = props
  if (searched) {
    return (
      <EmptyState button={<Button onPress={onClear}>{t('people.clear')}</Button>}>
        {t('people.nothing')}
      </EmptyState>
    )
  }
  return (
    <EmptyState button={add}>
      {side === null ? none : t('people.noneOfSide', { side: countryOf(side).name[language] })}
    </EmptyState>
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
        <span dir="auto" {...(isKhmer(person.name) && { lang: 'km' })}>
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

function Agencies(props: ListProps & { readonly onEdit: (agency: Agency | null) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { side, query, onEdit, onEnd, onClear } = props
  const reading = useRead('agency.list', { side }, { keep: true })
  const found = useMemo(() => {
    const wanted = fold(query).split(' ').filter(Boolean)
    const all = reading.state === 'ready' ? reading.value : []
    return all
      .filter(({ name }) => {
        const written = fold([name.en, name.id, name.km].join(' '))
        return wanted.every((word) => written.includes(word))
      })
      .toSorted(byName(language, ({ name }) => inLanguage(name, language)))
  }, [reading, query, language])
  const shown = useMemo(() => [language], [language])
  return (
    <Card>
      <Loaded reading={reading}>
        {() =>
          found.length === 0 ? (
            <Nobody
              side={side}
              searched={query.trim() !== ''}
              onClear={onClear}
              none={t('people.noAgencies')}
              add={<Button onPress={() => onEdit(null)}>{t('people.newAgency')}</Button>}
            />
          ) : (
            <>
              <div className={classes(styles.columns, styles.ofAgencies, styles.heads)} aria-hidden>
                <span>{t('people.side')}</span>
                <span>{t('people.name')}</span>
                <span>{t('people.level')}</span>
              </div>
              <LongList
                label={t('people.agencies')}
                groups={[{ id: 'all', heading: null, rows: found }]}
                nameOf={({ name }) => inLanguage(name, language)}
                onOpen={onEdit}
                shown={shown}
                rowHeight={50}
              >
                {(agency) => <AgencyRow agency={agency} onEdit={onEdit} onEnd={onEnd} />}
              </LongList>
            </>
          )
        }
      </Loaded>
    </Card>
  )
}

function AgencyRow({
  agency,
  onEdit,
  onEnd,
}: {
  readonly agency: Agency
  readonly onEdit: (agency: Agency) => void
  readonly onEnd: OnEnd
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const name = inLanguage(agency.name, language)
  const ending: Ending = { what: 'agency', agency }

  async function remove() {
    const reply = await write('agency.remove', { agencyId: agency.id })
    const fault = reply.ok ? null : reply.fault
    if (fault?.kind === 'StillReferredTo' && agency.endedOn === null) onEnd(ending, fault)
    else notices.fault(fault)
  }
  async function resume() {
    const reply = await write('agency.end', { agencyId: agency.id, endedOn: null })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <div className={classes(styles.columns, styles.ofAgencies)}>
      <CountryCode side={agency.side} />
      <span className={styles.name}>
        <Words wording={agency.name} />
        <Ended endedOn={agency.endedOn} />
        {agency.name.km && (agency.name.en || agency.name.id) && (
          <span lang="km" className={styles.khmer}>
            {agency.name.km}
          </span>
        )}
      </span>
      <span>{t(levelWords[agency.level])}</span>
      <MoreMenu
        label={t('shell.more', { name })}
        entries={[
          { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(agency) },
          agency.endedOn === null
            ? { id: 'end', label: t('people.end'), icon: CircleOff, run: () => onEnd(ending, null) }
            : { id: 'resume', label: t('people.resume'), icon: RotateCcw, run: () => void resume() },
          { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
        ]}
      />
    </div>
  )
}

function Ended({ endedOn }: { readonly endedOn: CalendarDate | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (endedOn === null) return null
  return <span className={styles.ended}> · {t('people.ended', { date: format.date(endedOn) })}</span>
}

/** Some names are written in Khmer script alone. */
function isKhmer(name: string): boolean {
  return /[\u1780-\u17ff]/.test(name)
}

/** A wording in the language of the screen, or in the first in which it was written, marked as that. */
function Words({ wording }: { readonly wording: Wording }) {
  const language = useLanguage()
  const order: readonly Language[] = [language, 'en', 'id', 'km']
  const written = order.find((language) => wording[language])
  if (written === undefined) return <span />
  return (
    <span dir="auto" {...(written !== language && { lang: written })}>
      {wording[written]}
    </span>
  )
}
