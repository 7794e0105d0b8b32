import { useNavigate, useSearch } from '@tanstack/react-router'
import { Building2, Pencil, Plus, Trash2, UserPlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../shared/fold.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Agency, Person } from '../../../shared/meeting/people.ts'
import {
  inLanguage,
  type Language,
  type Side,
  Side as SideCode,
  type Wording,
} from '../../../shared/values.ts'
import { usePages, useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { PeopleTab } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import table from '../../ui/table.module.css'
import { AgencyDialog } from './AgencyDialog.tsx'
import { levelWords } from './levelWords.ts'
import styles from './PeoplePage.module.css'
import { PersonDialog } from './PersonDialog.tsx'

type Edited =
  | { readonly what: 'person'; readonly person: Person | null }
  | { readonly what: 'agency'; readonly agency: Agency | null }

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
            <Button variant="primary" icon={Plus} onPress={() => setEdited({ what: 'person', person: null })}>
              {t('people.newPerson')}
            </Button>
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
        <Select
          label={t('people.side')}
          hideLabel
          choices={[
            { value: 'all', label: `${t('people.side')}: ${t('people.all')}` },
            ...sides.map((code) => ({
              value: code,
              label: `${t('people.side')}: ${countryOf(code).name[language]}`,
            })),
          ]}
          value={side ?? 'all'}
          onChange={(value) => go({ side: value === 'all' ? null : value })}
          className={styles.side ?? ''}
        />
      </div>
      {tab === 'people' ? (
        <People side={side} query={q} onEdit={(person) => setEdited({ what: 'person', person })} />
      ) : (
        <Agencies side={side} query={q} onEdit={(agency) => setEdited({ what: 'agency', agency })} />
      )}
      {edited?.what === 'person' && (
        <PersonDialog person={edited.person} side={side ?? ownSide} onClose={close} />
      )}
      {edited?.what === 'agency' && (
        <AgencyDialog agency={edited.agency} side={side ?? ownSide} onClose={close} />
      )}
    </Page>
  )
}

function People(props: {
  readonly side: Side | null
  readonly query: string
  readonly onEdit: (person: Person | null) => void
}) {
  const { t } = useTranslation()
  const { side, query, onEdit } = props
  const settled = useSettled(query.trim(), 150)
  const reading = usePages('person.list', { query: settled, side })
  const agencies = useRead('agency.list', { side: null })
  const names = new Map(agencies.state === 'ready' ? agencies.value.map(({ id, name }) => [id, name]) : [])
  return (
    <Card>
      <Loaded reading={reading}>
        {({ rows, more, loadingMore }) =>
          rows.length === 0 ? (
            settled === '' ? (
              <EmptyState button={<Button onPress={() => onEdit(null)}>{t('people.newPerson')}</Button>}>
                {t('people.noPeople')}
              </EmptyState>
            ) : (
              <EmptyState>{t('people.nothing')}</EmptyState>
            )
          ) : (
            <>
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('people.side')}</th>
                    <th scope="col">{t('people.name')}</th>
                    <th scope="col">{t('people.office')}</th>
                    <th scope="col">{t('people.agency')}</th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {rows.map((person) => (
                    <PersonRow
                      key={person.id}
                      person={person}
                      agency={person.agencyId === null ? {} : (names.get(person.agencyId) ?? {})}
                      onEdit={onEdit}
                    />
                  ))}
                </tbody>
              </table>
              <MoreRows more={more} loading={loadingMore} />
            </>
          )
        }
      </Loaded>
    </Card>
  )
}

function PersonRow(props: {
  readonly person: Person
  readonly agency: Wording
  readonly onEdit: (person: Person) => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { person, agency, onEdit } = props

  async function remove() {
    const reply = await write('person.remove', { personId: person.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <tr>
      <td>
        <CountryCode side={person.side} />
      </td>
      <th scope="row">
        <span dir="auto">{[person.honorific, person.name].filter(Boolean).join(' ')}</span>
        {person.khmerName !== '' && (
          <span lang="km" className={styles.khmer}>
            {person.khmerName}
          </span>
        )}
      </th>
      <td>
        <Words wording={person.title} />
      </td>
      <td>
        <Words wording={agency} />
      </td>
      <td className={table.menu}>
        <MoreMenu
          label={t('shell.more', { name: person.name })}
          entries={[
            { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(person) },
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
          ]}
        />
      </td>
    </tr>
  )
}

function Agencies(props: {
  readonly side: Side | null
  readonly query: string
  readonly onEdit: (agency: Agency | null) => void
}) {
  const { t } = useTranslation()
  const { side, query, onEdit } = props
  const reading = useRead('agency.list', { side }, { keep: true })
  const wanted = fold(query).split(' ').filter(Boolean)
  return (
    <Card>
      <Loaded reading={reading}>
        {(agencies) => {
          const shown = agencies.filter(({ name }) => {
            const written = fold([name.en, name.id, name.km].join(' '))
            return wanted.every((word) => written.includes(word))
          })
          if (agencies.length === 0) {
            return (
              <EmptyState button={<Button onPress={() => onEdit(null)}>{t('people.newAgency')}</Button>}>
                {t('people.noAgencies')}
              </EmptyState>
            )
          }
          if (shown.length === 0) return <EmptyState>{t('people.nothing')}</EmptyState>
          return (
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t('people.side')}</th>
                  <th scope="col">{t('people.name')}</th>
                  <th scope="col">{t('people.level')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {shown.map((agency) => (
                  <AgencyRow key={agency.id} agency={agency} onEdit={onEdit} />
                ))}
              </tbody>
            </table>
          )
        }}
      </Loaded>
    </Card>
  )
}

function AgencyRow({
  agency,
  onEdit,
}: {
  readonly agency: Agency
  readonly onEdit: (agency: Agency) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const name = inLanguage(agency.name, language)

  async function remove() {
    const reply = await write('agency.remove', { agencyId: agency.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <tr>
      <td>
        <CountryCode side={agency.side} />
      </td>
      <th scope="row">
        <Words wording={agency.name} />
        {agency.name.km && (
          <span lang="km" className={styles.khmer}>
            {agency.name.km}
          </span>
        )}
      </th>
      <td>{t(levelWords[agency.level])}</td>
      <td className={table.menu}>
        <MoreMenu
          label={t('shell.more', { name })}
          entries={[
            { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(agency) },
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
          ]}
        />
      </td>
    </tr>
  )
}

/** A wording in the language of the screen, or in the first in which it was written, marked as that. */
function Words({ wording }: { readonly wording: Wording }) {
  const language = useLanguage()
  const order: readonly Language[] = [language, 'en', 'id', 'km']
  const written = order.find((language) => wording[language])
  if (written === undefined) return null
  return (
    <span dir="auto" {...(written !== language && { lang: written })}>
      {wording[written]}
    </span>
  )
}
