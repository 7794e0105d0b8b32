import type { MinutesDocument } from '../meeting/minutesDocument.ts'
import { footnoteOf, minutesWords, pageMarks } from '../meeting/minutesWords.ts'
import { plain } from '../meeting/runs.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Fault } from '../fault.ts'
import { blocksDocx, type DocxContent, type WrittenDocx } from './blocksDocx.ts'
import type { KhmerFont } from './khmerFont.ts'
import { openLetterhead } from './letterhead/openLetterhead.ts'
import { putOnLetterhead } from './letterhead/putOnLetterhead.ts'
import { Refusal } from './read/refusal.ts'

/**
 * Minutes as a DOCX on A4: real headings and automatic numbers, tables whose header rows repeat and whose rows stay
 * whole, the signatures in two columns on one page, each annex on a new one, the language on every run, the
 * classification and the end of the audit log on every page. `draft` puts a watermark behind the text. The same document gives the same bytes.
 */
export function minutesDocx(
  minutes: MinutesDocument,
  how: Drafted,
  khmerFont: KhmerFont,
): Promise<WrittenDocx> {
  return blocksDocx(contentOf(minutes, how), khmerFont)
}

/**
 * The same on the office's own letterhead. Faults, where a file that was kept can be used no more: `DocxRefused`,
 * `LetterheadUnfit`.
 */
export async function minutesOnLetterhead(
  minutes: MinutesDocument,
  how: Drafted,
  letterhead: { readonly name: string; readonly bytes: Uint8Array },
  khmerFont: KhmerFont,
): Promise<Result<WrittenDocx, Fault>> {
  const { name, bytes } = letterhead
  try {
    const opened = openLetterhead(bytes)
    if (opened.problems.length > 0) return fail({ kind: 'LetterheadUnfit', name, problems: opened.problems })
    return ok(await putOnLetterhead(opened, { ...contentOf(minutes, how), facts: minutes.facts }, khmerFont))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return fail({ kind: 'DocxRefused', why: error.why, name, part: error.part })
  }
}

type Drafted = { readonly draft: boolean }

function contentOf(minutes: MinutesDocument, { draft }: Drafted): DocxContent {
  const { language, classification, internal, sample, blocks } = minutes
  const words = minutesWords(language)
  return {
    language,
    title: blocks.flatMap((block) => (block.kind === 'title' ? [plain(block.runs)] : [])).join(' '),
    blocks,
    annexName: words.annex,
    header: pageMarks({ language, classification, internal, sample, draft }),
    pageOf: words.pageOf,
    footnote: footnoteOf(minutes),
    watermark: draft ? words.draft : null,
  }
}
