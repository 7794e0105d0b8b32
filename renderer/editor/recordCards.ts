import type { Language } from '../../shared/values.ts'
import { createStore, type Store } from '../api/store.ts'

/** What a text shows where it refers to something of the record. All words are ready to be shown. */
export type RecordCard = {
  readonly kind: 'decision' | 'action' | 'figure' | 'person' | 'article' | 'outcome'
  /** "Keputusan 2/2025/1"; for figures and people what assistive technology says before the words. */
  readonly heading: string
  /** At the end of the heading: "Disepakati ad referendum", "KHM · 30 Mei 2025". */
  readonly aside: string
  readonly words: string
  /** The language of `words`, where it is not that of the text. */
  readonly language: Language | null
  /** Says what the button that opens it does: "Ubah keputusan 2/2025/1". */
  readonly edit: string
  /** What is wrong with it, beside the words: a figure has no source, an article is in its draft no more. */
  readonly warning?: string
  /** Leads to what is named, where that is not edited here. */
  readonly follow?: () => void
  /** Of a figure: says that it was `said` when it was put into the text, which it is no more. */
  readonly changedFrom?: (said: string) => string
}

/** The cards of one language, by the id of the record; a text redraws the cards that changed. */
export type RecordCards = Store<ReadonlyMap<string, RecordCard>>

export function createRecordCards(): RecordCards {
  return createStore<ReadonlyMap<string, RecordCard>>(new Map())
}
