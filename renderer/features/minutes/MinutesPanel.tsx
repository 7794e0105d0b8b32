import {
  CircleCheck,
  CircleDot,
  Circle,
  GitCompare,
  ListChecks,
  LockOpen,
  Plus,
  Send,
  Signature,
} from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type Circulation, ofVersion, type Reopening } from '../../../shared/meeting/minutesLife.ts'
import { inLanguage, type Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Unseen } from '../../ui/Unseen.tsx'
import { channelWords } from '../drafts/draftWords.ts'
import { useMeeting } from '../meeting/MeetingContext.ts'
import panel from '../meeting/panel.module.css'
import { CorrectionCard } from './CorrectionCard.tsx'
import styles from './MinutesPanel.module.css'
import { useNamedPlace } from './useNamedPlace.ts'
import { agreedOn, agreementOf, useCompareMinutes, useMinutesLife } from './useMinutesLife.ts'

/** How far the minutes are, step by step: sent round, corrected, agreed by both sides, signed; and former versions. */
export function MinutesPanel() {
  const { t } = useTranslation()
  const { dossier, open } = useMeeting()
  const { life, stage, sides, present, open: openOnes, isLocked, calledOff, can } = useMinutesLife()
  const standing = useStandingHash()

  if (calledOff)
    return (
      <div className={panel.panel}>
        <p className={panel.empty}>
          {t('minutes.calledOff', {
            status: t(
              dossier.meeting.status === 'postponed'
                ? 'minutes.calledOffStatus.postponed'
                : 'minutes.calledOffStatus.cancelled',
            ),
          })}
        </p>
        <FormerVersions />
      </div>
    )

  const wasSent = present.circulations.length > 0
  const isNow = { draft: 0, circulated: 1, inCorrection: 2, agreed: 3, signed: 4 }[stage]
  const stepAt = (place: number) =>
    place < isNow || stage === 'signed' ? 'done' : place === isNow ? 'now' : 'next'
  const lastSent = present.circulations.at(-1)
  return (
    <div className={panel.panel}>
      <h3 className={styles.heading}>
        {t('minutes.life')}{' '}
        <span className={panel.count}>{t('minutes.version', { version: life.version })}</span>
      </h3>
      <ol className={styles.steps}>
        <Step title={t('minutes.steps.draft')} state={stepAt(0)} />
        <Step title={t('minutes.steps.circulated')} state={wasSent ? 'done' : stepAt(1)}>
          {present.circulations.map((circulation) => (
            <Sent key={circulation.id} circulation={circulation} />
          ))}
          {!wasSent && <p>{t('minutes.noneCirculated')}</p>}
          {lastSent && standing !== null && !isLocked && (
            <SinceThen circulation={lastSent} isSame={lastSent.hash === standing} />
          )}
          {!isLocked && (
            <Button
              variant={wasSent ? 'link' : 'primary'}
              compact
              icon={Send}
              onPress={() => open({ kind: 'circulate' })}
            >
              {t('minutes.circulate')}
            </Button>
          )}
        </Step>
        <Step
          title={t('minutes.steps.corrections')}
          state={
            isLocked || (present.corrections.length > 0 && openOnes.length === 0)
              ? 'done'
              : openOnes.length > 0
                ? 'now'
                : 'next'
          }
        >
          <p>
            {present.corrections.length === 0
              ? t('minutes.noCorrections')
              : openOnes.length > 0
                ? t('minutes.correctionsOpen', { count: openOnes.length, all: present.corrections.length })
                : t('minutes.correctionsDecided', { count: present.corrections.length })}
          </p>
          {can.correct && (
            <Button
              variant="link"
              compact
              icon={Plus}
              onPress={() => open({ kind: 'correction', correctionId: null })}
            >
              {t('minutes.addCorrection')}
            </Button>
          )}
        </Step>
        <Step
          title={t('minutes.steps.agreed')}
          state={isLocked ? 'done' : wasSent && openOnes.length === 0 ? 'now' : 'next'}
        >
          {sides.map((side) => (
            <Agreed key={side} side={side} standing={standing} />
          ))}
          {can.agree && (
            <Button variant="link" compact icon={CircleCheck} onPress={() => open({ kind: 'agree' })}>
              {t('minutes.agree')}
            </Button>
          )}
          {wasSent && !isLocked && !can.agree && <p>{t('minutes.notHeld')}</p>}
        </Step>
        <Step
          title={t('minutes.steps.signed')}
          state={stage === 'signed' ? 'done' : isLocked ? 'now' : 'next'}
        >
          {isLocked && sides.map((side) => <Signed key={side} side={side} />)}
          {can.sign && (
            <Button variant="primary" compact icon={Signature} onPress={() => open({ kind: 'sign' })}>
              {t('minutes.sign')}
            </Button>
          )}
        </Step>
      </ol>
      {can.reopen && (
        <div className={styles.acts}>
          <Button compact icon={LockOpen} onPress={() => open({ kind: 'reopen' })}>
            {t('minutes.reopen')}
          </Button>
        </div>
      )}
      {present.corrections.length > 0 && (
        <section aria-label={t('minutes.steps.corrections')} className={styles.section}>
          <h3 className={styles.heading}>{t('minutes.steps.corrections')}</h3>
          {present.corrections.map((correction) => (
            <CorrectionCard key={correction.id} correction={correction} canDecide={!isLocked} />
          ))}
        </section>
      )}
      <Previous />
      <FormerVersions />
    </div>
  )
}

