import type { Figure } from '../../../shared/meeting/meeting.ts'
import { figureWords } from '../../../shared/meeting/figureWords.ts'
import type { Language } from '../../../shared/values.ts'

/** A citation in an open text: what the record said of the figure when it was put in. */
export type CitedAs = { readonly recordId: string; readonly said: string; readonly language: Language }

/**
 * What `figure` was, in the texts that cite it as it is no more: each wording once. Citations of which it is not known
 * what they said ('') count as seen.
 */
export function formerWords(figure: Figure, cited: readonly CitedAs[]): readonly string[] {
  const former = cited.flatMap(({ recordId, said, language }) => {
    if (recordId !== figure.id || said === '' || language === 'km') return []
    return said === figureWords(figure, language) ? [] : [said]
  })
  return [...new Set(former)]
}

type Node = {
  readonly type?: unknown
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Node[]
}

/** The citations of figures in the JSON of a text. */
export function citationsIn(doc: unknown, language: Language): readonly CitedAs[] {
  if (typeof doc !== 'object' || doc === null) return []
  const { type, attrs, content = [] } = doc as Node
  const below = content.flatMap((child) => citationsIn(child, language))
  if (type !== 'figureRef') return below
  return [{ recordId: String(attrs?.['recordId']), said: String(attrs?.['said'] ?? ''), language }]
}
