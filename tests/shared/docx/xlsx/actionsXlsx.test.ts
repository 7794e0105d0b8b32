import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composePaper } from '../../../../shared/meeting/papers/composePaper.ts'
import { actionsXlsx } from '../../../../shared/docx/xlsx/actionsXlsx.ts'
import { canary, withCanaries } from '../../../support/canaries.ts'
import { docxParts, partsWith } from '../../../support/docxParts.ts'
import { hasCalc, type LibreOffice, startLibreOffice } from '../../../support/libreOffice.ts'
import { nusaDua, type RecordOfMeeting } from '../../../support/nusaDua.ts'
import { ooxmlErrors, ooxmlValidator } from '../../../support/ooxmlValidator.ts'

let office: LibreOffice
beforeAll(async () => void (office = await startLibreOffice()))
afterAll(() => office.close())

describe('the table of actions in Excel', () => {
  it.skipIf(!hasCalc)(
    'has a head that stays in sight and is printed on every page, dates that are dates, and words',
    async () => {
      const { name, frozenRows, titleRows, cells } = await office.readSheet(xlsx(nusaDua(), 'id').bytes)
      expect(name).toBe('Tindak lanjut')
      expect({ frozenRows, titleRows }).toEqual({ frozenRows: 1, titleRows: 1 })
      const shown = cells.map((row) => row.map((cell) => cell.shown))
      expect(shown[0]).toEqual(['Nomor', 'Pihak', 'Tindak lanjut', 'Batas waktu', 'Status'])
      expect(shown[1]).toEqual([
        ...['2/2025/1', 'Kamboja', 'Menjawab Pasal 3 ayat (3) melalui saluran diplomatik'],
        ...['30 Juni 2025', 'Terbuka'],
      ])
      expect(cells[1]?.map(({ kind }) => kind)).toEqual(['TEXT', 'TEXT', 'TEXT', 'VALUE', 'TEXT'])
      // 45838 is 30 June 2025 as spreadsheets count days.
      expect(cells[1]?.[3]?.value).toBe(45_838)
      expect(cells).toHaveLength(1 + 3 + 8)
    },
  )

  it.skipIf(!hasCalc)('has no formula, whatever words begin with', async () => {
    const record = nusaDua()
    const words = ['=1+1', '+62 812', '-', '@SUM(A1)', `=HYPERLINK("http://x","y")`, '\u0001=cmd|calc!A0']
    const [action] = record.dossier.actions
    if (!action) throw new Error('there are actions')
    const actions = words.map((what, index) => ({
      ...action,
      what: { en: what },
      number: { ...action.number, serial: index + 1 },
      dueOn: null,
    }))
    const written = xlsx({ ...record, dossier: { ...record.dossier, actions, formerActions: [] } })
    expect(written.removedCharacters).toBe(1)
    const { cells } = await office.readSheet(written.bytes)
    const [, ...rows] = cells
    expect(rows.map((row) => row[2]?.shown)).toEqual(words.map((one) => one.replace('\u0001', '')))
    for (const row of rows) for (const { kind } of row) expect(['TEXT', 'EMPTY']).toContain(kind)
    expect(docxParts(written.bytes).get('xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })

  it.skipIf(!hasCalc)('says what the table in Word says, row by row', async () => {
    const { blocks } = paper(nusaDua(), 'en')
    const inWord = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map(({ runs }) => runs[0]?.text ?? '')) : [],
    )
    const { cells } = await office.readSheet(xlsx(nusaDua()).bytes)
    expect(cells.slice(1).map((row) => row.map(({ shown }) => shown))).toEqual(inWord)
  })

  it('holds nothing internal, names nobody, and is the same bytes for the same data', () => {
    const bytes = xlsx(withCanaries(nusaDua())).bytes
    expect(partsWith(bytes, canary)).toEqual([])
    expect([...docxParts(bytes).keys()].filter((name) => name.startsWith('docProps'))).toEqual([])
    expect(Buffer.from(bytes).equals(xlsx(withCanaries(nusaDua())).bytes)).toBe(true)
  })

  it('carries its classification, and that it is a draft, on every printed page', () => {
    const sheet = docxParts(xlsx(nusaDua(), 'id', true).bytes).get('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<oddHeader>&amp;LTERBATAS&amp;C\nDAFTAR TINDAK LANJUT .*&amp;RKONSEP/)
  })

  it.skipIf(ooxmlValidator === null)('is valid by the schemas and rules of Office Open XML', async () => {
    for (const record of [nusaDua(), empty()])
      expect(await ooxmlErrors(xlsx(record, 'en', true).bytes, 'xlsx')).toEqual([])
  })
})

function empty(): RecordOfMeeting {
  const { dossier, docs } = nusaDua()
  return { dossier: { ...dossier, actions: [], formerActions: [] }, docs }
}

function paper(record: RecordOfMeeting, language: 'en' | 'id') {
  const input = { ...record, language, sample: false, auditHead: null, agencies: new Map() }
  return composePaper({ kind: 'actions' }, input).document
}

function xlsx(record: RecordOfMeeting, language: 'en' | 'id' = 'en', draft = false) {
  return actionsXlsx(record.dossier, paper(record, language), { draft })
}
