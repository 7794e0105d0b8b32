import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SigningTarget } from '../../../shared/mou/mou.ts'
import { signingWindow } from '../../../shared/mou/stages.ts'
import { useFormat } from '../../i18n/format.ts'
import type { TimeLeft } from './target.ts'

/** The day of signing, or its span, and how far off it is, in words. */
export function useTargetWords() {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    /** "19 Agu 2025", "19 Agu – 19 Sep 2025": the year once where both days are of it. */
    const span = (target: SigningTarget): string => {
      const { from, to } = signingWindow(target)
      if (from === to) return format.date(to, 'medium')
      const isOneYear = from.slice(0, 4) === to.slice(0, 4)
      return `${format.date(from, isOneYear ? 'dayMonth' : 'medium')} – ${format.date(to, 'medium')}`
    }
    const left = (time: TimeLeft): string => {
      switch (time.kind) {
        case 'until':
          return time.days === 0 ? t('mou.left.today') : t('mou.left.until', { count: time.days })
        case 'untilSpan':
          return t('mou.left.untilSpan', { from: time.from, to: time.to })
        case 'within':
          return time.days === 0 ? t('mou.left.lastDay') : t('mou.left.within', { count: time.days })
        case 'over':
          return t('mou.left.over', { count: time.days })
      }
    }
    return { span, left }
  }, [t, format])
}
