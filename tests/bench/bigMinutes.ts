import type { Block, MinutesDocument, Run } from '../../shared/meeting/minutesDocument.ts'

const sentences = [
  'The two delegations exchanged information on the recruitment of nationals for online fraud operations.',
  'The Indonesian delegation explained the procedure for passports applied for at the border offices.',
  'The Cambodian delegation informed the Meeting of the inspections carried out in the first quarter.',
  'The Meeting noted that the exchange of specimen travel documents remains a condition for joint training.',
  'Both sides agreed to continue the consultations through diplomatic channel before the next meeting.',
]

/** About `words` words of minutes in eight sections, with a table of actions: 42,000 are some 100 pages in 12 point. */
export function bigMinutes(words: number): MinutesDocument {
  const blocks: Block[] = [
    { kind: 'title', runs: [{ text: 'AGREED MINUTES' }] },
    { kind: 'placeAndDate', runs: [{ text: 'Nusa Dua, 19 May 2025' }] },
  ]
  const paragraphs = Math.ceil(words / 73)
  for (let at = 0, section = 0; at < paragraphs; at++) {
    if (at % Math.ceil(paragraphs / 8) === 0) {
      section++
      blocks.push({ kind: 'heading', number: section, runs: [{ text: `Matter ${section}` }] })
    }
    const text = sentences.map((_, shift) => sentences[(at + shift) % sentences.length]).join(' ')
    blocks.push({
      kind: 'paragraph',
      number: `${section}.${(at % Math.ceil(paragraphs / 8)) + 1}`,
      runs: [
        { text: `${text.slice(0, 80)}` },
        { text: text.slice(80, 120), bold: true },
        { text: text.slice(120) },
      ],
    })
  }
  blocks.push({
    kind: 'table',
    use: 'actions',
    header: ['No.', 'Side', 'Action', 'Date'].map((text) => [{ text }]),
    rows: Array.from({ length: 60 }, (_, row) =>
      [`2/2025/${row + 1}`, 'Indonesia', sentences[row % sentences.length] ?? '', 'by 30 June 2025'].map(
        (text) => ({
          runs: [{ text }],
        }),
      ),
    ),
  })
  return {
    language: 'en',
    keptBy: 'IDN',
    classification: 'restricted',
    internal: false,
    sample: false,
    auditHead: '0123456789abcdef',
    version: null,
    fileName: 'minutes',
    facts: { place: 'Nusa Dua', date: '19 May 2025', heads: [] },
    blocks,
  }
}

/** The same words with a mark on every other one: the most runs that so many words can have. */
export function everyOtherWordBold({ blocks, ...minutes }: MinutesDocument): MinutesDocument {
  const marked = (runs: readonly Run[]): readonly Run[] =>
    runs.flatMap(({ text }) => text.split(/(?<= )/).map((word, at) => ({ text: word, bold: at % 2 === 1 })))
  return {
    ...minutes,
    blocks: blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, runs: marked(block.runs) } : block,
    ),
  }
}
