import { describe, expect, it } from 'vitest'
import { canonicalText, textsEqualModuloIds } from '../../../shared/text/canonicalText.ts'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { close, doc, ids, node, open, paragraph } from './support.ts'

const plain = '1. The [Parties (IDN)] [Participants (KHM)] meet.\n\n2. Always.'
const parse = (text: string, prefix: string) => fromPlainText(text, { lang: 'en', newId: ids(prefix) }).doc

describe('canonicalText', () => {
  it('is the same after storing and reading', () => {
    const text = parse(plain, 'a')
    const read = parseText(JSON.parse(JSON.stringify(text)))
    expect(read.ok && canonicalText(read.value)).toBe(canonicalText(text))
  })
  it('does not depend on the order of keys', () => {
    const shuffled = parseText(
      JSON.parse('{"content":[{"attrs":{"role":"title","lang":"id"},"type":"paragraph"}],"type":"doc"}'),
    )
    const text = doc(node('paragraph', { lang: 'id', role: 'title' }))
    expect(shuffled.ok && canonicalText(shuffled.value)).toBe(canonicalText(text))
  })
  it('is JSON that reads back', () => {
    const text = parse(plain, 'a')
    const read = parseText(JSON.parse(canonicalText(text)))
    expect(read.ok && read.value.eq(text)).toBe(true)
  })
  it('tells ids apart', () =>
    expect(canonicalText(parse(plain, 'a'))).not.toBe(canonicalText(parse(plain, 'b'))))
  it('has no lone surrogate that UTF-8 could not hold', () =>
    expect(canonicalText(parse('\ud83d', 'a'))).toContain('\\ud83d'))
})

describe('textsEqualModuloIds', () => {
  it('holds for one text read twice', () => expectEqual(parse(plain, 'a'), parse(plain, 'b'), true))
  it('fails for another word', () =>
    expectEqual(parse(plain, 'a'), parse(plain.replace('Always', 'Never'), 'a'), false))
  it('fails for another side', () =>
    expectEqual(parse(plain, 'a'), parse(plain.replace('KHM', 'IDN'), 'a'), false))
  it('fails for another number', () =>
    expectEqual(parse(plain, 'a'), parse(plain.replace('2.', '3.'), 'a'), false))
  it('fails for another mark', () => {
    const bold = paragraph(
      node('hardBreak').type.schema.text('x', [node('hardBreak').type.schema.mark('bold')]),
    )
    expectEqual(doc(paragraph('x')), doc(bold), false)
  })
  it('fails where brackets are paired otherwise', () =>
    expectEqual(
      doc(paragraph(open('a'), open('b'), close('b'), close('a'))),
      doc(paragraph(open('a'), open('b'), close('a'), close('b'))),
      false,
    ))
  it('counts what a reference refers to', () =>
    expectEqual(
      doc(node('decisionRef', { recordId: 'a' })),
      doc(node('decisionRef', { recordId: 'b' })),
      false,
    ))
})

function expectEqual(a: ReturnType<typeof doc>, b: ReturnType<typeof doc>, equal: boolean) {
  expect(textsEqualModuloIds(a, b)).toBe(equal)
  expect(textsEqualModuloIds(b, a)).toBe(equal)
}
