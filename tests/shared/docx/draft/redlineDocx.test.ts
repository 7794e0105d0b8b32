import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textSchema } from '../../../../shared/text/extensions.ts'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import { madePair } from '../../../bench/comparedTexts.ts'
import type { LibreOffice } from '../../../support/libreOffice.ts'
import { startLibreOffice } from '../../../support/libreOffice.ts'
import { compare, fixture } from '../../compare/support.ts'
import { doc, node, paragraph } from '../../text/support.ts'
import { exported, redlineOf, standing } from './support.ts'

let office: LibreOffice
beforeAll(async () => {
  office = await startLibreOffice()
}, 60_000)
afterAll(() => office.close())

/** LibreOffice is the judge: what it makes of the redline is what we export of each text. */
async function judge(base: TextDoc, target: TextDoc) {
  const redline = await redlineOf(compare(base, target))
  expect(standing(await office.readDecided(redline, 'accept'))).toEqual(
    standing(await office.read(await exported(target))),
  )
  expect(standing(await office.readDecided(redline, 'reject'))).toEqual(
    standing(await office.read(await exported(base))),
  )
}

describe('a redline in LibreOffice', () => {
  const v1 = fixture('mou-v1-idn-draft.en.txt')
  const v2 = fixture('mou-v2-khm-counterdraft.en.txt')
  const v3 = fixture('mou-v3-consolidated.en.txt')

  it('of draft and counter-draft', () => judge(v1, v2), 60_000)
  it('of counter-draft and draft', () => judge(v2, v1), 60_000)
  it('of draft and consolidated text with brackets', () => judge(v1, v3), 60_000)
  it('of consolidated text and counter-draft', () => judge(v3, v2), 60_000)

  it('of a table in which rows come beside a cell over two rows', () => {
    const cell = (words: string, rowspan = 1) => node('tableCell', { rowspan }, paragraph(words))
    const row = (...cells: readonly TextDoc[]) => node('tableRow', {}, ...cells)
    const table = (place: string, ...more: readonly TextDoc[]) =>
      doc(
        paragraph('What each costs:'),
        node(
          'table',
          {},
          row(cell('Item'), cell('Place'), cell('Amount')),
          row(cell('Training', 2), cell('Jakarta'), cell('1,000')),
          row(cell(place), cell('2,000')),
          ...more,
          row(cell('Visits'), cell('Phnom Penh'), cell('3,500')),
        ),
        paragraph('All in US dollars.'),
      )
    return judge(table('Bali'), table('Denpasar', row(cell('Equipment'), cell('Siem Reap'), cell('900'))))
  }, 60_000)

  it.each(['moved', 'rewritten'] as const)(
    'of 10,000 words, %s',
    async (pattern) => {
      const { base, target } = madePair(10_000, pattern)
      await judge(textSchema.nodeFromJSON(base), textSchema.nodeFromJSON(target))
    },
    120_000,
  )
})
