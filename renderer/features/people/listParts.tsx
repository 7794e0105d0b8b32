import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { CalendarDate, Language, Side, Wording } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Ending } from './EndDialog.tsx'
import styles from './PeoplePage.module.css'

/** Somebody or an office is to be ended; `refused`: why it cannot be removed instead. */
export type OnEnd = (ending: Ending, refused: Fault | null) => void

export type ListProps = {
  readonly side: Side | null
  readonly query: string
  readonly onClear: () => void
  readonly onEnd: OnEnd
}

/** Why a list is empty, and the way out: nothing fits what is searched, nobody is of that side, or nobody at all. */
export function Nobody(props: {
  readonly side: Side | null
  readonly searched: boolean
  readonly onClear: () => void
  readonly none: string
  readonly add: ReactNode
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { side, searched, onClear, none, add } = props
  if (searched) {
    return (
      <EmptyState button={<Button onPress={onClear}>{t('people.clear')}</Button>}>
        {t('people.nothing')}
      </EmptyState>
    )
  }
  return (
    <EmptyState button={add}>
      {side === null ? none : t('people.noneOfSide', { side: countryOf(side).name[language] })}
    </EmptyState>
  )
}

/** Since when nobody sits or works there any more. */
export function Ended({ endedOn }: { readonly endedOn: CalendarDate | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (endedOn === null) return null
  return <span className={styles.ended}> · {t('people.ended', { date: format.date(endedOn) })}</span>
}

/** A wording in the language of the screen, or in the first in which it was written, marked as that. */
export function Words({ wording }: { readonly wording: Wording }) {
  const language = useLanguage()
  const order: readonly Language[] = [language, 'en', 'id', 'km']
  const written = order.find((language) => wording[language])
  if (written === undefined) return <span />
  return (
    <span dir="auto" {...(written !== language && { lang: written })}>
      {wording[written]}
    </span>
  )
}
