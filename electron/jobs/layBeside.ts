import { createHash } from 'node:crypto'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { layTextsBeside, type TextsBeside } from '../../shared/text/textsBeside.ts'
import type { Language } from '../../shared/values.ts'

export type TextsToLay = {
  readonly texts: readonly { readonly language: Language; readonly doc: unknown }[]
  readonly agreed: Parameters<typeof layTextsBeside>[1]
}

/** The texts of one instrument beside each other, by clause. */
export async function layBeside({ texts, agreed }: TextsToLay): Promise<Result<TextsBeside, Fault>> {
  const docs = texts.map(({ language, doc }) => ({ language, doc: textSchema.nodeFromJSON(doc) }))
  return ok(layTextsBeside(docs, agreed, (wording) => createHash('sha256').update(wording).digest('hex')))
}
