import type { Mark } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { textSchema } from '../../../../shared/text/extensions.ts'
import { readPastedText } from '../../../../shared/text/instrument/readPastedText.ts'
import { toPlainText } from '../../../../shared/text/plainText.ts'
import { bracketsIn } from '../../../../shared/text/textBrackets.ts'
import { problemsIn } from '../../../../shared/text/validText.ts'

describe('a text pasted as paragraphs', () => {
  it('has its articles, paragraphs, letters and formulas', () =>
    expect(
      kinds(
        'MEMORANDUM OF UNDERSTANDING',
        'HAVE AGREED as follows:',
        'Article 1',
        'Scope',
        '1. The Parties:',
        '(a) meet; and',
        '(b) report.',
        'IN WITNESS WHEREOF, they sign.',
      ),
    ).toEqual([
      'title',
      'agreed',
      'article',
      'articleHeading',
      'numberedParagraph',
      'letter',
      'letter',
      'testimonium',
    ]))
  it('has the brackets within its lines, nested ones too, as they were written', () => {
    const doc = readLooks('MEMORANDUM', 'The Parties [shall (IDN)] [will [jointly] (KHM)] act.')
    expect(bracketsIn(doc).map(({ sides, kind }) => [sides, kind])).toEqual([
      [['IDN'], 'alternative'],
      [['KHM'], 'alternative'],
      [[], 'unclassified'],
    ])
  })
  it('has a bracket over several lines where nothing but lines came', () => {
    const doc = read('Article 1', '[1. One.', '2. Two. (KHM)]')
    expect(bracketsIn(doc).map(({ place }) => place)).toEqual(['blocks'])
  })
  it('loses no character and stays valid', () => {
    const lines = [
      'Pasal 1',
      'Ruang Lingkup',
      '(1) Para Pihak [akan (KHM)] bekerja sama.',
      'a. satu',
      '[A] [sic] [',
    ]
    for (const doc of [read(...lines), readLooks(...lines)]) {
      expect(toPlainText(doc)).toBe(lines.join('\n'))
      expect(problemsIn(doc)).toEqual([])
    }
  })
  it('keeps bold words and tables', () => {
    const bold = textSchema.text('Parties', [textSchema.mark('bold')])
    const cell = textSchema.node('tableCell', null, [
      textSchema.node('paragraph', null, textSchema.text('x')),
    ])
    const doc = readPastedText(
      textSchema.node('doc', null, [
        textSchema.node('paragraph', null, [textSchema.text('1. The '), bold]),
        textSchema.node('table', null, [textSchema.node('tableRow', null, [cell])]),
      ]),
      { language: 'en', newId: ids() },
    )
    expect(doc.child(0).lastChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
    expect(doc.child(1).type.name).toBe('table')
  })
})

function read(...lines: readonly string[]) {
  return readPastedText(pasted(lines, []), { language: 'en', newId: ids() })
}

/** As Word gives it: the first line is bold. */
function readLooks(...lines: readonly string[]) {
  return readPastedText(pasted(lines, [textSchema.mark('bold')]), { language: 'en', newId: ids() })
}

function pasted(lines: readonly string[], marks: readonly Mark[]) {
  const paragraphs = lines.map((line, index) =>
    textSchema.node('paragraph', null, textSchema.text(line, index === 0 ? marks : [])),
  )
  return textSchema.node('doc', null, paragraphs)
}

function kinds(...lines: readonly string[]): readonly string[] {
  const found: string[] = []
  readLooks(...lines).descendants((node) => {
    if (node.type.name === 'articleHeading') {
      found.push('article')
      if (node.childCount > 0) found.push('articleHeading')
    } else if (node.isTextblock) {
      found.push(node.type.name === 'paragraph' ? String(node.attrs['role']) : node.type.name)
    }
  })
  return found
}

function ids() {
  let next = 0
  return () => `p${next++}`
}
