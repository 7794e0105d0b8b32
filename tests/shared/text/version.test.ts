import { describe, expect, it } from 'vitest'
import { toPlainText } from '../../../shared/text/plainText.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { schemaVersion, upgradeAlong, upgradeText } from '../../../shared/text/version.ts'
import { doc, paragraph } from './support.ts'

describe('upgradeText', () => {
  const text: unknown = doc(paragraph('x')).toJSON()

  it('leaves a text of this version as it is', () =>
    expect(upgradeText(text, schemaVersion)).toEqual({ ok: true, value: text }))
  it('refuses a text of a newer program', () =>
    expect(upgradeText(text, schemaVersion + 1)).toEqual({
      ok: false,
      fault: { kind: 'newerVersion', version: schemaVersion + 1, known: schemaVersion },
    }))
  it.each([0, -1, 1.5, NaN, '1', null, undefined])('refuses the version %j', (version) =>
    expect(upgradeText(text, version)).toEqual({ ok: false, fault: { kind: 'unknownVersion' } }),
  )
  it('reads a text of version 1: numbers stay as typed, letters stand side by side', () => {
    const old = {
      type: 'doc',
      attrs: { lang: 'en', lineEnd: '\n', finalLineEnds: 0 },
      content: [
        {
          type: 'article',
          attrs: {
            blockId: 'a',
            blankLinesBefore: 1,
            lang: null,
            word: 'Article',
            gap: ' ',
            number: '7 bis',
            joint: '\n',
          },
          content: [
            { type: 'articleHeading', attrs: { blockId: 'h', blankLinesBefore: 0, lang: null } },
            {
              type: 'letter',
              attrs: { blockId: 'l', blankLinesBefore: 0, lang: null, number: 'b', before: '(', after: ') ' },
              content: [
                {
                  type: 'bracketOpen',
                  attrs: { bracketId: 'x', kind: 'addition', state: 'open', sides: ['KHM'] },
                },
                { type: 'text', text: 'always' },
                { type: 'bracketClose', attrs: { bracketId: 'x', tail: ' (KHM)' } },
              ],
            },
          ],
        },
      ],
    }
    const upgraded = upgradeText(old, 1)
    const read = parseText(upgraded.ok ? upgraded.value : null)
    if (!read.ok) throw new Error('A text of version 1 is read')
    const [article] = read.value.children
    expect(toPlainText(read.value)).toBe('\nArticle 7 bis\n(b) [always (KHM)]')
    expect(read.value.attrs['numbering']).toBeNull()
    expect(article?.attrs['numbered']).toBe('asTyped')
    expect(article?.lastChild?.attrs).toMatchObject({ numbered: 'asTyped', level: 1 })
    expect(article?.lastChild?.firstChild?.attrs['since']).toBeNull()
  })
  it('reads a text of version 2: its paragraphs are positions of nobody, its figures said what is not known', () => {
    const figure = { type: 'figureRef', attrs: { recordId: 'f' } }
    const old = { type: 'doc', content: [{ type: 'paragraph', attrs: { role: 'body' }, content: [figure] }] }
    const upgraded = upgradeText(old, 2)
    const read = parseText(upgraded.ok ? upgraded.value : null)
    if (!read.ok) throw new Error('A text of version 2 is read')
    expect(read.value.firstChild?.attrs['side']).toBeNull()
    expect(read.value.firstChild?.firstChild?.attrs['said']).toBe('')
  })
  it('goes from each older version through all that follow, in order', () => {
    const add = (mark: string) => (json: unknown) => `${String(json)}${mark}`
    const along = [add(' to 2'), add(' to 3')]
    expect(upgradeAlong(along, 'from 1', 1)).toEqual({ ok: true, value: 'from 1 to 2 to 3' })
    expect(upgradeAlong(along, 'from 2', 2)).toEqual({ ok: true, value: 'from 2 to 3' })
    expect(upgradeAlong(along, 'from 3', 3)).toEqual({ ok: true, value: 'from 3' })
    expect(upgradeAlong(along, 'from 4', 4)).toMatchObject({ ok: false })
  })
})
