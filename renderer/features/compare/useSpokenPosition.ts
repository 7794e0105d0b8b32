import { useEffect } from 'react'
import { words } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { kindWords, placeWords } from './changeWords.ts'
import { besideText } from './compareStore.ts'
import { placeOf } from './numberedItems.ts'

/** Says to assistive technology which change has become the current one, and where it is. */
export function useSpokenPosition(): void {
  useEffect(() => {
    let last = besideText.get().current
    return besideText.subscribe(() => {
      const { current, outcome } = besideText.get()
      if (current === last || outcome.state !== 'ready') return
      last = current
      const item = current && outcome.compared.list.items[current.item]
      const change = item && item.places[current.place]
      if (!item || !change) return
      notices.speak(
        words.t('compare.spoken', {
          number: item.number,
          kind: words.t(kindWords[change.kind]),
          place: placeWords(placeOf(change), words.t),
        }),
      )
    })
  }, [])
}
