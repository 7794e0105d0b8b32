import type { TFunction } from 'i18next'
import type { OutlineRow } from './draftFacts.ts'
import { lineKindWords } from './lineKinds.ts'

/** What a part of the text is called: its number and heading, else what it is. */
export function outlineName({ label, words, kind }: OutlineRow, t: TFunction<'words'>): string {
  return [label, words].filter((part) => part !== '').join(' ') || t(lineKindWords[kind])
}
