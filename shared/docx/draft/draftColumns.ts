import type { DraftPaper, DraftText, DraftView } from '../../mou/draftPaper.ts'
import { assignBlockIds } from '../../text/blockIds.ts'
import { cleanText, textAsSeenBy } from '../../text/bracketViews.ts'
import { textSchema } from '../../text/extensions.ts'
import type { TextDoc } from '../../text/writtenText.ts'
import type { Language } from '../../values.ts'
import type { DraftLine } from './draftLines.ts'
import { layOutDraft } from './layOutDraft.ts'
import { standingTree } from './standingTree.ts'

/** One text of a paper, as it goes out: in the view of the paper, each block with an id. */
export type DraftColumn = {
  readonly language: Language
  readonly doc: TextDoc
  readonly lines: readonly DraftLine[]
}

/** The texts of a paper as lines, from which every form of it is made. Throws where a language comes twice. */
export function draftColumns({ texts, view, language, recordWords }: DraftPaper): readonly DraftColumn[] {
  if (texts.length === 0 || new Set(texts.map((text) => text.language)).size < texts.length)
    throw new RangeError('A draft has one text in each of its languages')
  return texts.map((text) => {
    const doc = textInView(text, view)
    // A thing of the record whose words nobody gave is seen to be there.
    const said = (kind: string, id: string) => recordWords[`${kind} ${id}`] ?? `⟨${kind} ${id}⟩`
    return { language: text.language, doc, lines: layOutDraft(standingTree(doc), language, said) }
  })
}

function textInView({ language, doc }: DraftText, view: DraftView): TextDoc {
  let unnamed = 0
  const whole = assignBlockIds(textSchema.nodeFromJSON(doc), () => `unnamed-${++unnamed}`)
  const spoken = whole.type.create({ ...whole.attrs, lang: language }, whole.content)
  if (view.kind === 'clean') return cleanText(spoken)
  return view.kind === 'seenBy' ? textAsSeenBy(spoken, view.side) : spoken
}
