import { CircleOff, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../shared/fold.ts'
import type { Agency } from '../../../shared/meeting/people.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { byName } from '../../i18n/byName.ts'
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
import { levelWords } from './levelWords.ts'
import { Ended, type ListProps, Nobody, type OnEnd, Words } from './listParts.tsx'
import styles from './PeoplePage.module.css'

/** The offices of a side, by name, each with its level. */
export function AgencyList(props: ListProps & { readonly onEdit: (agency: Agency | null) => void }) {
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
