import type { MinutesDocument } from '../meeting/minutesDocument.ts'
import { minutesWords, pageMarks } from '../meeting/minutesWords.ts'
import { plain } from '../meeting/runs.ts'
import { blocksDocx, type WrittenDocx } from './blocksDocx.ts'

/**
 * Minutes as a DOCX on A4: real headings and automatic numbers, tables whose header rows repeat and whose rows stay
 * whole, the signatures in two columns on one page, each annex on a new one, the language on every run, the
 * classification and the end of the audit log on every page. `draft` puts a watermark behind the text. The same document gives the same bytes.
 */
export function minutesDocx(
  { language, classification, internal, sample, auditHead, blocks }: MinutesDocument,
  { draft }: { readonly draft: boolean },
): Promise<WrittenDocx> {
  const words = minutesWords(language)
  return blocksDocx({
    language,
    title: blocks.flatMap((block) => (block.kind === 'title' ? [plain(block.runs)] : [])).join(' '),
    blocks,
    annexName: words.annex,
    header: pageMarks({ language, classification, internal, sample, draft }),
    pageOf: words.pageOf,
    footnote: auditHead === null ? null : words.auditLog(auditHead),
    watermark: draft ? words.draft : null,
  })
}
