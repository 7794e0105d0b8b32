import { describe, expect, it } from 'vitest'
import { frontOf } from '../../../../shared/docx/draft/redlineFront.ts'
import { compare } from '../../compare/support.ts'
import { doc, node, paragraph } from '../../text/support.ts'

describe('the page ahead of a redline', () => {
  it('says of each change where it is, in no clause too', () => {
    const text = (agreed: string, ...names: readonly string[]) =>
      doc(
        node('paragraph', { role: 'agreed' }, agreed),
        node(
          'table',
          {},
          ...names.map((name) => node('tableRow', {}, node('tableCell', {}, paragraph(name)))),
        ),
      )
    const { xml } = frontOf(
      compare(
        text('Have agreed as follows:', 'Denpasar'),
        text('Have decided as follows:', 'Denpasar', 'Batam'),
      ),
      { base: 'ours', target: 'theirs', views: { base: null, target: null }, author: 'KHM' },
      'en',
    )
    expect(xml).toMatch(/Words of agreement.*agreed.*decided/)
    expect(xml).toMatch(/Table, row 2.*Batam/)
  })
})
