import { describe, expect, it } from 'vitest'
import { toPlainText } from '../../../../shared/text/plainText.ts'
import { del, ins, p, r, reading, textOf, wordFile } from '../../../support/wordFile.ts'
import { outline } from '../../text/support.ts'

describe('the words of a Word file', () => {
  it('keep signs that are no letters', () =>
    expect(
      textOf(
        '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:ptab/><w:t>e</w:t></w:r></w:p>',
      ),
    ).toBe('a\tb\u2011c\u00add\te'))
  it('keep white space where the file says so, and only there', () =>
    expect(
      textOf('<w:p><w:r><w:t xml:space="preserve"> a </w:t><w:t> b\u00a0 </w:t><w:t>c\nd</w:t></w:r></w:p>'),
    ).toBe(' a b\u00a0c d'))
  it('keep Khmer with its zero-width spaces', () => {
    const khmer = 'ភាគី\u200bទាំងពីរ\u200bនឹង\u200bសហការ។'
    expect(textOf(p(khmer))).toBe(khmer)
  })
  it('keep the symbols that have a character, and say which have none', () => {
    const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
    const read = reading(
      wordFile({
        body: `<w:p>${symbol('Wingdings', 'F0FC')}${symbol('Symbol', 'F061')}${symbol('Dingo', 'F041')}${symbol('Arial', '20AC')}</w:p>`,
      }),
    )
    expect(read.asProposed.textContent).toBe('✓α\ufffd€')
    expect(read.unread).toContainEqual({
      what: 'symbol',
      part: 'word/document.xml',
      count: 1,
      samples: ['Dingo F041'],
    })
  })
  it('are the results of fields, never their codes', () => {
    const field = (code: string, result: string) =>
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
      `<w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
      `${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(textOf(`<w:p>${r('on ')}${field(' DATE ', r('19 May'))}${r('.')}</w:p>`)).toBe('on 19 May.')
    expect(textOf(`<w:p>${field(`IF ${field('PAGE', r('1'))}`, r('yes'))}</w:p>`)).toBe('yes')
    expect(textOf(`<w:p><w:fldSimple w:instr="REF x">${r('Article 3')}</w:fldSimple></w:p>`)).toBe(
      'Article 3',
    )
  })
  it('are not the lines of a table of contents, which are told; somebody’s own words in its style stay', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/></w:style>'
    const line = (text: string, style = 'TOC1') => p(text, `<w:pStyle w:val="${style}"/>`)
    const { asProposed, unread } = reading(
      wordFile({
        styles,
        body:
          p('MEMORANDUM') +
          line('Contents', 'TOCHeading') +
          `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${r('Article 1')}<w:r><w:tab/></w:r>${r('Purpose')}<w:r><w:tab/></w:r>` +
          `<w:fldSimple w:instr="PAGEREF _Toc1">${r('4')}</w:fldSimple></w:p>` +
          line('Both Sides will meet.'),
      }),
    )
    expect(toPlainText(asProposed)).toBe('MEMORANDUM\nBoth Sides will meet.')
    expect(unread).toEqual([
      {
        what: 'contents',
        part: 'word/document.xml',
        count: 2,
        samples: ['Contents', 'Article 1\tPurpose\t4'],
      },
    ])
  })
  it('do not vanish behind a field that never ends', () =>
    expect(textOf(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('Kept.')}`)).toBe('\nKept.'))
  it('are those in links, content controls, smart tags and changes alike', () =>
    expect(
      textOf(
        `<w:p><w:hyperlink r:id="x">${r('a')}</w:hyperlink><w:sdt><w:sdtContent>${r('b')}</w:sdtContent></w:sdt>` +
          `<w:smartTag>${r('c')}</w:smartTag>${ins(`<w:sdt><w:sdtContent>${r('d')}</w:sdtContent></w:sdt>`)}</w:p>` +
          `<w:sdt><w:sdtContent>${p('e')}</w:sdtContent></w:sdt><w:customXml>${p('f')}</w:customXml>`,
      ),
    ).toBe('abcd\ne\nf'))
  it('stand in a text box once, behind its paragraph', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const choice = `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('In the box.')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
    const fallback = `<w:pict><v:shape><v:textbox>${box('In the box.')}</v:textbox></v:shape></w:pict>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
    expect(textOf(`<w:p>${r('Before.')}<w:r>${both}</w:r>${r(' Behind.')}</w:p>${p('After.')}`)).toBe(
      'Before. Behind.\nIn the box.\nAfter.',
    )
    expect(textOf(`<w:p><w:r>${fallback}</w:r></w:p>`)).toBe('\nIn the box.')
  })
  it('take the fallback of what nobody here understands', () =>
    expect(
      textOf(
        `<w:p><mc:AlternateContent><mc:Choice Requires="future">${r('new')}</mc:Choice><mc:Fallback>${r('old')}</mc:Fallback></mc:AlternateContent></w:p>`,
      ),
    ).toBe('old'))
  it('keep a line break in its paragraph', () => {
    const { asProposed } = reading(wordFile({ body: `<w:p>${r('a')}<w:r><w:br/></w:r>${r('b')}</w:p>` }))
    expect(asProposed.child(0).children.map(({ type }) => type.name)).toEqual(['text', 'hardBreak', 'text'])
  })
  it('keep signs of equations and the base of ruby', () =>
    expect(
      textOf(
        '<w:p><m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt>' +
          `<w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r></w:p>`,
      ),
    ).toBe('E=mc²漢'))
  it('stand in elements that nobody knows, which are named', () => {
    const read = reading(wordFile({ body: `<w:p><w:novelty>${r('kept')}</w:novelty></w:p>` }))
    expect(read.asProposed.textContent).toBe('kept')
    expect(read.unread).toContainEqual({
      what: 'unknownElement',
      part: 'word/document.xml',
      count: 1,
      samples: ['w:novelty'],
    })
  })
})

describe('the structure of a Word file', () => {
  it('is recognised as in plain text', () =>
    expect(
      outline(
        reading(
          wordFile({
            body: [
              'MEMORANDUM OF UNDERSTANDING',
              'Article 1',
              'Scope',
              '1.\tFirst.',
              '(a) letter;',
              'DONE at Nusa Dua.',
            ]
              .map((line) => p(line))
              .join(''),
          }),
        ).asProposed,
      ),
    ).toEqual([
      'paragraph title',
      'article 1',
      '  articleHeading',
      '  numberedParagraph 1',
      '  letter a',
      'paragraph testimonium',
    ]))
  it('knows a heading on the second line of the paragraph of its article', () => {
    const broken = `<w:p>${r('Article 2')}<w:r><w:br/></w:r>${r('Scope of Cooperation')}</w:p>${p('The Parties act.')}`
    const { asProposed } = reading(wordFile({ body: broken }))
    expect(outline(asProposed)).toEqual(['article 2', '  articleHeading', '  paragraph body'])
    expect(asProposed.child(0).child(0).textContent).toBe('Scope of Cooperation')
  })
  it('takes titles and headings from styles where the words do not say it', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Our heading"/><w:basedOn w:val="H"/></w:style>'
    const styled = (style: string, text: string) => p(text, `<w:pStyle w:val="${style}"/>`)
    expect(
      outline(reading(wordFile({ styles, body: styled('T', 'x') + styled('H2', 'y') + p('z') })).asProposed),
    ).toEqual(['paragraph title', 'paragraph heading', 'paragraph body'])
  })
  it('has brackets by the rules of plain text, over paragraphs too', () => {
    const { asProposed } = reading(
      wordFile({
        body:
          p('Article 3') + p('Forms') + p('[1. The Parties [shall (IDN)] act.') + p('2. They meet. (KHM)]'),
      }),
    )
    expect(outline(asProposed)).toEqual([
      'article 3',
      '  articleHeading',
      '  bracketBlock KHM',
      '    numberedParagraph 1',
      '    numberedParagraph 2',
    ])
  })
  it('has a bracket that came with a change in that view only', () => {
    const { asItWas, asProposed } = reading(
      wordFile({
        body: `<w:p>${r('The Parties ')}${del('shall')}${ins(r('[shall (IDN)] [will (KHM)]'))}${r(' act.')}</w:p>`,
      }),
    )
    expect(asItWas.child(0).childCount).toBe(1)
    expect(asProposed.child(0).children.filter(({ type }) => type.name === 'bracketOpen')).toHaveLength(2)
  })
  it('says where a bracket is doubtful, in cells too', () => {
    const cell = `<w:tbl><w:tr><w:tc>${p('within 30] days')}</w:tc></w:tr></w:tbl>`
    const { asProposed, doubts } = reading(wordFile({ body: cell + p('The [Parties act.') }))
    const blocks: unknown[] = []
    asProposed.descendants(({ isTextblock, attrs }) => void (isTextblock && blocks.push(attrs['blockId'])))
    expect(doubts.asProposed).toMatchObject([
      {
        diagnosis: { kind: 'unopened' },
        place: { from: { blockId: blocks[0], offset: 9 }, to: { offset: 10 } },
      },
      {
        diagnosis: { kind: 'unclosed' },
        place: { from: { blockId: blocks[1], offset: 4 }, to: { offset: 5 } },
      },
    ])
  })
})

describe('the looks of words', () => {
  it('are bold, italic and underlined by themselves or by their style of characters', () => {
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    const { asProposed } = reading(
      wordFile({
        styles,
        body: `<w:p>${r('a', '<w:b/>')}${r('b', '<w:b w:val="0"/>')}${r('c', '<w:rStyle w:val="S"/>')}${r('d', '<w:i/><w:u w:val="single"/>')}${r('e', '<w:u w:val="none"/>')}</w:p>`,
      }),
    )
    expect(
      asProposed
        .child(0)
        .children.map(({ text, marks }) => [text, marks.map(({ type }) => type.name).join(' ')]),
    ).toEqual([
      ['a', 'bold'],
      ['b', ''],
      ['c', 'bold'],
      ['d', 'italic underline'],
      ['e', ''],
    ])
  })
  it('go over brackets', () => {
    const { asProposed } = reading(wordFile({ body: `<w:p>${r('The [shall (IDN)] act', '<w:b/>')}</w:p>` }))
    expect(asProposed.child(0).children.every(({ marks }) => marks.length === 1)).toBe(true)
  })
  it('that a text cannot hold are counted', () => {
    const { unread } = reading(
      wordFile({
        body: `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${r('30 ', '<w:strike/>')}${r('days', '<w:strike/><w:sz w:val="30"/>')}${r('b', '<w:vertAlign w:val="superscript"/>')}${r('c', '<w:vanish/>')}${r('d', '<w:caps/>')}<w:r><w:br w:type="page"/></w:r></w:p>`,
      }),
    )
    expect(unread.map(({ what, count }) => `${what} ${count}`).sort()).toEqual([
      'capitals 1',
      'characterLook 1',
      'hiddenText 1',
      'pageBreak 1',
      'paragraphLook 1',
      'raised 1',
      'strikethrough 1',
    ])
    expect(unread.find(({ what }) => what === 'strikethrough')?.samples).toEqual(['30 days'])
  })
})

describe('the languages of words', () => {
  const english =
    'The Parties shall cooperate with each other in the prevention of trafficking and shall meet.'

  it('are marked where they are not that of the text', () => {
    const lang = (tag: string) => `<w:lang w:val="${tag}"/>`
    const { asProposed, language } = reading(
      wordFile({
        body: `<w:p>${r(`${english} `, lang('en-GB'))}${r('Para Pihak', lang('id-ID'))}${r(' act.', lang('en-US'))}</w:p>`,
      }),
    )
    expect(language).toBe('en')
    expect(asProposed.attrs['lang']).toBe('en')
    expect(asProposed.child(0).children.map(({ marks }) => marks[0]?.attrs['lang'])).toEqual([
      undefined,
      'id',
      undefined,
    ])
  })
  it('know Khmer by its script, whatever the file says', () => {
    const { asProposed } = reading(
      wordFile({
        body: `<w:p>${r(`${english} ភាគី នឹង end`, '<w:lang w:val="en-GB" w:bidi="ar-SA"/>')}</w:p>`,
      }),
    )
    expect(asProposed.child(0).children.map(({ text, marks }) => [text, marks[0]?.attrs['lang']])).toEqual([
      [`${english} `, undefined],
      ['ភាគី នឹង', 'km'],
      [' end', undefined],
    ])
  })
  it('are of the paragraph where all of it is in another', () => {
    const { asProposed } = reading(wordFile({ body: p(english) + p('មាត្រា ១') + p('ភាគីនឹងសហការ។') }))
    const article = asProposed.child(1)
    expect(article.attrs['number']).toBe('១')
    expect(reading(wordFile({ body: p(english) + p('ភាគីនឹងសហការ។') })).asProposed.child(1).attrs['lang']).toBe(
      'km',
    )
  })
  it('of the text are told by its words, not by the machine it was written on', () => {
    const wrong = '<w:lang w:val="en-US"/>'
    const indonesian =
      'Para Pihak akan bekerja sama dalam pencegahan dan pemberantasan perdagangan orang dengan itikad baik.'
    const { asProposed, language } = reading(wordFile({ body: `<w:p>${r(indonesian, wrong)}</w:p>` }))
    expect(language).toBe('id')
    expect(asProposed.child(0).children.flatMap(({ marks }) => marks)).toEqual([])
  })
  it('come from styles where the words name none', () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults>'
    expect(reading(wordFile({ styles, body: p('Cap') })).language).toBe('id')
  })
})
