import type { MergedDrafts } from '../../shared/compare/mergedDrafts.ts'
import { mergeTexts, rollingText } from '../../shared/compare/mergeTexts.ts'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { noPlace, placeOf } from '../../shared/text/clausePlace.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import type { TextDoc } from '../../shared/text/writtenText.ts'
import { createNewId } from '../store/uuid.ts'

export type DraftsToMerge = {
  /** Null: the first rolling text of a draft and its counter-draft. */
  readonly base: unknown
  readonly ours: { readonly side: string; readonly doc: unknown }
  readonly theirs: { readonly side: string; readonly doc: unknown }
  readonly language: 'en' | 'id' // of the attributions
}

/** Lays two drafts into one text, with brackets where they differ. */
export async function mergeDrafts({
  base,
  ours,
  theirs,
  language,
}: DraftsToMerge): Promise<Result<MergedDrafts & { readonly doc: unknown }, Fault>> {
  const read = (doc: unknown): TextDoc => textSchema.nodeFromJSON(doc)
  const [one, other] = [ours, theirs].map(({ side, doc }) => ({ side, doc: read(doc) })) as [Tabled, Tabled]
  const options = { newId: createNewId(Date.now), language }
  const merged =
    base === null ? rollingText(one, other, options) : mergeTexts(read(base), one, other, options)
  const labels = labelsOf(merged.doc)
  return ok({
    doc: merged.doc.toJSON() as unknown,
    brackets: merged.brackets.length,
    leftAside: merged.leftAside.map((one) => ({
      kind: one.kind,
      clause: labels.get(one.blockId ?? '') ?? '',
      side: one.kind === 'place' ? one.side : null,
      layer: one.kind === 'words' ? one.layer : null,
    })),
  })
}

type Tabled = { readonly side: string; readonly doc: TextDoc }

/** 'Article 5 (2)' of each block, by its id. */
function labelsOf(doc: TextDoc): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const visit = (container: TextDoc, around: ReturnType<typeof placeOf>) => {
    let place = around
    for (const block of container.children) {
      if (block.isInline) return
      place = placeOf(block, place)
      labels.set(String(block.attrs['blockId']), place.label)
      visit(block, place)
    }
  }
  visit(doc, noPlace)
  return labels
}
