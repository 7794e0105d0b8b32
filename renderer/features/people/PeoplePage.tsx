import { useNavigate, useSearch } from '@tanstack/react-router'
import { Building2, ClipboardPaste, Plus, UserPlus, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type Agency, type Person } from '../../../shared/meeting/people.ts'
import { type Side, Side as SideCode } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { byName } from '../../i18n/byName.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { PeopleTab } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { AgencyDialog } from './AgencyDialog.tsx'
import { DoublesDialog } from './DoublesDialog.tsx'
import { EndDialog, type Ending } from './EndDialog.tsx'
import { MergeWithDialog } from './MergeWithDialog.tsx'
import { PastePeopleDialog } from './PastePeopleDialog.tsx'
import styles from './PeoplePage.module.css'
import { PersonDialog } from './PersonDialog.tsx'
import { AgencyList } from './AgencyList.tsx'
import { PeopleList } from './PeopleList.tsx'

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
        <PeopleList
          side={side}
          query={q}
          onClear={() => go({ q: '' })}
          onEdit={(person) => setEdited({ what: 'person', person })}
          onEnd={end}
          onMerge={(person) => setEdited({ what: 'merge', person })}
        />
      ) : (
        <AgencyList
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
