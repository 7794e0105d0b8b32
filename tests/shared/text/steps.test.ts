import type { Node } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { Step } from '@tiptap/pm/transform'
import { AttrStep, DocAttrStep, ReplaceStep, Transform } from '@tiptap/pm/transform'
import { describe, expect, it } from 'vitest'
import { textSchema } from '../../../shared/text/extensions.ts'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import { applySteps, textSize } from '../../../shared/text/steps.ts'
import { textLimits } from '../../../shared/text/validText.ts'
import { close, doc, ids, node, open, paragraph } from './support.ts'

const words = doc(paragraph('The Parties meet.'), paragraph('Always.'))

describe('applySteps', () => {
  it('types a letter', () => expectText(words, [insert(1, textSchema.text('O'))], 'OThe Parties meet.'))
  it('applies steps one after the other', () =>
    expectText(
      words,
      [insert(1, textSchema.text('a')), insert(2, textSchema.text('b'))],
      'abThe Parties meet.',
    ))
  it('gives back the same text for no steps', () => {
    const applied = applySteps(words, [])
    expect(applied.ok && applied.value === words).toBe(true)
  })
  it('puts words in brackets', () => {
    const steps = new Transform(words).insert(12, close('b')).insert(5, open('b')).steps
    expectText(words, steps, 'The Parties meet.')
  })
  it('lets brackets be unpaired between two steps of one save', () => {
    const bracketed = doc(paragraph(open('b'), 'shall', close('b'), ' meet.'))
    const steps = new Transform(bracketed).delete(1, 2).delete(6, 7).steps
    expectText(bracketed, steps, 'shall meet.')
  })
  it('refuses to leave a bracket unpaired', () =>
    expectProblem(words, [json(insert(4, open('b')))], 'unpairedBracket'))
  it('refuses to split a bracket over two paragraphs', () => {
    const bracketed = doc(paragraph(open('b'), 'shall', close('b')))
    expectProblem(bracketed, new Transform(bracketed).split(4).steps.map(json), 'unpairedBracket')
  })
  it('changes an attribute', () => {
    const applied = applySteps(words, [json(new AttrStep(0, 'role', 'recital'))])
    expect(applied.ok && applied.value.child(0).attrs['role']).toBe('recital')
  })
  it('refuses a value that the schema refuses', () =>
    expectProblem(words, [json(new AttrStep(0, 'role', 'footnote'))], 'unfitStep'))
  it('refuses it for the document too', () =>
    expectProblem(words, [json(new DocAttrStep('numbering', { article: 1 }))], 'unfitStep'))
  it('refuses a place outside of the text', () =>
    expectProblem(words, [json(insert(500, textSchema.text('x')))], 'unfitStep'))
  it('refuses what may not stand there, however deep in what is inserted', () => {
    const list = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'table', content: [] }] }],
    }
    expectProblem(words, [{ stepType: 'replace', from: 0, to: 0, slice: { content: [list] } }], 'misplaced')
  })
  it('says which step was refused', () =>
    expect(applySteps(words, [json(insert(1, textSchema.text('a'))), { stepType: 'evil' }])).toEqual({
      ok: false,
      fault: [{ kind: 'malformedStep', step: 1 }],
    }))
  it.each([
    null,
    1,
    [],
    {},
    { stepType: '__proto__' },
    { stepType: 'replace' },
    { stepType: 'replace', from: 'a', to: {} },
  ])('says that %j is no step', (step) => expectProblem(words, [step], 'malformedStep'))
  it.each([
    { stepType: 'addMark', from: 1, to: 4, mark: { type: 'link', attrs: { href: 'javascript:1' } } },
    { stepType: 'addNodeMark', pos: 0, mark: { type: 'script' } },
  ])('refuses a mark that the schema does not have', (step) => expectProblem(words, [step], 'unknownMark'))
  it('refuses a mark on a paragraph', () =>
    expectProblem(words, [{ stepType: 'addNodeMark', pos: 0, mark: { type: 'bold' } }], 'unfitStep'))
  it('refuses an insertion of 20,000 levels', () => {
    let nested: unknown = { type: 'paragraph' }
    for (let level = 0; level < 20_000; level++) nested = { type: 'bracketBlock', content: [nested] }
    expectProblem(words, [{ stepType: 'replace', from: 0, to: 0, slice: { content: [nested] } }], 'tooDeep')
  })
  it('refuses to become deeper than a text may be, a level a save', () => {
    let text: Node = doc(paragraph('x'))
    for (let level = 0; level < 100; level++) {
      const wrapped = Fragment.from(node('bracketBlock', { bracketId: `b${level}` }, ...text.children))
      const step = new ReplaceStep(0, text.content.size, new Slice(wrapped, 0, 0))
      const applied = applySteps(text, [json(step)])
      if (!applied.ok) {
        expect(applied.fault).toMatchObject([{ kind: 'tooDeep' }])
        expect(level).toBeGreaterThan(textLimits.depth - 5)
        return
      }
      text = applied.value
    }
    throw new Error('It became 100 levels deep')
  })
  it('refuses to become longer than a text may be', () => {
    const long = doc(paragraph('x'.repeat(textLimits.characters)))
    expect(textSize(long)).toBe(textLimits.characters)
    expectProblem(long, [json(insert(1, textSchema.text('y')))], 'tooLong')
  })
  it('names a few of 500,000 unpaired brackets', () => {
    const content = Array<unknown>(500_000).fill(open('b').toJSON())
    expectProblem(words, [{ stepType: 'replace', from: 1, to: 1, slice: { content } }], 'unpairedBracket')
  })
  it('leaves untouched paragraphs the same objects', () => {
    const applied = applySteps(words, [json(insert(1, textSchema.text('O')))])
    expect(applied.ok && applied.value.child(1) === words.child(1)).toBe(true)
  })
  it('takes less than a millisecond for one key in a text of 100 pages', () => {
    const line = `1. ${'The Parties shall consult each other. '.repeat(8)}`
    const pages = Array.from({ length: 1000 }, () => line).join('\n')
    let text = fromPlainText(pages, { lang: 'en', newId: ids() }).doc
    const times: number[] = []
    for (let key = 0; key < 300; key++) {
      const step = json(insert(Math.floor(text.content.size / 600) * 300 + 5, textSchema.text('x')))
      const started = performance.now()
      const applied = applySteps(text, [step])
      times.push(performance.now() - started)
      if (!applied.ok) throw new Error(JSON.stringify(applied.fault))
      text = applied.value
    }
    expect(times.sort((a, b) => a - b)[150]).toBeLessThan(1)
  })
})

function insert(at: number, content: Node): ReplaceStep {
  return new ReplaceStep(at, at, new Slice(Fragment.from(content), 0, 0))
}

function json(step: Step): unknown {
  return JSON.parse(JSON.stringify(step))
}

function expectText(text: Node, steps: readonly Step[], first: string) {
  const applied = applySteps(text, steps.map(json))
  if (!applied.ok) throw new Error(JSON.stringify(applied.fault))
  applied.value.check()
  expect(applied.value.child(0).textContent).toBe(first)
}

function expectProblem(text: Node, steps: readonly unknown[], kind: string) {
  const applied = applySteps(text, steps)
  expect(applied.ok ? [] : applied.fault.map((problem) => problem.kind)).toContain(kind)
}
