import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import {
  CalendarArrowDown,
  CalendarCheck,
  CalendarPlus,
  Clock,
  Download,
  Ellipsis,
  FileText,
  History,
  Lock,
  MapPin,
  Maximize,
  PanelLeft,
  PanelRight,
  Pencil,
  Presentation,
  Printer,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { isOpen, type Meeting, MeetingStatus } from '../../../shared/meeting/meeting.ts'
import { hasPassed } from '../../../shared/meeting/meetingTimes.ts'
import { mayBecome } from '../../../shared/meeting/meetingStatus.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import { useWrite } from '../../api/useWrite.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/Menu.tsx'
import line from '../../ui/row.module.css'
import { useNow } from '../../ui/useNow.ts'
import { CounterpartTimes } from './CounterpartTimes.tsx'
import { useMeeting } from './MeetingContext.ts'
import styles from './MeetingHeader.module.css'
import { stageWords } from '../minutes/minutesWords.ts'
import { useMinutesLife } from '../minutes/useMinutesLife.ts'
import { classificationWords, kindWords, statusSigns, statusWords } from '../meetings/meetingLabels.ts'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { openProjection } from '../projection/openProjection.ts'
import { relationshipName } from './sideNames.ts'
import { useCloseMeeting } from './useCloseMeeting.ts'

const route = getRouteApi('/meetings/$meetingId')

type Drawer = { readonly isOpen: boolean; readonly toggle: () => void }

/** What the meeting is called, where it stands, when on both clocks, and where. */
export function MeetingHeader(props: {
  /** Where the inspector is a drawer, what opens it; and the same of the agenda, in a yet smaller window. */
  readonly drawer: Drawer | null
  readonly agenda: Drawer | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const api = useApi()
  const { dossier, open, setCapturing } = useMeeting()
  const { meeting, series, relationship } = dossier
  const close = useCloseMeeting()
  const { drawer, agenda } = props
  const print = () =>
    void navigate({
      to: '/print/minutes/$meetingId',
      params: { meetingId: meeting.id },
      search: {},
    })
  return (
    <header className={styles.header} data-pane="">
      <div className={styles.words}>
        <nav className={styles.crumbs} aria-label={t('meeting.crumbs')}>
          <Link to="/meetings">{t('shell.meetings')}</Link> / {relationshipName(relationship, language)}
        </nav>
        <h1 dir="auto">
          {meetingTitle({ ...meeting, seriesName: series.name, shortName: series.shortName }, language)}
        </h1>
        <div className={classes(line.facts, styles.facts)}>
          <span className={styles.states}>
            <StatusMenu meeting={meeting} />
            <MinutesStageButton />
          </span>
          {meeting.kind && <span className={line.fact}>{t(kindWords[meeting.kind])}</span>}
          <Times meeting={meeting} />
          <span className={line.fact}>
            <MapPin size={14} aria-hidden />
            <span dir="auto">
              {[meeting.venue, inLanguage(meeting.place, language)].filter(Boolean).join(', ')}
            </span>
          </span>
          {meeting.classification !== 'open' && (
            <span className={line.fact}>{t(classificationWords[meeting.classification])}</span>
          )}
        </div>
      </div>
      <div className={styles.acts}>
        {agenda && (
          <IconButton
            label={t('meeting.agenda')}
            icon={PanelLeft}
            bordered
            onPress={agenda.toggle}
            aria-expanded={agenda.isOpen}
          />
        )}
        {drawer && agenda && (
          <IconButton
            label={t('meeting.people')}
            icon={PanelRight}
            bordered
            onPress={drawer.toggle}
            aria-expanded={drawer.isOpen}
          />
        )}
        {drawer && !agenda && (
          <Button icon={PanelRight} onPress={drawer.toggle} aria-expanded={drawer.isOpen}>
            {t('meeting.people')}
          </Button>
        )}
        {meeting.status === 'running' &&
          (drawer ? (
            <IconButton
              label={t('agenda.close')}
              icon={CalendarCheck}
              bordered
              onPress={() => void close()}
            />
          ) : (
            <Button icon={CalendarCheck} onPress={() => void close()}>
              {t('agenda.close')}
            </Button>
          ))}
        {drawer ? (
          <IconButton
            label={t('meeting.printPreview')}
            keys="Ctrl+P"
            icon={Printer}
            bordered
            onPress={print}
          />
        ) : (
          <Button icon={Printer} onPress={print}>
            {t('meeting.printPreview')}
          </Button>
        )}
        <Button variant="primary" icon={Download} onPress={() => open({ kind: 'export' })}>
          {t('meeting.exportDocx')}
        </Button>
        <Menu
          label={t('meeting.more')}
          entries={[
            {
              id: 'capture',
              label: t('capture.enter'),
              icon: Maximize,
              keys: 'Ctrl+Alt+C',
              run: () => setCapturing(true),
            },
            {
              id: 'project',
              label: t('capture.project'),
              icon: Presentation,
              keys: 'Ctrl+Alt+P',
              run: () => void openProjection(api, meeting.id),
            },
            { id: 'edit', label: t('meeting.edit'), icon: Pencil, run: () => open({ kind: 'meeting' }) },
            {
              id: 'next',
              label: t('meeting.nextMeeting'),
              icon: CalendarPlus,
              run: () => open({ kind: 'nextMeeting' }),
            },
            {
              id: 'ics',
              label: t('calendar.exportMeeting'),
              icon: CalendarArrowDown,
              run: () => open({ kind: 'ics' }),
            },
            {
              id: 'versions',
              label: t('editor.versions'),
              icon: History,
              run: () => open({ kind: 'versions' }),
            },
          ]}
        >
          <IconButton label={t('meeting.more')} icon={Ellipsis} />
        </Menu>
      </div>
    </header>
  )
}

/** The status as a chip that opens the choice of another; what calls the meeting off asks for the reason. */
function StatusMenu({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier, open } = useMeeting()
  const close = useCloseMeeting()
  const Icon = statusSigns[meeting.status]
  const isPassed = hasPassed(meeting, useNow())
  async function set(status: MeetingStatus) {
    if (status === 'postponed' || status === 'cancelled') return open({ kind: 'callOff', status })
    const reply = await write('meeting.put', { meeting: { ...meeting, status } })
    if (!reply.ok) notices.fault(reply.fault)
  }
  return (
    <>
      <Menu
        label={t('meeting.changeStatus')}
        entries={MeetingStatus.options.map((status) => ({
          id: status,
          label: t(statusWords[status]),
          icon: statusSigns[status],
          isDisabled:
            status === meeting.status ||
            !mayBecome(meeting.status, status) ||
            dossier.minutes.sealed !== null,
          // Ending a meeting asks what becomes of what was not taken up.
          run: () => void (status === 'held' && isOpen(meeting) ? close() : set(status)),
        }))}
      >
        <AriaButton
          className={classes(styles.status, styles[isPassed ? 'passed' : meeting.status])}
          aria-label={t('meeting.statusIs', { status: t(statusWords[meeting.status]) })}
        >
          <Icon size={13} aria-hidden />
          {t(statusWords[meeting.status])}
        </AriaButton>
      </Menu>
      {isPassed && (
        <span className={styles.reason} title={t('meetings.passed.hint')}>
          {t('meetings.passed.title')}
        </span>
      )}
      {meeting.statusReason !== undefined && (
        <span className={styles.reason} dir="auto" title={meeting.statusReason}>
          {meeting.statusReason}
        </span>
      )}
    </>
  )
}

/** How far the minutes are; opens the panel that says it in full. There are none of a meeting that was called off. */
function MinutesStageButton() {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const { stage, calledOff, isLocked } = useMinutesLife()
  if (calledOff) return null
  const name = t(stageWords[stage])
  return (
    <span title={t('minutes.stageOf', { stage: name })}>
      <AriaButton
        className={classes(styles.status, isLocked && styles.held)}
        aria-label={t('minutes.stageIs', { stage: name })}
        onPress={() =>
          void navigate({ search: (before) => ({ ...before, panel: 'minutes' }), replace: true })
        }
      >
        {isLocked ? <Lock size={13} aria-hidden /> : <FileText size={13} aria-hidden />}
        {name}
      </AriaButton>
    </span>
  )
}

/** The clock at the place, and that of the counterpart. */
function Times({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { heldOn, from, to, zone, counterpartZone } = meeting
  return (
    <>
      <span className={line.fact}>
        <Clock size={14} aria-hidden />
        <span>
          {format.date(heldOn, 'full')}, {format.times(from, to, clockLabel(zone, heldOn))}
        </span>
      </span>
      {counterpartZone !== zone && (
        <span className={styles.other} title={t('meeting.counterpartClock')}>
          <CounterpartTimes span={meeting} meeting={meeting} />
        </span>
      )}
    </>
  )
}
