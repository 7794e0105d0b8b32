import { Download } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from 'react-aria-components'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import { type CalendarDate, ComposedLanguage, type Side, Side as SideCode } from '../../../shared/values.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { useCall } from '../../api/useCall.ts'
import { useRead } from '../../api/useRead.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'
import { cautionsOf } from './cautions.ts'
import { pairOf } from './compareState.ts'
import { desk, useDesk } from './compareStore.ts'
import { stopWaiting } from './takeFiles.ts'
import { useLate } from './useLate.ts'

/** Whose changes they are, of when, and whether pages stand in front; then where the file shall go. */
export function RedlineDialog(props: {
  /** Of the texts; null where it is not known. */
  readonly language: string | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const call = useCall()
  const screen = useLanguage()
  const { language, onClose } = props
  const relationships = useRead('relationship.list', {})
  const compared = useDesk((state) => (state.target.state === 'record' ? state.target.text.draft : null))
  const isOfFiles = useDesk(({ base, target }) => base.state === 'ready' || target.state === 'ready')
  const hidesWords = useDesk(({ base, target }) => cautionsOf(base, target).includes('compare.hiddenWords'))
  const [author, setAuthor] = useState<Side | null>(SideCode.safeParse(compared?.tabledBy).data ?? null)
  const [date, setDate] = useState<CalendarDate | null>(compared?.textDate ?? today())
  const [front, setFront] = useState(true)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [isWriting, setWriting] = useState(false)
  useEvents(
    useCallback((event: AppEvent) => {
      if (event.kind === 'progress' && event.job === 'compare.export') setWriting(true)
    }, []),
  )
  const [fault, setFault] = useState<Fault | null>(null)
  const usual = relationships.state === 'ready' ? (relationships.value[0]?.otherSide ?? null) : null
  const side = author ?? usual

  async function send() {
    setTried(true)
    const pair = pairOf(desk.get())
    if (isBusy || pair === null || side === null || date === null) return
    setBusy(true)
    setFault(null)
    const own = ComposedLanguage.safeParse(language)
    const reply = await call('compare.exportRedline', {
      ...pair,
      ...{ author: side, date, front, language: own.success ? own.data : screen },
    })
    setBusy(false)
    setWriting(false)
    if (!reply.ok) {
      if (reply.fault.kind !== 'JobStopped' || reply.fault.why !== 'cancelled') setFault(reply.fault)
      return
    }
    if (reply.value === null) return
    const { name, folder } = reply.value
    notices.say((t) => t('compare.exported', { name, folder }), null)
    onClose()
  }

  return (
    <Dialog
      title={t('compare.exportRedline')}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" icon={Download} isPending={isBusy} onPress={() => void send()}>
            {t('compare.exportRedline')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <p>{t('compare.exportAbout')}</p>
        {isOfFiles && <p>{t('compare.exportWithout')}</p>}
        {hidesWords && <p role="note">{t('compare.hiddenWords')}</p>}
        <CountryField
          label={t('compare.author')}
          hint={t('compare.authorHint')}
          value={side}
          onChange={setAuthor}
          error={isTried && side === null ? t('shell.filledIn') : undefined}
        />
        <DateField
          label={t('compare.date')}
          value={date}
          onChange={setDate}
          error={isTried && date === null ? t('shell.filledIn') : undefined}
        />
        <Checkbox isSelected={front} onChange={setFront}>
          {t('compare.front')}
        </Checkbox>
        {isWriting && <Writing onStop={() => stopWaiting(call)} />}
        {fault && <FaultNotice fault={fault} />}
      </div>
    </Dialog>
  )
}

function Writing({ onStop }: { readonly onStop: () => void }) {
  const { t } = useTranslation()
  const isLate = useLate()
  if (!isLate) return null
  return (
    <ProgressBar aria-label={t('compare.exporting')} isIndeterminate className={form.row ?? ''}>
      <span role="status">{t('compare.exporting')}</span>
      <Button compact onPress={onStop}>
        {t('shell.cancel')}
      </Button>
    </ProgressBar>
  )
}
