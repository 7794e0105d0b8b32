import { CalendarArrowDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { Classification, type CalendarDate, type ComposedLanguage } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import { languageName, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Choice } from '../meeting/Choice.tsx'
import styles from '../meeting/ExportDialog.module.css'
import { useFileExport } from '../files/useFileExport.ts'
import { classificationWords } from '../meetings/meetingLabels.ts'
import { BeforeSelect } from '../reminders/BeforeSelect.tsx'

/** What the file is made of. */
export type IcsSource =
  | { readonly kind: 'meeting'; readonly meetingId: MeetingId; readonly classification: Classification }
  | {
      readonly kind: 'days'
      readonly from: CalendarDate
      readonly to: CalendarDate
      readonly meetings: readonly { readonly classification: Classification }[]
    }

/** A calendar file of a meeting, or of the days that are shown; before that, what of it may leave. */
export function IcsDialog({ what, onClose }: { readonly what: IcsSource; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const call = useCall()
  const [language, setLanguage] = useState<ComposedLanguage>(screen)
  const [upTo, setUpTo] = useState<Classification>('open')
  const [dueDays, setDueDays] = useState(true)
  const [alarm, setAlarm] = useState<number | null>(60)
  const [fault, setFault] = useState<Fault | null>(null)
  const { run, busy } = useFileExport('calendar.exportIcs')
  const levels = Classification.options
  const leftOut =
    what.kind === 'days'
      ? what.meetings.filter(({ classification }) => levels.indexOf(classification) > levels.indexOf(upTo))
          .length
      : 0

  async function send() {
    const asked =
      what.kind === 'meeting'
        ? { kind: what.kind, meetingId: what.meetingId }
        : { kind: what.kind, from: what.from, to: what.to, upTo }
    const end = await run(() => call('calendar.exportIcs', { what: asked, language, dueDays, alarm }))
    setFault(typeof end === 'string' ? null : end)
    if (end === 'over') onClose()
  }

  return (
    <Dialog
      title={t(what.kind === 'meeting' ? 'calendar.exportMeeting' : 'calendar.export')}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button
            variant="primary"
            icon={CalendarArrowDown}
            isPending={busy} // not disabled: it keeps the focus
            onPress={() => void send()}
          >
            {t('calendar.save')}
          </Button>
        </>
      }
    >
      <p>
        {what.kind === 'days' && `${format.days(what.from, what.to)}. `}
        {t('calendar.whatLeaves')}
      </p>
      <div className={styles.choices}>
        <Choice label={t('calendar.language')}>
          <Segments<ComposedLanguage>
            label={t('calendar.language')}
            value={language}
            onChange={setLanguage}
            choices={(['id', 'en'] as const).map((value) => ({ value, label: languageName(value, screen) }))}
          />
        </Choice>
        {what.kind === 'days' && (
          <Choice label={t('calendar.upTo')}>
            <Segments<Classification>
              label={t('calendar.upTo')}
              value={upTo}
              onChange={setUpTo}
              choices={levels.map((value) => ({ value, label: t(classificationWords[value]) }))}
            />
          </Choice>
        )}
        <BeforeSelect label={t('calendar.alarm')} value={alarm} onChange={setAlarm} />
      </div>
      <Checkbox isSelected={dueDays} onChange={setDueDays}>
        {t('calendar.withDueDays')}
      </Checkbox>
      {leftOut > 0 && <p role="status">{t('calendar.leftOut', { count: leftOut })}</p>}
      {what.kind === 'meeting' && what.classification !== 'open' && (
        <p role="note">
          {t('calendar.classified', { classification: t(classificationWords[what.classification]) })}
        </p>
      )}
      {fault && <FaultNotice fault={fault} />}
    </Dialog>
  )
}
