import { describe, expect, it } from 'vitest'
import { articleCards } from '../../../renderer/features/meeting/articleCards.ts'
import { citationsIn, formerWords } from '../../../renderer/features/meeting/figureChanges.ts'
import { startWords, words } from '../../../renderer/i18n/words.ts'
import { figureWords } from '../../../shared/meeting/figureWords.ts'
import { MouId } from '../../../shared/ids.ts'
import { nusaDua } from '../../support/nusaDua.ts'

startWords('id')
const t = words.getFixedT('en')
const [figure] = nusaDua().dossier.figures
if (!figure) throw new Error('the meeting cites figures')

describe('a figure that was cited', () => {
  const said = figureWords(figure, 'en')
  it('is as it was while the record says the same', () =>
    expect(formerWords(figure, [{ recordId: figure.id, said, language: 'en' }])).toEqual([]))
  it('is marked once the record says another value', () => {
    const now = { ...figure, value: figure.value + 1 }
    expect(formerWords(now, [{ recordId: figure.id, said, language: 'en' }])).toEqual([said])
  })
  it('is not marked where it is not known what it said, nor for another figure', () =>
    expect(
      formerWords(figure, [
        { recordId: figure.id, said: '', language: 'en' },
        { recordId: 'other', said: 'x', language: 'en' },
      ]),
    ).toEqual([]))
  it('is found in the text, also in a cell', () =>
    expect(
      citationsIn(
        {
          type: 'doc',
          content: [{ type: 'table', content: [{ type: 'figureRef', attrs: { recordId: 'f', said: '5' } }] }],
        },
        'id',
      ),
    ).toEqual([{ recordId: 'f', said: '5', language: 'id' }]))
})

describe('an article that a text refers to', () => {
  const mouId = MouId.parse('01900000-0000-7000-8000-000000000001')
  const article = {
    mouId,
    shortTitle: 'MoU',
    language: 'en' as const,
    blockId: 'b',
    name: 'Article 5',
    words: '',
  }
  it('is called what its draft calls it now', () =>
    expect(articleCards([`article:${mouId}:b`], [article], t).get(`article:${mouId}:b`)).toMatchObject({
      words: 'Article 5',
      heading: 'MoU',
    }))
  it('says so when its draft has it no more', () =>
    expect(articleCards([`article:${mouId}:c`, 'd'], [article], t).get(`article:${mouId}:c`)?.warning).toBe(
      t('meeting.articleGone'),
    ))
})
