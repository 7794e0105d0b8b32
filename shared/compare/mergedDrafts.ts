import type { Layer } from './comparison.ts'

/** What came of laying two drafts into one text. */
export type MergedDrafts = {
  readonly brackets: number // that came of it
  /** What the two have differently and comes into no bracket (`LeftAside`). */
  readonly leftAside: readonly {
    readonly kind: 'attributes' | 'place' | 'words'
    readonly clause: string // 'Article 5 (2)'; '' ahead of the first
    readonly side: string | null // whose place differs
    readonly layer: Layer | null // of words
  }[]
}
