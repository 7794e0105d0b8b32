import type { Comparison } from '../../shared/compare/comparison.ts'
import { compareTexts } from '../../shared/compare/compareTexts.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, type Result } from '../../shared/result.ts'
import { textSchema } from '../../shared/text/extensions.ts'

/** A text as JSON of the schema, with its hash. */
export type PaperText = { readonly doc: unknown; readonly sha256: string }

export type PapersToCompare = { readonly base: PaperText; readonly target: PaperText }

/** Compares two texts. That there is no difference is only ever said of texts with one hash. */
export async function comparePapers({ base, target }: PapersToCompare): Promise<Result<Comparison, Fault>> {
  const compared = compareTexts(textSchema.nodeFromJSON(base.doc), textSchema.nodeFromJSON(target.doc), {
    baseHash: base.sha256,
    targetHash: target.sha256,
  })
  if (!compared.ok) {
    const { base, target } = compared.fault
    return fail({ kind: 'DifferentLanguages', base, target })
  }
  if (compared.value.changes.length === 0 && base.sha256 !== target.sha256)
    throw new Error('two texts differ and no change between them was found')
  return compared
}
