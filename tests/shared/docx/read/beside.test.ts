import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  FootnoteReferenceRun,
  Header,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { picture, pngOf } from '../../../support/hostileFiles.ts'
import { ins, p, r, reading, wordFile } from '../../../support/wordFile.ts'

describe('the comments of a Word file', () => {
  const comment = (id: number, words: string, paragraph: string, author = 'Dara') =>
    `<w:comment w:id="${id}" w:author="${author}" w:initials="D" w:date="2025-05-19T11:00:00Z"><w:p w14:paraId="${paragraph}"><w:r><w:annotationRef/></w:r>${r(words)}</w:p></w:comment>`
  const read = reading(
    wordFile({
      body:
        `<w:p>${r('The ')}<w:commentRangeStart w:id="0"/>${r('Parties')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r(' act.')}</w:p>` +
        `<w:commentRangeStart w:id="2"/>${p('First.')}${p('Second.')}<w:commentRangeEnd w:id="2"/>` +
        `<w:p>${r('Third.')}<w:r><w:commentReference w:id="2"/></w:r></w:p>`,
      comments: comment(0, 'Which?', 'A1') + comment(1, 'Both.', 'A2', 'Ratna') + comment(2, 'Long.', 'A3'),
      commentsExtended:
        '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/>',
    }),
  )

  it('say who, when, what, and on which words', () =>
    expect(read.comments[0]).toMatchObject({
      id: '0',
      author: 'Dara',
      initials: 'D',
      at: '2025-05-19T11:00:00Z',
      words: 'Which?',
      answers: null,
      resolved: true,
      quoted: 'Parties',
    }))
  it('have their replies, which stand where the first stands', () => {
    expect(read.comments[1]).toMatchObject({
      words: 'Both.',
      answers: '0',
      resolved: false,
      quoted: 'Parties',
    })
    expect(read.comments[1]?.places).toEqual(read.comments[0]?.places)
  })
  it('may be on several paragraphs', () => expect(read.comments[2]?.quoted).toBe('First.\nSecond.'))
  it('count for their authors', () =>
    expect(read.authors.map(({ name, comments }) => [name, comments])).toEqual([
      ['Dara', 2],
      ['Ratna', 1],
    ]))
})

describe('what stands beside the text', () => {
  it('are notes, counted in the order of the text', () => {
    const { notes, unread } = reading(
      wordFile({
        body: `<w:p>${r('One')}<w:r><w:footnoteReference w:id="7"/></w:r>${r(' two')}<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>`,
        footnotes:
          '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' +
          `<w:footnote w:id="3">${p('the later')}</w:footnote><w:footnote w:id="7"><w:p>${r('the first')}${ins(r(', changed'))}</w:p></w:footnote>`,
        endnotes: `<w:endnote w:id="1">${p('at the end')}</w:endnote>`,
      }),
    )
    expect(notes).toMatchObject([
      {
        kind: 'footnote',
        number: 1,
        asItWas: 'the first',
        asProposed: 'the first, changed',
        places: { asProposed: { from: { offset: 3 } } },
      },
      { kind: 'footnote', number: 2, asItWas: 'the later', places: { asProposed: { from: { offset: 7 } } } },
      { kind: 'endnote', number: 1, asItWas: 'at the end' },
    ])
    expect(unread.map(({ what, count }) => [what, count])).toEqual([
      ['footnote', 2],
      ['endnote', 1],
    ])
  })
  it('are headers and footers, with the changes in them', () => {
    const { frames, revisions } = reading(
      wordFile({
        body: `${p('x')}<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>`,
        frames: { header1: `<w:p>${r('TERBATAS')}${ins(r(' !'))}</w:p>`, footer1: p('page') },
      }),
    )
    expect(frames).toEqual([
      {
        kind: 'header',
        pages: 'first',
        part: 'word/header1.xml',
        asItWas: 'TERBATAS',
        asProposed: 'TERBATAS !',
      },
      { kind: 'footer', pages: 'usual', part: 'word/footer1.xml', asItWas: 'page', asProposed: 'page' },
    ])
    expect(revisions).toMatchObject([{ part: 'word/header1.xml', wording: ' !', places: null }])
  })
  it('are pictures, each once, with what their author said of them', () => {
    const { pictures, unread } = reading(picture(30, 20))
    expect(pictures).toEqual([
      {
        name: 'image1.png',
        mediaType: 'image/png',
        bytes: pngOf(30, 20),
        description: 'The border',
        count: 1,
      },
    ])
    expect(unread).toEqual([{ what: 'picture', part: 'word/document.xml', count: 1, samples: ['Map'] }])
  })
  it('is a change where a picture came', () => {
    const drawing = '<w:r><w:drawing><a:blip r:embed="map"/></w:drawing></w:r>'
    const { revisions } = reading(
      wordFile({
        body: `<w:p>${ins(drawing)}</w:p>`,
        links: { map: { type: 'image', target: 'media/image1.png' } },
        parts: { 'word/media/image1.png': pngOf(1, 1) },
      }),
    )
    expect(revisions).toMatchObject([{ kind: 'insertion', wording: '\ufffc' }])
  })
})

describe('a file of the docx package', () => {
  it('comes back with its text, changes, comments, notes and header', async () => {
    const date = new Date('2025-05-19T10:00:00Z')
    const document = new Document({
      comments: {
        children: [{ id: 0, author: 'Dara', date, children: [new Paragraph('Why?')] }],
      },
      footnotes: { 1: { children: [new Paragraph('See Article 2.')] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('RESTRICTED')] }) },
          children: [
            new Paragraph({
              children: [
                new TextRun('The Parties '),
                new CommentRangeStart(0),
                new TextRun({ text: 'shall', bold: true }),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
                new TextRun(' cooperate'),
                new FootnoteReferenceRun(1),
                new TextRun('.'),
              ],
            }),
          ],
        },
      ],
    })
    const read = reading(await Packer.pack(document, 'uint8array'))
    expect(read.asProposed.textContent).toBe('The Parties shall cooperate.')
    expect(read.comments).toMatchObject([{ author: 'Dara', words: 'Why?', quoted: 'shall' }])
    expect(read.notes).toMatchObject([{ asProposed: 'See Article 2.' }])
    expect(read.frames).toMatchObject([{ kind: 'header', asProposed: 'RESTRICTED' }])
  })
})

describe('the rest of a file', () => {
  it('is named: what nobody read and what lies elsewhere', () => {
    const { unread } = reading(
      wordFile({
        body: p('x'),
        links: { template: { type: 'attachedTemplate', target: 'file://server/x.dotm', external: true } },
        parts: { 'customXml/item1.xml': '<x/>', 'word/media/image9.png': pngOf(1, 1) },
      }),
    )
    expect(unread.map(({ what, part }) => [what, part])).toEqual([
      ['externalResource', 'word/document.xml'],
      ['otherPart', 'customXml/item1.xml'],
      ['otherPart', 'word/media/image9.png'],
    ])
  })
})
