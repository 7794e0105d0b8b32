import { describe, expect, it } from 'vitest'
import { recordRefs } from '../../../shared/text/words.ts'
import { textSize } from '../../../shared/text/steps.ts'
import { measureText } from '../../../shared/text/textMeasures.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { emptyText, stepsToRewrite } from '../../../shared/text/writtenText.ts'
import { applySteps } from '../../../shared/text/steps.ts'

const figure = (recordId: string) => ({ type: 'figureRef', attrs: { recordId } })
const words = (text: string) => ({ type: 'text', text })
const written = textOf([
  { type: 'paragraph', content: [words('From '), figure('f2'), words(' and '), figure('f1')] },
  { type: 'decisionRef', attrs: { recordId: 'd1' } },
  { type: 'paragraph', content: [figure('f2')] },
])

describe('measureText', () => {
  it('counts the characters of the whole text', () =>
    expect(measureText(written).characters).toBe(textSize(written)))
  it('names each reference once, in a fixed order', () => {
    expect(recordRefs(written)).toHaveLength(4)
    expect(measureText(written).refs.map(({ recordId }) => recordId)).toEqual(['d1', 'f1', 'f2'])
  })
  it('measures a text that was changed as if it were new', () => {
    const steps = [{ stepType: 'replace', from: 1, to: 7 }]
    const applied = applySteps(written, steps)
    if (!applied.ok) throw new Error('the step does not fit')
    expect(measureText(applied.value)).toEqual(measureText(textOf(jsonOf(applied.value))))
  })
})

describe('stepsToRewrite', () => {
  it('puts one text in place of another', () => {
    const applied = applySteps(emptyText('en', 'b1'), stepsToRewrite(emptyText('en', 'b1'), written))
    expect(applied.ok && applied.value.eq(written)).toBe(true)
  })
})

function textOf(content: readonly unknown[]) {
  const text = parseText({ type: 'doc', attrs: { lang: 'en' }, content })
  if (!text.ok) throw new Error('the text does not hold')
  return text.value
}

function jsonOf(text: ReturnType<typeof textOf>): readonly unknown[] {
  return (text.toJSON() as { readonly content: readonly unknown[] }).content
}
