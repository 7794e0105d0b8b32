import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { recoverySheetDocx } from '../../../shared/docx/recoverySheet.ts'
import { formatRecoveryKey, groups } from '../../../shared/recoveryKey.ts'
import { recoverySheetHtml } from '../../../shared/recoverySheetHtml.ts'
import { recoverySheetWords, type RecoverySheet } from '../../../shared/recoverySheetWords.ts'

const recoveryKey = formatRecoveryKey(Uint8Array.from({ length: 32 }, (_, at) => at * 7))
const sheet: RecoverySheet = {
  recordName: 'Nusa <Dua> & "lainnya"',
  recoveryKey,
  printedOn: '19 Mei 2025',
  language: 'id',
}

describe('the recovery sheet', () => {
  it('has every group of the key, the name, the date and all its words, in both forms and languages', async () => {
    for (const language of ['id', 'en'] as const) {
      const words = recoverySheetWords[language]
      const told = [sheet.recordName, sheet.printedOn, words.title, words.what, ...words.use, words.warning]
      const html = plainOf(recoverySheetHtml({ ...sheet, language }))
      const docx = plainOf(
        strFromU8((await partsOf({ ...sheet, language }))['word/document.xml'] ?? new Uint8Array()),
      )
      for (const text of [...told, ...groups(recoveryKey)]) {
        expect(html).toContain(text)
        expect(docx).toContain(text)
      }
    }
  })

  it('as a page leads nowhere and runs nothing', () => {
    const html = recoverySheetHtml({ ...sheet, recordName: '<script src="https://example.org"></script>' })
    expect(html).not.toMatch(/<script|<[^>]*(href|src)=|url\(|@import/)
  })

  it('is the same bytes for the same sheet', async () => {
    expect(await recoverySheetDocx(sheet, khmerFont)).toEqual(await recoverySheetDocx(sheet, khmerFont))
  })
})

async function partsOf(of: RecoverySheet) {
  return unzipSync(await recoverySheetDocx(of, khmerFont))
}

/** The words without their tags. */
function plainOf(markup: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')
}
