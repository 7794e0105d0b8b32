import { Check, CircleDot, Pencil, RotateCcw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import type { Correction, CorrectionState } from '../../../shared/meeting/minutesLife.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import panel from '../meeting/panel.module.css'
import styles from './MinutesPanel.module.css'
import { useNamedPlace } from './useNamedPlace.ts'
import { correctionWords } from './minutesWords.ts'

const signs = { open: CircleDot, taken: Check, refused: X }
const tones = { open: 'attention', taken: 'ok', refused: 'plain' } as const

/** One correction: who asks for what, and what was decided on it. */
export function CorrectionCard(props: { readonly correction: Correction; readonly canDecide: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const { dossier, open } = useMeeting()
  const { correction, canDecide } = props
  const { id, number, side, itemId, asked, state, reason, decidedOn } = correction
  const name = t('minutes.correctionOf', { number, side: countryOf(side).name[language] })
  const place = useNamedPlace(id)
  const item = dossier.agenda.find((one) => one.id === itemId)
  const day = decidedOn === null ? '' : format.date(decidedOn, 'medium')

  async function decide(state: CorrectionState) {
    const meetingId = dossier.meeting.id
    const reply = await write('minutes.decideCorrection', { meetingId, correctionId: id, state, reason: '' })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <article {...place} className={classes(panel.card, styles.named)} aria-label={name}>
      <header className={panel.cardHead}>
        <strong>{t('minutes.correction', { number })}</strong>
        <CountryCode side={side} />
        <Chip icon={signs[state]} tone={tones[state]}>
          {t(correctionWords[state])}
        </Chip>
        {canDecide && (
          <MoreMenu
            label={t('shell.more', { name })}
            entries={
              state === 'open'
                ? [
                    {
                      id: 'edit',
                      label: t('shell.edit'),
                      icon: Pencil,
                      run: () => open({ kind: 'correction', correctionId: id }),
                    },
                  ]
                : [
                    {
                      id: 'again',
                      label: t('minutes.openAgain'),
                      icon: RotateCcw,
                      run: () => void decide('open'),
                    },
                  ]
            }
          />
        )}
      </header>
      <p className={panel.words} dir="auto">
        {asked}
      </p>
      <p className={panel.facts}>
        <span dir="auto">
          {item
            ? `${itemNumbers(dossier.agenda).get(item.id) ?? ''} ${inLanguage(item.title, language)}`.trim()
            : t(itemId === null ? 'minutes.wholeMinutes' : 'minutes.itemGone')}
        </span>
      </p>
      {state === 'refused' && (
        <p className={panel.facts} dir="auto">
          {t('minutes.refusedBecause', { date: day, reason })}
        </p>
      )}
      {state === 'taken' && (
        <p className={panel.facts}>
          {t('minutes.takenOn', { date: day })} {canDecide && t('minutes.takenDo')}
        </p>
      )}
      {canDecide && state === 'open' && (
        <div className={styles.decide}>
          <Button
            compact
            icon={Check}
            aria-label={t('minutes.takeNamed', { number })}
            onPress={() => void decide('taken')}
          >
            {t('minutes.take')}
          </Button>
          <Button
            compact
            icon={X}
            aria-label={t('minutes.refuseNamed', { number })}
            onPress={() => open({ kind: 'refuseCorrection', correctionId: id })}
          >
            {t('minutes.refuse')}
          </Button>
        </div>
      )}
    </article>
  )
}
