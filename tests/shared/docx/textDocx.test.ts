import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { textDocx } from '../../../shared/docx/textDocx.ts'
import { startLibreOffice, type LibreOffice } from '../../support/libreOffice.ts'
import { doc, paragraph, text } from '../../support/nusaDua.ts'

let office: LibreOffice
beforeAll(async () => {
  office = await startLibreOffice()
})
afterAll(() => office.close())

const content = [
  paragraph('The Meeting discussed ', text('Article 3', { type: 'bold' }), '.'),
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('first point')] }] },
  { type: 'decisionRef', attrs: { recordId: 'd1' } },
  paragraph('Departures: ', { type: 'figureRef', attrs: { recordId: 'f1' } }),
]

describe('textDocx', () => {
  it('is one text with its title, as LibreOffice reads it', async () =>
    expect(
      await linesOf({ recordWords: (kind, id) => (kind === 'decision' ? 'Agreed.' : `5,000 (${id})`) }),
    ).toEqual([
      ...['Item 4', 'The Meeting discussed Article 3.', '•first point', 'Agreed.', 'Departures: 5,000 (f1)'],
    ]))
  it('lets no reference to the record go unseen', async () =>
    expect(await linesOf({})).toEqual([
      ...['Item 4', 'The Meeting discussed Article 3.', '•first point', '⟨decision d1⟩'],
      'Departures: ⟨figure f1⟩',
    ]))
  it('has the number of a clause within its bracket, as the text has it', async () => {
    const third = { type: 'numberedParagraph', attrs: { number: '3' }, content: [text('The Sides meet.')] }
    const bracket = { bracketId: 'b', lead: '', tail: ' (KHM)' }
    expect(await linesOf({ doc: doc([{ type: 'bracketBlock', attrs: bracket, content: [third] }]) })).toEqual(
      ['Item 4', '[3.\tThe Sides meet. (KHM)]'],
    )
  })
  it('carries the classification and the mark of a sample on every page, as minutes do', async () => {
    expect(await read({})).toMatchObject({ header: 'RESTRICTED\t', footer: expect.stringContaining(' of ') })
    expect((await read({ classification: 'secret', sample: true })).header).toBe(
      'SECRET\tSAMPLE: invented people, not a real record',
    )
    expect((await read({ language: 'id', sample: true })).header).toBe(
      'TERBATAS\tCONTOH: tokoh rekaan, bukan catatan sebenarnya',
    )
  })
  it('is written whatever the text is', async () => {
    for (const nothing of [null, {}, doc([])]) {
      const { bytes } = await textDocx({ ...plain, title: 'Empty', doc: nothing, language: 'id' }, khmerFont)
      expect((await office.read(bytes)).title).toBe('Empty')
    }
  })
})

const plain = { classification: 'restricted', sample: false } as const

async function read(more: Partial<Parameters<typeof textDocx>[0]>) {
  const { bytes } = await textDocx(
    {
      ...{ ...plain, title: 'Item 4', doc: doc(content), language: 'en' },
      ...more,
    },
    khmerFont,
  )
  return office.read(bytes)
}

async function linesOf(more: Partial<Parameters<typeof textDocx>[0]>): Promise<readonly string[]> {
  const { blocks } = await read(more)
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.label + block.text] : []))
}
