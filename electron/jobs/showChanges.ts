import { compareTexts } from '../../shared/compare/compareTexts.ts'
import { type ShownChanges, shownChanges } from '../../shared/compare/shownChanges.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { textsEqualModuloIds } from '../../shared/text/canonicalText.ts'
import { textSchema } from '../../shared/text/extensions.ts'

/** Compares two texts, each JSON of the schema, for the marks that are drawn over the second. */
export async function showChanges(texts: {
  readonly base: unknown
  readonly target: unknown
}): Promise<Result<ShownChanges, Fault>> {
  const base = textSchema.nodeFromJSON(texts.base)
  const target = textSchema.nodeFromJSON(texts.target)
  const compared = compareTexts(base, target, { baseHash: '', targetHash: '' })
  if (!compared.ok) {
    const { base, target } = compared.fault
    return fail({ kind: 'DifferentLanguages', base, target })
  }
  const shown = shownChanges(compared.value)
  if (shown.changes === 0 && !textsEqualModuloIds(base, target))
    throw new Error('two texts differ and no change between them was found')
  return ok(shown)
}
