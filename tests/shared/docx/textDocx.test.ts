import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  it('is written whatever the text is', async () => {
    for (const nothing of [null, {}, doc([])]) {
      const { bytes } = await textDocx({ title: 'Empty', doc: nothing, language: 'id' })
      expect((await office.read(bytes)).title).toBe('Empty')
    }
  })
})

async function linesOf(more: Partial<Parameters<typeof textDocx>[0]>): Promise<readonly string[]> {
  const { bytes } = await textDocx({ title: 'Item 4', doc: doc(content), language: 'en', ...more })
  const { blocks } = await office.read(bytes)
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.label + block.text] : []))
}
