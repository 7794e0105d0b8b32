import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { minutesDocx, minutesOnLetterhead } from '../../../shared/docx/minutesDocx.ts'
import { composeMinutes } from '../../../shared/meeting/composeMinutes.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { writtenNumber } from '../../../shared/meeting/meeting.ts'
import type { Block, MinutesDocument } from '../../../shared/meeting/minutesDocument.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import { saidIn } from '../../../shared/meeting/runs.ts'
import { meetings, original } from '../../support/anyMeeting.ts'
import { plainLetterhead } from '../../support/letterheads.ts'
import { minutesOf } from '../../support/canaries.ts'
import { nusaDua } from '../../support/nusaDua.ts'
import { sixtyDelegates } from '../../support/sixtyDelegates.ts'
import { views } from '../../support/wordFile.ts'

describe('exported minutes that are read back', () => {
  it('give the items, decisions and actions of any meeting again, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(meetings, original, async ({ record, decided }, { language, keptBy }) => {
        const input = { ...record, language, keptBy, sample: false, auditHead: null }
        const { document } = composeMinutes(input)
        const back = wordsIn(await readBack(document))
        const { agenda, actions } = record.dossier
        const numbers = itemNumbers(agenda)
        expectInOrder(
          back,
          agenda.flatMap((item) => {
            const number = numbers.get(item.id)
            return number === undefined ? [] : [`${number}. ${saidIn(item.title, language).text}`]
          }),
        )
        expectInOrder(
          back,
          decided.map((wording) => saidIn(wording, language).text),
        )
        const table = agenda.some(({ part, composition }) => part === 'actions' && composition === 'composed')
        if (table)
          expectInOrder(
            back,
            actions.flatMap(({ number, what }) => [writtenNumber(number), saidIn(what, language).text]),
          )
      }),
      { numRuns: 25 },
    )
  })

  it('are the words of the plain text, one for one, up to the signatures', async () => {
    for (const record of [nusaDua(), sixtyDelegates()])
      for (const language of ['en', 'id'] as const) {
        const minutes = minutesOf(record, language)
        const [before = ''] = withHeads(minutes).split('\u0000')
        expect(wordsIn(await readBack(minutes))).toContain(wordsIn(before))
      }
  })

  it('are the same words on a letterhead', async () => {
    const minutes = minutesOf(nusaDua())
    const letterhead = { name: 'kop.docx', bytes: plainLetterhead('{{body}}') }
    const written = await minutesOnLetterhead(minutes, { draft: false }, letterhead, khmerFont)
    if (!written.ok) throw new Error(written.fault.kind)
    expect(wordsIn(views(written.value.bytes).asProposed)).toBe(wordsIn(await readBack(minutes)))
  })
})

async function readBack(minutes: MinutesDocument): Promise<string> {
  return views((await minutesDocx(minutes, { draft: false }, khmerFont)).bytes).asProposed
}

/** The plain text with the head rows of tables, which it leaves out; a NUL before the signatures. */
function withHeads(minutes: MinutesDocument): string {
  const blocks = minutes.blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'signatures') return [{ kind: 'title', runs: [{ text: '\u0000' }] }]
    if (block.kind !== 'table' || block.header.length === 0) return [block]
    return [{ ...block, header: [], rows: [block.header.map((runs) => ({ runs })), ...block.rows] }]
  })
  return minutesText({ ...minutes, blocks })
}

/** Words with single spaces: cells, lines and paragraphs are told apart by other tests. */
function wordsIn(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function expectInOrder(text: string, parts: readonly string[]): void {
  let at = 0
  for (const part of parts.map(wordsIn)) {
    const found = text.indexOf(part, at)
    expect(found, part).toBeGreaterThanOrEqual(at)
    at = found + part.length
  }
}
