import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { confirmLines, type LineChoice } from '../../shared/text/instrument/confirmLines.ts'
import {
  describeLines,
  type Proposal,
  recogniseClauses,
} from '../../shared/text/instrument/recogniseClauses.ts'
import type { Language } from '../../shared/values.ts'
import { createNewId } from '../store/uuid.ts'

export type TextToRecognise = {
  readonly doc: unknown
  /** For texts that name none. */
  readonly language: Language
  /** What a person says that lines are; null: propose it. */
  readonly choices: readonly (readonly [string, LineChoice])[] | null
}

export type RecognisedText = Omit<Proposal, 'doc'> & { readonly doc: unknown }

/** Proposes how a text is made up, or reads lines of one that was proposed otherwise. */
export async function recogniseText({
  doc: json,
  language,
  choices,
}: TextToRecognise): Promise<Result<RecognisedText, Fault>> {
  const doc = textSchema.nodeFromJSON(json)
  const newId = createNewId(Date.now)
  if (choices === null) {
    const proposal = recogniseClauses(doc, { language, newId })
    return ok({ ...proposal, doc: proposal.doc.toJSON() as unknown })
  }
  const confirmed = confirmLines(doc, new Map(choices), newId)
  return ok({ ...describeLines(confirmed, language), doc: confirmed.toJSON() as unknown })
}
