import type { MeetingDossier } from '../../meeting/meeting.ts'
import { minutesWords, pageMarks } from '../../meeting/minutesWords.ts'
import { plain } from '../../meeting/runs.ts'
import type { MinutesDocument } from '../../meeting/minutesDocument.ts'
import { actionRows } from '../../meeting/papers/actionRows.ts'
import { paperWords } from '../../meeting/papers/paperWords.ts'
import { type SheetCell, sheetXlsx, type WrittenXlsx } from './sheetXlsx.ts'

/**
 * The table of actions as a sheet of Excel, of the very rows that `paper`, the same table for Word, has; its title and
 * its marks stand on every printed page.
 */
export function actionsXlsx(
  dossier: MeetingDossier,
  { language, sample, classification, blocks }: MinutesDocument,
  { draft }: { readonly draft: boolean },
): WrittenXlsx {
  const words = paperWords(language)
  const { here, before } = actionRows(dossier, language)
  const [marks, more] = pageMarks({ language, classification, sample, draft })
  const title = blocks.flatMap((block) => (block.kind === 'title' ? [plain(block.runs)] : []))
  return sheetXlsx({
    name: words.actions,
    columns: words.followUpColumns.map((title, index) => ({ title, width: widths[index] ?? 20 })),
    rows: [...here, ...before].map(({ number, side, what, due, state }): readonly SheetCell[] => [
      ...[number, side, what.text],
      due === null ? null : { date: due },
      state,
    ]),
    dateFormat: language === 'id' ? '[$-421]d mmmm yyyy' : '[$-809]d mmmm yyyy',
    header: [marks, title.join(' '), more],
    pageOf: minutesWords(language).pageOf,
  })
}

const widths = [14, 18, 70, 22, 14]
