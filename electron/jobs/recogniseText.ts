import { languageOfWords } from '../../shared/docx/read/languages.ts'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { confirmLines, type LineChoice } from '../../shared/text/instrument/confirmLines.ts'
import {
  describeLines,
  type Proposal,
  recogniseClauses,
} from '../../shared/text/instrument/recogniseClauses.ts'
import { readPastedText } from '../../shared/text/instrument/readPastedText.ts'
import { Language } from '../../shared/values.ts'
import { createNewId } from '../store/uuid.ts'

export type TextToRecognise = {
  readonly doc: unknown
  /** For texts that name none. */
  readonly language: Language
  /** What a person says that lines are; null: propose it. */
  readonly choices: readonly (readonly [string, LineChoice])[] | null
  /** It comes from the clipboard, as paragraphs of which nobody has read anything yet. */
  readonly isPasted: boolean
}

export type RecognisedText = Omit<Proposal, 'doc'> & {
  readonly doc: unknown
  /** As its words have it; null: they do not tell. */
  readonly language: Language | null
}

/** Proposes how a text is made up, or reads lines of one that was proposed otherwise. */
export async function recogniseText({
  doc: json,
  language,
  choices,
  isPasted,
}: TextToRecognise): Promise<Result<RecognisedText, Fault>> {
  const doc = textSchema.nodeFromJSON(json)
  const newId = createNewId(Date.now)
  const found = Language.safeParse(languageOfWords(doc.textBetween(0, doc.content.size, '\n'))).data ?? null
  const own = found ?? language
  if (choices === null) {
    const read = isPasted ? readPastedText(doc, { language: own, newId }) : doc
    const proposal = recogniseClauses(read, { language: own, newId })
    return ok({ ...proposal, language: found, doc: proposal.doc.toJSON() as unknown })
  }
  const confirmed = confirmLines(doc, new Map(choices), newId)
  return ok({ ...describeLines(confirmed, own), language: found, doc: confirmed.toJSON() as unknown })
}
