import { useRouter } from '@tanstack/react-router'
import { FileText, Handshake, type LucideIcon, Search, UserRound, Users } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/fold.ts'
import { searchKinds, type SearchRequest } from '../../shared/search/search.ts'
import { inLanguage } from '../../shared/values.ts'
import { useStore } from '../api/store.ts'
import { useRead } from '../api/useRead.ts'
import { useSettled } from '../api/useSettled.ts'
import { meetingTitle } from '../features/meetings/meetingTitle.ts'
import { stageWords } from '../features/mous/mouWords.ts'
import { kindIcons, kindWords } from '../features/search/searchGroups.ts'
import { hitTitle, openHit } from '../features/search/searchPlaces.ts'
import { useFormat } from '../i18n/format.ts'
import { useLanguage } from '../i18n/words.ts'
import { useAllCommands, writtenKeys } from './commands.ts'
import styles from './Palette.module.css'
import { recentPlaces } from './recent.ts'

type Entry = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly keys?: string | undefined
  readonly icon?: LucideIcon | undefined
  readonly run: () => void
}
type Group = { readonly id: string; readonly title: string; readonly entries: readonly Entry[] }

/** Everything that can be opened or done, by a few letters of its name. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className={styles.veil ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('shell.palette.title')} className={styles.palette ?? ''}>
          <Choices onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Choices({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const groups = useGroups(typed)
  const entries = groups.flatMap((group) => group.entries)
  return (
    <>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={t('shell.palette.placeholder')} autoFocus className={styles.search ?? ''}>
          <Search size={18} aria-hidden />
          <Input
            className={styles.input ?? ''}
            placeholder={t('shell.palette.placeholder')}
            maxLength={200}
            onKeyDown={(event) => {
              // The field would empty itself first; Esc closes the top layer.
              if (event.key === 'Escape') onClose()
            }}
          />
        </SearchField>
        {/* The focus stays in the field; this is for whoever scrolls by keys. */}
        <div className={styles.scroll} role="group" aria-label={t('shell.palette.title')} tabIndex={0}>
          <Menu
            aria-label={t('shell.palette.title')}
            className={styles.list ?? ''}
            onAction={(id) => {
              onClose()
              entries.find((entry) => entry.id === id)?.run()
            }}
            renderEmptyState={() => <p className={styles.nothing}>{t('shell.palette.nothing')}</p>}
          >
            {groups.map(({ id, title, entries }) => (
              <MenuSection key={id} id={id}>
                <Header className={styles.group ?? ''}>{title}</Header>
                {entries.map(({ id, label, hint, keys, icon: Icon }) => (
                  <MenuItem key={id} id={id} textValue={label} className={styles.entry ?? ''}>
                    {Icon && <Icon size={16} aria-hidden />}
                    <span className={styles.label} dir="auto">
                      {label}
                    </span>
                    {hint !== undefined && <span className={styles.hint}>{hint}</span>}
                    {keys !== undefined && <kbd>{writtenKeys(keys)}</kbd>}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </div>
      </Autocomplete>
      <footer className={styles.foot} aria-hidden>
        <kbd>↑</kbd>
        <kbd>↓</kbd>
        <span>{t('shell.palette.choose')}</span>
        <kbd>Enter</kbd>
        <span>{t('shell.palette.open')}</span>
        <kbd>Esc</kbd>
        <span>{t('shell.palette.close')}</span>
      </footer>
    </>
  )
}

function useGroups(typed: string): readonly Group[] {
  const { t } = useTranslation()
  const router = useRouter()
  const found = useFound(typed)
  const recent = useStore(recentPlaces)
  const { here, everywhere } = useAllCommands()
  const commands = [...here, ...everywhere].filter(({ kind }) => kind !== 'key')
  const words = fold(typed).split(' ').filter(Boolean)
  const fits = ({ label }: { readonly label: string }) => words.every((word) => fold(label).includes(word))
  return [
    {
      id: 'recent',
      title: t('shell.palette.recent'),
      entries: recent.filter(fits).map(({ path, label }) => ({
        id: `recent ${path}`,
        label,
        icon: FileText,
        run: () => void router.navigate({ to: path }),
      })),
    },
    ...found.filter(({ id }) => id !== inText),
    {
      id: 'commands',
      title: t('shell.palette.commands'),
      entries: commands
        .filter(fits)
        .map(({ id, label, keys, icon, run }) => ({ id: `command ${id}`, label, keys, icon, run })),
    },
    // Last: who types the name of a command means it, and not the place where somebody wrote it.
    ...found.filter(({ id }) => id === inText),
  ].filter(({ entries }) => entries.length > 0)
}

/** Memoranda, meetings, people and what texts say, by what is typed; nothing is asked for fewer than two letters. */
function useFound(typed: string): readonly Group[] {
  const { t } = useTranslation()
  const router = useRouter()
  const language = useLanguage()
  const format = useFormat()
  const query = useSettled(typed.trim(), 120)
  const asked = query.length >= 2
  const mous = useRead('mou.list', { query, after: null }, { keep: true, ask: asked })
  const meetings = useRead('meeting.list', { query, after: null }, { keep: true, ask: asked })
  const people = useRead('person.list', { query, side: null, after: null }, { keep: true, ask: asked })
  // A little later than the lists: what comes up above an entry that is chosen already would take its place.
  const words = useSettled(query, 150)
  const isSaid = words.length >= 2 && words === query
  const said = useRead('search.find', { request: { query: words, ...inTextOnly } }, { ask: isSaid })
  if (!asked) return []
  const areListed = [mous, meetings, people, said].every(({ state }) => state !== 'loading')
  const hits = said.state === 'ready' ? said.value.hits.slice(0, 5) : []
  return [
    {
      id: 'mous',
      title: t('shell.mous'),
      entries: (mous.state === 'ready' ? mous.value.rows : []).slice(0, 6).map((row) => ({
        id: `mou ${row.id}`,
        label: row.shortTitle,
        hint: row.stage === null ? t('mou.noStage') : t(stageWords[row.stage]),
        icon: Handshake,
        run: () => void router.navigate({ to: '/mou/$mouId', params: { mouId: row.id } }),
      })),
    },
    {
      id: 'meetings',
      title: t('shell.palette.meetings'),
      entries: (meetings.state === 'ready' ? meetings.value.rows : []).slice(0, 6).map((row) => ({
        id: `meeting ${row.id}`,
        label: meetingTitle(row, language),
        hint: `${inLanguage(row.place, language)}, ${format.date(row.heldOn, 'medium')}`,
        icon: Users,
        run: () => void router.navigate({ to: '/meetings/$meetingId', params: { meetingId: row.id } }),
      })),
    },
    {
      id: 'people',
      title: t('shell.palette.people'),
      entries: (people.state === 'ready' ? people.value.rows : []).slice(0, 6).map((person) => ({
        id: `person ${person.id}`,
        label: person.name,
        hint: inLanguage(person.title, language),
        icon: UserRound,
        run: () =>
          void router.navigate({
            to: '/people',
            search: { tab: 'people', side: person.side, q: person.name },
          }),
      })),
    },
    {
      id: inText,
      title: t('search.inText'),
      entries: !(areListed && isSaid)
        ? []
        : [
            ...hits.map((hit) => ({
              id: `hit ${hit.id}`,
              label: hit.snippet.words,
              hint: `${t(kindWords[hit.kind])} · ${hitTitle(hit, language)}`,
              icon: kindIcons[hit.kind],
              run: () => openHit(router, hit),
            })),
            {
              id: 'searchEverywhere',
              label: t('search.everywhere', { words: query }),
              icon: Search,
              run: () => void router.navigate({ to: '/search', search: { q: query } }),
            },
          ],
    },
  ]
}

const inText = 'inText'

/** What has no list of its own above, and a place to be opened at. */
const inTextOnly: Omit<SearchRequest, 'query'> = {
  kinds: searchKinds.filter((kind) => !['meeting', 'mou', 'person', 'figure'].includes(kind)),
  ...{ side: null, seriesId: null, from: null, to: null, order: 'best', skip: 0 },
}