/** Whether this meeting confirmed the minutes of the one before, and as amended in what. */
function Previous() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dossier, open } = useMeeting()
  const { isLocked } = useMinutesLife()
  const place = useNamedPlace('previous')
  const { lastMeetingId, confirmed } = dossier
  if (lastMeetingId === null) return null
  const amendments = confirmed?.amendments ?? []
  return (
    <section {...place} aria-label={t('minutes.previous')} className={classes(styles.section, styles.named)}>
      <h3 className={styles.heading}>{t('minutes.previous')}</h3>
      <p className={panel.facts}>
        {t(
          confirmed === null
            ? 'minutes.previousNone'
            : amendments.length > 0
              ? 'minutes.previousAmended'
              : 'minutes.previousConfirmed',
        )}
      </p>
      {amendments.length > 0 && (
        <ol className={styles.open}>
          {amendments.map((amendment, index) => (
            <li key={index} className={panel.words} dir="auto">
              {inLanguage(amendment, language)}
            </li>
          ))}
        </ol>
      )}
      {!isLocked && (
        <div>
          <Button variant="link" compact icon={ListChecks} onPress={() => open({ kind: 'confirmPrevious' })}>
            {t(confirmed === null ? 'minutes.confirmPrevious' : 'minutes.changeConfirmed')}
          </Button>
        </div>
      )}
    </section>
  )
}

type StepState = 'done' | 'now' | 'next'
const signs = { done: CircleCheck, now: CircleDot, next: Circle }

function Step(props: { readonly title: string; readonly state: StepState; readonly children?: ReactNode }) {
  const { t } = useTranslation()
  const { title, state, children } = props
  const Sign = signs[state]
  const said = { done: 'minutes.step.done', now: 'minutes.step.now', next: 'minutes.step.next' } as const
  return (
    <li className={classes(styles.step, styles[state])} {...(state === 'now' && { 'aria-current': 'step' })}>
      <Sign size={16} aria-hidden className={styles.sign} />
      <div className={styles.what}>
        <p className={styles.name}>
          {title}
          <Unseen>: {t(said[state])}</Unseen>
        </p>
        {children}
      </div>
    </li>
  )
}

