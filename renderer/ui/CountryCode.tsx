import type { Side } from '../../shared/values.ts'
import styles from './CountryCode.module.css'

/** The code of a side in a frame: KHM. */
export function CountryCode({ side }: { readonly side: Side }) {
  return <span className={styles.code}>{side}</span>
}
