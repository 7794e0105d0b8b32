import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../../../shared/compare/comparison.ts'
import type { DocxRevision } from '../../../../shared/docxReading.ts'
import { readDocx } from '../../../../shared/docx/read/readDocx.ts'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import { ooxmlErrors, ooxmlValidator } from '../../../support/ooxmlValidator.ts'
import { compare, fixture, shown } from '../../compare/support.ts'
import { ids } from '../../text/support.ts'
import { redlineOf } from './support.ts'

const v1 = fixture('mou-v1-idn-draft.en.txt')
const v2 = fixture('mou-v2-khm-counterdraft.en.txt')
const v3 = fixture('mou-v3-consolidated.en.txt')
const pairs: readonly (readonly [string, TextDoc, TextDoc])[] = [
  ['of draft and counter-draft', v1, v2],
  ['of draft and consolidated text with brackets', v1, v3],
  ['of consolidated text and counter-draft', v3, v2],
]

describe('a redline that we wrote and read again', () => {
  it.each(pairs)('%s has the same changes', async (_, base, target) => {
    const comparison = compare(base, target)
    const { asItWas, asProposed } = await readBack(comparison)
    expect(shown(compare(asItWas, asProposed))).toEqual(shown(withoutBlankLines(comparison)))
  })

  it.each(pairs)('%s has every mark by the side, on the day of its draft', async (_, base, target) => {
    const { revisions, authors } = await readBack(compare(base, target))
    expect(authors.map(({ name }) => name)).toEqual(['KHM'])
    expect(new Set(revisions.map(({ at }) => at?.slice(0, 10)))).toEqual(new Set(['2025-04-28']))
  })

  it('has moves with both of their ends', async () => {
    const { revisions } = await readBack(compare(v1, v2))
    const ends = (kind: DocxRevision['kind']) =>
      new Set(revisions.filter((one) => one.kind === kind).map(({ move }) => move))
    expect(ends('moveFrom').size).toBeGreaterThan(0)
    expect(ends('moveFrom')).not.toContain(null)
    expect(ends('moveTo')).toEqual(ends('moveFrom'))
  })

  it('has the comments, by whoever made them, on the words that they are on', async () => {
    const comparison = compare(v1, v2)
    const about = comparison.changes.find(({ wordsAfter }) => wordsAfter.includes('thirty (30)'))
    if (!about) throw new Error('The counter-draft does not say thirty days')
    const said = {
      author: 'IDN',
      date: '2025-05-02T00:00:00.000Z',
      text: 'Fourteen days at most.\nArticle 9.',
    }
    const reply = { author: 'KHM', date: '2025-05-03T00:00:00.000Z', text: 'Our law says thirty.' }
    const docx = await redlineOf(comparison, {
      comments: [{ change: about.id, ...said, replies: [reply] }],
    })
    const { comments } = reading(docx)
    expect(comments).toHaveLength(2)
    expect(comments[1]).toMatchObject({ author: 'KHM', words: reply.text, answers: comments[0]?.id })
    expect(comments[0]).toMatchObject({ author: 'IDN', words: said.text, answers: null })
    expect(comments[0]?.at).toMatch(/^2025-05-02/)
    expect(about.wordsBefore + about.wordsAfter).toContain(comments[0]?.quoted.trim())
  })

  it.skipIf(ooxmlValidator === null)('holds by the rules of Open XML, with comments and legend', async () => {
    for (const [, base, target] of pairs) {
      const comparison = compare(base, target)
      const [first] = comparison.changes
      const docx = await redlineOf(comparison, {
        comments: first
          ? [
              {
                change: first.id,
                author: 'IDN',
                date: '2025-05-02T00:00:00.000Z',
                text: 'Why?',
                replies: [{ author: 'KHM', date: '2025-05-03T00:00:00.000Z', text: 'See Article 4.' }],
              },
            ]
          : [],
        front: {
          base: 'Draft 1 (IDN)',
          target: 'Draft 2 (KHM)',
          views: { base: null, target: null },
          author: 'KHM',
        },
      })
      expect(await ooxmlErrors(docx)).toEqual([])
    }
  })
})

/** Blank lines between paragraphs are white space of plain text: a DOCX has none. */
function withoutBlankLines(comparison: Comparison): Comparison {
  const changes = comparison.changes.filter(
    ({ kind, layer }) => kind !== 'attributes' || layer !== 'formatting',
  )
  return { ...comparison, changes }
}

async function readBack(comparison: Comparison) {
  return reading(await redlineOf(comparison))
}

function reading(docx: Uint8Array) {
  const result = readDocx(docx, { name: 'redline.docx', newId: ids('r') })
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}
