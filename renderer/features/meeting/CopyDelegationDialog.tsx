import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { FormerSeat } from '../../../shared/meeting/delegations.ts'
import { inLanguage, type Language, type Wording } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import styles from './CopyDelegationDialog.module.css'
import { Fields, FormDialog } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { roleWords } from './meetingWords.ts'

/** Who sat at the last meeting of the series, to be seated again, with what each is called by now. */
export function CopyDelegationDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting, relationship } = dossier
  const reading = useRead('delegate.former', { meetingId: meeting.id })
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [tried, setTried] = useState(false)
  const former = reading.state === 'ready' ? reading.value : []
  // Whoever can still be a delegate comes again unless somebody says otherwise.
  const isChosen = ({ seat, now }: FormerSeat) => chosen.get(seat.id) ?? now.endedOn === null
  const taken = former.filter(isChosen)

  async function save() {
    setTried(true)
    if (taken.length === 0) return 'incomplete'
    const seats = taken.map(({ seat }) => ({ personId: seat.personId, role: seat.role }))
    const reply = await write('delegate.addAll', { meetingId: meeting.id, seats })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('meeting.copyTitle')}
      onClose={onClose}
      onSubmit={save}
      submit={t('meeting.copyThese', { count: taken.length })}
      wide
    >
      <Loaded reading={reading}>
        {(all) =>
          all.length === 0 ? (
            <p>{t('meeting.copyNone')}</p>
          ) : (
            <>
              <p className={styles.hint}>{t('meeting.copyHint')}</p>
              {[relationship.ownSide, relationship.otherSide].map((side) => {
                const ofSide = all.filter(({ seat }) => seat.side === side)
                return (
                  ofSide.length > 0 && (
                    <Fields key={side} legend={countryOf(side).name[language]}>
                      <ul className={styles.seats}>
                        {ofSide.map((one) => (
                          <li key={one.seat.id}>
                            <Checkbox
                              isSelected={isChosen(one)}
                              onChange={(selected) =>
                                setChosen((before) => new Map(before).set(one.seat.id, selected))
                              }
                            >
                              <Seat former={one} />
                            </Checkbox>
                          </li>
                        ))}
                      </ul>
                    </Fields>
                  )
                )
              })}
              {tried && taken.length === 0 && (
                <p className={styles.error} role="alert">
                  {t('meeting.copyNobody')}
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </FormDialog>
  )
}

function Seat({ former: { seat, now } }: { readonly former: FormerSeat }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const title = inLanguage(now.title, language)
  const agency = inLanguage(now.agency, language)
  const changes = [
    { what: t('meeting.name'), from: seat.name, to: now.name },
    { what: t('meeting.personTitle'), ...changed(seat.title, now.title, language) },
    { what: t('meeting.agency'), ...changed(seat.agency, now.agency, language) },
  ].filter(({ from, to }) => from !== to)
  return (
    <span>
      <span className={styles.name} dir="auto">
        {[now.honorific, now.name].filter(Boolean).join(' ')}
      </span>
      {now.endedOn !== null && (
        <span className={styles.ended}> · {t('meeting.endedSince', { date: format.date(now.endedOn) })}</span>
      )}
      <span className={styles.sub} dir="auto">
        {[t(roleWords[seat.role]), title, agency].filter(Boolean).join(' · ')}
      </span>
      {changes.map(({ what, from, to }) => (
        <span key={what} className={styles.change} dir="auto">
          {t('meeting.changedSince', { what, from: from || '–', to: to || '–' })}
        </span>
      ))}
    </span>
  )
}

/** Both wordings in the language of the screen; where they differ only in others, in the first of those. */
function changed(
  former: Wording,
  now: Wording,
  screen: Language,
): { readonly from: string; readonly to: string } {
  const languages: readonly Language[] = [screen, 'en', 'id', 'km']
  const differs = languages.find((language) => (former[language] ?? '') !== (now[language] ?? '')) ?? screen
  return { from: former[differs] ?? '', to: now[differs] ?? '' }
}