function Sent({ circulation }: { readonly circulation: Circulation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { sentOn, recipients, channel } = circulation
  return (
    <p dir="auto">
      {t('minutes.sent', { date: format.date(sentOn, 'medium'), recipients })} · {t(channelWords[channel])}
    </p>
  )
}

/** Whether what was sent last is still what the minutes say; where it is not, the way to the difference. */
function SinceThen(props: { readonly circulation: Circulation; readonly isSame: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const compare = useCompareMinutes()
  const { circulation, isSame } = props
  if (isSame) return <p>{t('minutes.sameSince')}</p>
  return (
    <>
      <p>{t('minutes.changedSince')}</p>
      <Button
        variant="link"
        compact
        icon={GitCompare}
        aria-label={t('minutes.compareSince', { date: format.date(circulation.sentOn, 'medium') })}
        onPress={() => compare(circulation.hash)}
      >
        {t('minutes.compareSent')}
      </Button>
    </>
  )
}

/** `standing`: the hash of the minutes as they are now, null while it is read. */
function Agreed({ side, standing }: { readonly side: Side; readonly standing: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { present, isLocked } = useMinutesLife()
  const agreement = agreementOf(present.agreements, side)
  const name = countryOf(side).name[language]
  if (!agreement) return <p>{t('minutes.notAgreedBy', { side: name })}</p>
  const date = format.date(agreement.agreedOn, 'medium')
  const isOld = !isLocked && standing !== null && agreement.hash !== standing
  return (
    <p className={classes(isOld && styles.attention)}>
      {t(isOld ? 'minutes.agreedToOther' : 'minutes.agreedBy', { side: name, date })}
    </p>
  )
}

function Signed({ side }: { readonly side: Side }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { present } = useMinutesLife()
  const signature = present.signatures.find((one) => one.side === side)
  const name = countryOf(side).name[language]
  if (!signature) return <p>{t('minutes.notSignedBy', { side: name })}</p>
  return (
    <p dir="auto">
      {t('minutes.signedBy', {
        side: name,
        place: inLanguage(signature.at, language),
        date: format.date(signature.on, 'medium'),
      })}
    </p>
  )
}

/** Versions that were agreed and opened again, the last first; each whole, and comparable with the minutes now. */
function FormerVersions() {
  const { t } = useTranslation()
  const { life } = useMinutesLife()
  if (life.reopenings.length === 0) return null
  return (
    <section aria-label={t('minutes.formerVersions')} className={styles.section}>
      <h3 className={styles.heading}>{t('minutes.formerVersions')}</h3>
      {life.reopenings.toReversed().map((reopening) => (
        <FormerVersion key={reopening.version} reopening={reopening} />
      ))}
    </section>
  )
}

function FormerVersion({ reopening }: { readonly reopening: Reopening }) {
  const { t } = useTranslation()
  const format = useFormat()
  const compare = useCompareMinutes()
  const { life } = useMinutesLife()
  const version = reopening.version - 1
  const { agreements, signatures, corrections } = ofVersion(life, version)
  const day = agreedOn({ sealed: reopening.sealed, agreements })
  return (
    <article className={panel.card} aria-label={t('minutes.version', { version })}>
      <p className={panel.name}>{t('minutes.version', { version })}</p>
      {day !== null && (
        <p className={panel.facts}>
          {t(signatures.length > 0 ? 'minutes.formerSigned' : 'minutes.formerAgreed', {
            date: format.date(day, 'medium'),
          })}
        </p>
      )}
      <p className={panel.words} dir="auto">
        {t('minutes.reopenedBecause', {
          at: format.instant(reopening.at),
          officer: reopening.by,
          reason: reopening.reason,
        })}
      </p>
      <div>
        <Button variant="link" compact icon={GitCompare} onPress={() => compare(reopening.sealed)}>
          {t('minutes.compareVersion', { version })}
        </Button>
      </div>
      {corrections.map((correction) => (
        <CorrectionCard key={correction.id} correction={correction} canDecide={false} />
      ))}
    </article>
  )
}

/** The hash of the minutes as they stand, once somebody has seen some; saving a text is no write, so it is read anew. */
function useStandingHash(): string | null {
  const { dossier } = useMeeting()
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries({ queryKey: ['minutes.words'] }), [queries])
  const reading = useRead('minutes.words', { meetingId: dossier.meeting.id })
  return reading.state === 'ready' ? reading.value.hash : null
}
