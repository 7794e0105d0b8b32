import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Expiry, ForceTerms, Period } from '../../../shared/mou/expiry.ts'
import type { Side } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'

/** What an instrument says of its own time, in words. */
export function useForceWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(
    () => ({
      /** "5 tahun 6 bulan". */
      period: ({ years, months }: Period): string =>
        [
          years > 0 && t('mou.force.years', { count: years }),
          months > 0 && t('mou.force.months', { count: months }),
        ]
          .filter(Boolean)
          .join(' '),
      sides: (sides: readonly Side[]): string =>
        sides.map((side) => countryOf(side).name[language]).join(', '),
      entry: (entry: ForceTerms['entry']): string =>
        t(
          entry.by === 'signature'
            ? 'mou.force.bySignature'
            : entry.by === 'notification'
              ? 'mou.force.byNotification'
              : 'mou.force.byDate',
        ),
      warning: (kind: Expiry['kind']): string | null => {
        if (kind === 'renewalNear') return t('mou.force.renewalNear')
        if (kind === 'noticePassed') return t('mou.force.noticePassed')
        return kind === 'expired' ? t('mou.force.expired') : null
      },
    }),
    [t, language],
  )
}
