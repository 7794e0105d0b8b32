import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reading } from '../api/useRead.ts'
import { FaultNotice } from './FaultNotice.tsx'
import styles from './Loaded.module.css'

/** Shows what was read, once it is there: nothing for 200 ms, then grey lines in its place; a fault in words. */
export function Loaded<T>(props: {
  readonly reading: Reading<T>
  readonly children: (value: T) => ReactNode
  /** How many grey lines stand for what is coming. */
  readonly lines?: number
}) {
  const { reading, children, lines = 6 } = props
  if (reading.state === 'ready') return children(reading.value)
  if (reading.state === 'failed') return <FaultNotice fault={reading.fault} />
  return <GreyLines lines={lines} />
}

/** Lines where words will be. Not there for the first 200 ms: most waits are over by then. */
export function GreyLines({ lines }: { readonly lines: number }) {
  const { t } = useTranslation()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className={styles.lines} role="status" aria-label={t('shell.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
