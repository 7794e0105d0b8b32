import { Check, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isStrongPassphrase, leastCharacters } from '../../../shared/passphrase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './StartLayout.module.css'

export type TypedTwice = { readonly once: string; readonly again: string }

export const nothingTyped: TypedTwice = { once: '', again: '' }

/** Whether a passphrase typed twice may be used. */
export function isUsable({ once, again }: TypedTwice): boolean {
  return isStrongPassphrase(once) && once === again
}

/** A new passphrase, twice, and once it is begun whether it is long enough. `tried` shows what is wrong. */
export function NewPassphrase(props: {
  readonly typed: TypedTwice
  readonly onChange: (typed: TypedTwice) => void
  readonly tried: boolean
  readonly label?: string
  readonly autoFocus?: boolean
}) {
  const { t } = useTranslation()
  const { typed, onChange, tried, label, autoFocus } = props
  const strong = isStrongPassphrase(typed.once)
  return (
    <>
      <TextField
        label={label ?? t('record.make.passphrase')}
        hint={t('record.make.passphraseHint', { atLeast: leastCharacters })}
        type="password"
        autoComplete="new-password"
        maxLength={1_024}
        {...(autoFocus && { autoFocus })}
        value={typed.once}
        onChange={(once) => onChange({ ...typed, once })}
        error={tried && !strong ? t('record.make.tooShort') : undefined}
      />
      <div
        role="group"
        aria-label={t('record.make.strength')}
        className={classes(styles.spread, typed.once === '' && styles.notYet)}
      >
        <span className={styles.hint}>{t('record.make.characters', { count: [...typed.once].length })}</span>
        <Chip tone={strong ? 'ok' : 'plain'} icon={strong ? Check : CircleDashed}>
          {strong ? t('record.make.longEnough') : t('record.make.tooShort')}
        </Chip>
      </div>
      <TextField
        label={t('record.make.again')}
        type="password"
        autoComplete="new-password"
        maxLength={1_024}
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        error={tried && typed.again !== typed.once ? t('record.make.differ') : undefined}
      />
    </>
  )
}
