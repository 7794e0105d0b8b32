import type { WrittenDocx } from '../../shared/docx/blocksDocx.ts'
import { redlineDocx } from '../../shared/docx/draft/redlineDocx.ts'
import type { RedlineFront } from '../../shared/docx/draft/redlineFront.ts'
import type { Fault } from '../../shared/fault.ts'
import { xmlText } from '../../shared/docx/xmlText.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ComposedLanguage } from '../../shared/values.ts'
import { comparePapers, type PapersToCompare } from './comparePapers.ts'
import { khmerFont } from './khmerFont.ts'

export type RedlineToWrite = PapersToCompare & {
  readonly language: ComposedLanguage // of what is said around the text
  readonly title: string
  readonly author: string
  readonly date: string // instant in UTC
  /** What both are called, for the legend and the table of substance in front; null: neither. */
  readonly names: Pick<RedlineFront, 'base' | 'target' | 'views'> | null
}

/** Compares two texts and writes what changed as tracked changes of Word. */
export async function writeRedline(input: RedlineToWrite): Promise<Result<WrittenDocx, Fault>> {
  const compared = await comparePapers(input)
  if (!compared.ok) return compared
  const { language, title, author, date, names } = input
  return ok(
    await redlineDocx(
      {
        ...{ language, title, author, date, comparison: compared.value, comments: [] },
        header: [xmlText(title).text, ''],
        pageOf: language === 'id' ? ' dari ' : ' of ',
        watermark: null,
        front: names && { ...names, author },
        recordWords: () => '',
      },
      khmerFont,
    ),
  )
}
