import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { Language } from '../values.ts'
import { textSchema } from './extensions.ts'

/** A text of the schema, for those who pass it on and do not look inside. */
export type TextDoc = Node

/** A text in which nothing has been written: one empty paragraph with the id `blockId`. */
export function emptyText(language: Language, blockId: string): TextDoc {
  const { doc, paragraph } = textSchema.nodes
  if (!doc || !paragraph) throw new Error('The schema of texts has no paragraphs')
  return doc.create({ lang: language }, paragraph.create({ blockId }))
}

/** The steps, as JSON, that put the content of `after` in place of all that `before` says. */
export function stepsToRewrite(before: TextDoc, after: TextDoc): readonly unknown[] {
  const content = new Slice(Fragment.from(after.content), 0, 0)
  return [new ReplaceStep(0, before.content.size, content).toJSON()]
}
