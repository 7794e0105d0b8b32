import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../../shared/docx/read/numberFormats.ts'
import { del, ins, p, r, reading, textOf, views, wordFile } from '../../../support/wordFile.ts'
import { outline } from '../../text/support.ts'

describe('automatic numbers', () => {
  it('count levels, and begin again below a higher one', () =>
    expect(
      textOf(item(0, 'a') + item(1, 'b') + item(1, 'c') + item(0, 'd') + item(1, 'e'), {
        numbering: list(level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)')),
      }),
    ).toBe('1. a\n(a) b\n(b) c\n2. d\n(a) e'))
  it('name all levels that their form names', () =>
    expect(
      textOf(item(0, 'A') + item(1, 'B') + item(2, 'C') + item(2, 'D'), {
        numbering: list(
          level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'decimal', '%1.%2.%3'),
        ),
      }),
    ).toBe('1. A\n1.1 B\n1.1.1 C\n1.1.2 D'))
  it('make articles of “Article %1”, with the heading on the line or below it', () => {
    const numbering = list(level(0, 'decimal', 'Article %1') + level(1, 'decimal', '%2.'))
    for (const body of [item(0, 'Scope') + item(1, 'First.'), item(0, '') + p('Scope') + item(1, 'First.')]) {
      const { asProposed } = reading(wordFile({ numbering, body }))
      expect(outline(asProposed)).toEqual(['article 1', '  articleHeading', '  numberedParagraph 1'])
      expect(asProposed.child(0).child(0).textContent).toBe('Scope')
    }
  })
  it('make articles of Pasal and of Roman numbers', () => {
    const numbering = list(level(0, 'upperRoman', 'Pasal %1'))
    const { asProposed } = reading(
      wordFile({ numbering, body: item(0, 'Tujuan') + item(0, 'Pendanaan') + p('Teks.') }),
    )
    expect(outline(asProposed).filter((line) => line.startsWith('article'))).toEqual([
      'article I',
      'article II',
    ])
  })
  it('stay out of the words whatever their form is', () => {
    const { asProposed } = reading(
      wordFile({
        numbering: list(level(0, 'upperLetter', '%1)')),
        body: item(0, 'first') + item(0, 'second'),
      }),
    )
    expect(outline(asProposed)).toEqual(['letter A', 'letter B'])
    expect(asProposed.textContent).toBe('firstsecond')
  })
  it('stay numbers ahead of a small letter and of brackets', () => {
    const numbering = list(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2'))
    expect(textOf(item(0, '[The Parties act. (IDN)]') + item(1, 'and so on'), { numbering })).toBe(
      '1. [The Parties act. (IDN)]\n1.1 and so on',
    )
    expect(
      outline(reading(wordFile({ numbering, body: item(0, 'x') + item(1, 'and so on') })).asProposed),
    ).toEqual(['numberedParagraph 1', 'numberedParagraph 1.1'])
  })
  it('begin where they are told to, and again with another list of the same form', () =>
    expect(
      textOf(item(0, 'a') + item(0, 'b') + item(0, 'c', 2) + item(0, 'd'), {
        numbering:
          definition(level(0, 'decimal', '%1.', 3)) +
          instance(1) +
          instance(2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      }),
    ).toBe('3. a\n4. b\n1. c\n2. d'))
  it('go on through lists of one form that begin nowhere anew', () =>
    expect(
      textOf(item(0, 'a') + item(0, 'b', 2), {
        numbering: definition(level(0, 'decimal', '%1.')) + instance(1) + instance(2),
      }),
    ).toBe('1. a\n2. b'))
  it('never begin again where the level says so', () =>
    expect(
      textOf(item(0, 'a') + item(1, 'b') + item(0, 'c') + item(1, 'd'), {
        numbering: list(
          level(0, 'decimal', '%1.') + level(1, 'decimal', '(%2)', 1, '<w:lvlRestart w:val="0"/>'),
        ),
      }),
    ).toBe('1. a\n(1) b\n2. c\n(2) d'))
  it('are digits throughout in a legal list', () =>
    expect(
      textOf(item(0, 'A') + item(1, 'B'), {
        numbering: list(level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2', 1, '<w:isLgl/>')),
      }),
    ).toBe('I. A\n1.1 B'))
  it('come from styles, on the level that is tied to the style', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Article"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Par"><w:name w:val="Para"/><w:basedOn w:val="Art"/></w:style>'
    const styled = (style: string, text: string, more = '') => p(text, `<w:pStyle w:val="${style}"/>${more}`)
    const numbering = list(
      level(0, 'decimal', 'Article %1', 1, '<w:pStyle w:val="Art"/>') +
        level(1, 'decimal', '%2.', 1, '<w:pStyle w:val="Par"/>'),
    )
    expect(
      textOf(
        styled('Art', 'Scope') +
          styled('Par', 'First.') +
          styled('Par', 'Second.') +
          styled('Par', 'Bare.', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        { styles, numbering },
      ),
    ).toBe('Article 1\nScope\n1. First.\n2. Second.\nBare.')
  })
  it('follow a list that a numbering style stands for', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering =
      definition(level(0, 'decimal', '%1)')) +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      instance(1) +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    expect(textOf(item(0, 'a') + item(0, 'b', 2), { styles, numbering })).toBe('1) a\n2) b')
  })
  it('make lists of bullets, the deeper within the higher', () =>
    expect(
      outline(
        reading(
          wordFile({
            numbering: list(level(0, 'bullet', '•') + level(1, 'bullet', '–')),
            body: item(0, 'a') + item(1, 'b') + item(0, '') + p('after'),
          }),
        ).asProposed,
      ),
    ).toEqual([
      'bulletList',
      '  listItem',
      '    paragraph body',
      '    bulletList',
      '      listItem',
      '        paragraph body',
      '  listItem',
      '    paragraph body',
      'paragraph body',
    ]))
  it('in cells are words of the cell', () =>
    expect(
      textOf(`<w:tbl><w:tr><w:tc>${item(0, 'a')}${item(0, 'b')}</w:tc></w:tr></w:tbl>${item(0, 'c')}`, {
        numbering: list(level(0, 'decimal', '%1.')),
      }),
    ).toBe('1. a\n2. b\n3. c'))
  it('are digits where nobody knows their form, and that is said', () => {
    const read = reading(wordFile({ numbering: list(level(0, 'ganada', '%1.')), body: item(0, 'a') }))
    expect(read.unread).toContainEqual({
      what: 'numberFormat',
      part: 'word/numbering.xml',
      count: 1,
      samples: ['ganada'],
    })
    expect(read.asProposed.child(0).attrs['number']).toBe('1')
  })
  it('that lead to no list, or in a ring, are none', () => {
    expect(textOf(item(0, 'a', 7), { numbering: list('') })).toBe('a')
    const ring =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' + instance(1)
    expect(textOf(item(0, 'a'), { styles: ring, numbering })).toBe('a')
  })
})

describe('formatNumber', () => {
  it.each([
    ['decimalZero', 7, '07'],
    ['lowerLetter', 27, 'aa'],
    ['upperLetter', 54, 'BBB'],
    ['lowerRoman', 1994, 'mcmxciv'],
    ['ordinal', 22, '22nd'],
    ['ordinalText', 3, 'Third'],
    ['none', 3, ''],
  ])('writes %s of %i as %s', (format, number, written) =>
    expect(formatNumber(number, format)).toEqual({ written, known: true }),
  )
  it('writes what is too long for a form in digits', () => {
    expect(formatNumber(100_000, 'lowerLetter')).toEqual({ written: '100000', known: false })
    expect(formatNumber(4_000, 'upperRoman')).toEqual({ written: '4000', known: false })
  })
})

function item(level: number, text: string, list = 1): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

function level(at: number, format: string, text: string, start = 1, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

function definition(levels: string): string {
  return `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>`
}

function instance(id: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${more}</w:num>`
}

function list(levels: string): string {
  return definition(levels) + instance(1)
}

describe('an article whose number and heading are one line', () => {
  const heading = '<w:pStyle w:val="Heading1"/>'
  const styles =
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
  it('is an article where the style or bold says that the line is a heading', () => {
    const body =
      p('Article 1 Purpose', heading) +
      p('The Sides will consult.') +
      `<w:p>${r('Article', '<w:b/>')}${r(' 2 bis ', '<w:b/>')}${r('Settlement of Differences', '<w:b/>')}</w:p>` +
      p('They will consult.')
    const { asProposed } = reading(wordFile({ body, styles }))
    expect(outline(asProposed)).toEqual([
      ...['article 1', '  articleHeading', '  paragraph body'],
      ...['article 2 bis', '  articleHeading', '  paragraph body'],
    ])
    expect(asProposed.child(1).child(0).textContent).toBe('Settlement of Differences')
  })
  it('is not where all of it is the number', () =>
    expect(textOf(p('Article 7 bis', heading) + p('Costs', heading), { styles })).toBe(
      'Article 7 bis\nCosts',
    ))
  it('is a paragraph where it may be prose', () =>
    expect(textOf(p('Article 7 applies to Annex A'))).toBe('Article 7 applies to Annex A'))
  it('is one in both views where its heading is a tracked change', () => {
    const body = `<w:p><w:pPr>${heading}</w:pPr>${r('Article 3 ')}${del('Costs')}${ins(r('Funding'))}</w:p>${p('Each bears its own.')}`
    expect(views(wordFile({ body, styles }))).toEqual({
      asItWas: 'Article 3\nCosts\nEach bears its own.',
      asProposed: 'Article 3\nFunding\nEach bears its own.',
    })
  })
})
