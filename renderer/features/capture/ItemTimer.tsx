import { Hourglass, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { useStore } from '../../api/store.ts'
import { classes } from '../../ui/classes.ts'
import styles from './CaptureScreen.module.css'
import { itemClock, minutesSpent, spentOn, turnTo } from './itemClock.ts'
import { useKeepTime } from './useItemTimes.ts'

/** Seconds of the clock that a crash may cost. */
const keptEvery = 15

/** How long the item has been worked on, against what was planned; beyond that it says so in words. */
export function ItemTimer(props: { readonly item: AgendaItem; readonly isRunning: boolean }) {
  const { t } = useTranslation()
  const { item, isRunning } = props
  const { id, plannedMinutes } = item
  const clock = useStore(itemClock)
  const keep = useKeepTime()
  const [now, setNow] = useState(() => Date.now())

  useEffect(() => {
    if (!isRunning) return
    itemClock.set(turnTo(itemClock.get(), id, Date.now()))
    setNow(Date.now())
    let seconds = 0
    const timer = setInterval(() => {
      setNow(Date.now())
      seconds += 1
      if (seconds % keptEvery === 0) keep(id)
    }, 1_000)
    return () => {
      clearInterval(timer)
      itemClock.set(turnTo(itemClock.get(), null, Date.now()))
      keep(id)
    }
  }, [id, isRunning, keep])

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
