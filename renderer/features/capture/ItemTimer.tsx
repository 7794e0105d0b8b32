import { Hourglass, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { useStore } from '../../api/store.ts'
import { classes } from '../../ui/classes.ts'
import styles from './CaptureScreen.module.css'
import { itemClock, minutesSpent, spentOn, turnTo } from './itemClock.ts'

/** How long the item has been worked on, against what was planned; beyond that it says so in words. */
export function ItemTimer(props: { readonly item: AgendaItem; readonly isRunning: boolean }) {
  const { t } = useTranslation()
  const { item, isRunning } = props
  const { id, plannedMinutes } = item
  const clock = useStore(itemClock)
  const [now, setNow] = useState(() => Date.now())

  useEffect(() => {
    if (!isRunning) return
    itemClock.set(turnTo(itemClock.get(), id, Date.now()))
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => {
      clearInterval(timer)
      itemClock.set(turnTo(itemClock.get(), null, Date.now()))
    }
  }, [id, isRunning])

  const { spent, over } = minutesSpent(spentOn(clock, id, now), plannedMinutes)
  const Icon = over > 0 ? TriangleAlert : Hourglass
  return (
    <p role="timer" className={classes(styles.timer, over > 0 && styles.over)}>
      <Icon size={15} aria-hidden />
      {!isRunning && spent === 0
        ? t('capture.planned', { count: plannedMinutes })
        : over > 0
          ? t('capture.over', { count: over, planned: plannedMinutes })
          : plannedMinutes === 0
            ? t('capture.spent', { count: spent })
            : t('capture.spentOf', { spent, count: plannedMinutes })}
    </p>
  )
}
