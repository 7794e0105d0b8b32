import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import type { LibreOffice } from '../../../support/libreOffice.ts'
import { startLibreOffice } from '../../../support/libreOffice.ts'
import { doc, node, paragraph } from '../../text/support.ts'
import { pairsInLibreOffice, type TextPair } from './support.ts'

const article = (number: string, heading: string, ...content: readonly TextDoc[]) =>
  node('article', { number }, node('articleHeading', {}, heading), ...content)
const clause = (number: string, words: string) => node('numberedParagraph', { number }, words)
const bracketed = (...content: readonly TextDoc[]) =>
  node('bracketBlock', { bracketId: 'b', sides: ['IDN'] }, ...content)
const list = (type: 'orderedList' | 'bulletList', ...items: readonly string[]) =>
  node(type, {}, ...items.map((words) => node('listItem', {}, words ? paragraph(words) : paragraph())))
const table = (...cells: readonly (readonly TextDoc[])[]) =>
  node('table', {}, node('tableRow', {}, ...cells.map((cell) => node('tableCell', {}, ...cell))))

const opening = paragraph('The Parties have agreed on what follows.')
const closing = paragraph('Done in two originals.')
const costs = clause('1', 'Each Party bears its own costs.')
const training = article(
  '1',
  'Training',
  clause('1', 'The Parties train officers of both countries each year.'),
)
const exchange = article(
  '2',
  'Exchange',
  clause('1', 'The Parties exchange information within fourteen days.'),
)

/** What generated pairs brought up, each as small as it still went wrong. */
const traps: readonly (readonly [string, TextPair])[] = [
  [
    'a list behind a paragraph whose words now stand elsewhere',
    {
      base: doc(opening, paragraph('See Annex A.'), list('orderedList', 'Costs', 'Funds'), closing),
      target: doc(paragraph('See Annex A.'), opening, list('orderedList', 'Costs', 'Funds'), closing),
    },
  ],
  [
    'a list whose numbers become bullets',
    {
      base: doc(opening, list('orderedList', 'Border control', 'Visits of officers'), closing),
      target: doc(opening, list('bulletList', 'Border control', 'Visits of officers'), closing),
    },
  ],
  [
    'a list with an empty item that goes',
    {
      base: doc(opening, list('orderedList', '', 'Visits of officers'), closing),
      target: doc(opening, closing),
    },
  ],
  [
    'an article that moves with a table in which paragraphs are empty',
    {
      base: doc(
        article('3', 'Costs', table([paragraph()], [paragraph(), paragraph('Each bears its own')])),
        training,
      ),
      target: doc(
        training,
        article('3', 'Costs', table([paragraph()], [paragraph(), paragraph('Each bears its own')])),
      ),
    },
  ],
  [
    'a bracket that begins with a table in one text only',
    {
      base: doc(opening, bracketed(table([paragraph('Costs')]), costs)),
      target: doc(opening, bracketed(costs)),
    },
  ],
  [
    'an article that moves, and what it says is put in brackets',
    {
      base: doc(article('3', 'Costs', costs), training, exchange),
      target: doc(training, exchange, article('3', 'Costs', bracketed(costs))),
    },
  ],
  [
    'a paragraph that is cut in two behind one that is put in brackets',
    {
      base: doc(
        opening,
        paragraph('Each Party bears its own costs. Travel of officers is paid by the host.'),
      ),
      target: doc(
        bracketed(opening),
        paragraph('Each Party bears its own costs. '),
        paragraph('Travel of officers is paid by the host.'),
      ),
    },
  ],
  [
    'a new paragraph ahead of one that is cut in two and begins otherwise',
    {
      base: doc(
        opening,
        paragraph('Each Party bears its own costs. Travel of officers is paid by the host.'),
      ),
      target: doc(
        paragraph('The Parties have agreed on what follows. It binds both.'),
        paragraph('Nothing in it is law.'),
        paragraph('By law each Party bears its own costs. '),
        paragraph('Travel of officers is paid by the host.'),
      ),
    },
  ],
  [
    'a new paragraph ahead of an empty item of a list',
    {
      base: doc(opening, list('orderedList', '', 'Visits of officers'), closing),
      target: doc(
        opening,
        paragraph('They provide for:'),
        list('orderedList', '', 'Visits of officers'),
        closing,
      ),
    },
  ],
  [
    'the last paragraph of a bracket that moves away from ahead of a new list',
    {
      base: doc(opening, bracketed(paragraph('It binds both.'), costs), closing),
      target: doc(
        costs,
        opening,
        bracketed(paragraph('It binds both.')),
        list('orderedList', 'Border control', 'Visits of officers'),
        closing,
      ),
    },
  ],
]

let office: LibreOffice
let read: Awaited<ReturnType<typeof pairsInLibreOffice>>
beforeAll(async () => {
  office = await startLibreOffice()
  read = await pairsInLibreOffice(
    office,
    traps.map(([, pair]) => pair),
  )
}, 60_000)
afterAll(() => office.close())

describe('a redline that LibreOffice accepts and rejects is the one text and the other', () => {
  it.each(traps.map(([name], index) => [name, index] as const))('with %s', (_, index) => {
    expect(read.accepted[index]).toEqual(read.targets[index])
    expect(read.rejected[index]).toEqual(read.bases[index])
  })
})
