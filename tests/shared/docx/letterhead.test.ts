import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { checkLetterhead } from '../../../shared/docx/letterhead/checkLetterhead.ts'
import { cleanPicture } from '../../../shared/docx/letterhead/cleanPicture.ts'
import { minutesOnLetterhead } from '../../../shared/docx/minutesDocx.ts'
import type { LetterheadProblem } from '../../../shared/letterhead.ts'
import type { MinutesDocument } from '../../../shared/meeting/minutesDocument.ts'
import { auditHead, minutesOf } from '../../support/canaries.ts'
import { convertToDocx } from '../../support/convertToDocx.ts'
import { docxParts, partsWith } from '../../support/docxParts.ts'
import { hostileFiles } from '../../support/hostileFiles.ts'
import { officeLetterhead, plainLetterhead, traces } from '../../support/letterheads.ts'
import { startLibreOffice, type LibreOffice } from '../../support/libreOffice.ts'
import { nusaDua } from '../../support/nusaDua.ts'
import { ooxmlErrors, ooxmlValidator } from '../../support/ooxmlValidator.ts'
import { ins, p, r, wordFile, type WordFile } from '../../support/wordFile.ts'

let office: LibreOffice
beforeAll(async () => void (office = await startLibreOffice()))
afterAll(() => office.close())

describe('the check of a letterhead', () => {
  it('finds placeholders that Word has cut into runs, in Indonesian and in English', () =>
    expect(checked(officeLetterhead())).toEqual({
      placeholders: ['place', 'date', 'title', 'body', 'heads', 'classification'],
      problems: [],
      leftOut: ['comments', 'customData'],
    }))
  it.each<[string, Uint8Array, readonly LetterheadProblem[]]>([
    ['has no place for the paper', plainLetterhead('{{title}}'), [{ kind: 'bodyMissing' }]],
    ['has two', plainLetterhead('{{body}}', '{{isi}}'), [{ kind: 'bodyTwice' }]],
    ['has it beside other words', plainLetterhead('Isi: {{body}}'), [{ kind: 'bodyPlace' }]],
    [
      'has it in a table',
      wordFile({ body: `<w:tbl><w:tr><w:tc>${p('{{body}}')}</w:tc></w:tr></w:tbl>` }),
      [{ kind: 'bodyPlace' }],
    ],
    [
      'names what nobody knows',
      plainLetterhead('{{nomor surat}}', '{{body}}'),
      [{ kind: 'unknownPlaceholder', name: 'nomor surat', story: 'text' }],
    ],
    [
      'does not close a placeholder',
      plainLetterhead('Kepada {{title} dan', '{{body}}'),
      [{ kind: 'unclosedPlaceholder', words: '{{title} dan', story: 'text' }],
    ],
    [
      'has tracked changes in its header',
      wordFile({ body: p('{{body}}'), frames: { header1: `<w:p>${ins(r('Baru'))}</w:p>` } }),
      [{ kind: 'trackedChanges', story: 'header' }],
    ],
    [
      'shows who wrote it, and pictures of elsewhere',
      wordFile({
        body:
          p('{{body}}') +
          '<w:p><w:fldSimple w:instr=" AUTHOR \\* MERGEFORMAT "/><w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
          '<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://x/y.png"</w:instrText></w:r>' +
          '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      }),
      [
        { kind: 'field', name: 'AUTHOR', story: 'text' },
        { kind: 'field', name: 'INCLUDEPICTURE', story: 'text' },
      ],
    ],
    [
      'has an object of another program',
      wordFile({ body: p('{{body}}') + '<w:p><w:r><w:object/></w:r></w:p>' }),
      [{ kind: 'embedded', story: 'text' }],
    ],
    [
      'has footnotes',
      wordFile({ body: p('{{body}}') + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' }),
      [{ kind: 'notes', story: 'text' }],
    ],
  ])('says that it %s', (_, file, problems) => expect(checked(file).problems).toEqual(problems))
  it.each(hostileFiles.map((file) => [file.what, file] as const))(
    'refuses what no program should open: %s',
    (_, { bytes, why }) => {
      // What is wrong with numbers and pictures alone is not looked at here: it has no place for a paper anyway.
      const result = checkLetterhead(named(bytes()))
      if (result.ok) expect(result.value.problems).toContainEqual({ kind: 'bodyMissing' })
      else expect(result.fault).toMatchObject({ kind: 'DocxRefused', why })
    },
  )
})

describe('minutes on a letterhead', () => {
  it('stand between what the letterhead says, in its own fonts, with its header on the first page', async () => {
    const { blocks, header, footer, title, author } = await office.read(await on(officeLetterhead()))
    const lines = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '(table)'))
    expect(lines.slice(0, 3)).toEqual([
      'Nusa Dua, 19 May 2025',
      'Perihal: AGREED MINUTES OF THE SECOND BILATERAL MEETING ON IMMIGRATION MATTERS BETWEEN INDONESIA AND CAMBODIA',
      'Opening',
    ])
    expect(lines.at(-1)).toMatch(/^Tembusan: .*Wirawan.*\n.*Sok Dara/)
    expect(header).toBe(' KEMENTERIAN IMIGRASI\nRESTRICTED\nSAMPLE: invented people, not a real record')
    // The letterhead has no footer for its first page, and counts pages itself on the others.
    expect(footer).toMatch(new RegExp(`^1 of \\d+ · Audit log ${auditHead}$`))
    expect(title).toContain('AGREED MINUTES')
    expect(author).toBe('')
  })

  it('have the pages counted once, by the letterhead or by us', async () => {
    const footers = [...docxParts(await on(officeLetterhead()))].filter(([name]) =>
      /footer\d\.xml$/.test(name),
    )
    expect(footers).toHaveLength(2)
    for (const [, footer] of footers) expect(footer.match(/ PAGE /g)).toHaveLength(1)
    for (const [, footer] of footers) expect(footer).toContain(`Audit log ${auditHead}`)
  })

  it('keep their own numbers where a style of the letterhead counts, and its look', async () => {
    const bytes = await on(officeLetterhead())
    const { blocks } = await office.read(bytes)
    const headings = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.outline === 1 ? [`${block.label} ${block.text}`] : [],
    )
    expect(headings.slice(0, 2)).toEqual(['1. Opening', '2. Adoption of the agenda'])
    expect(headings).toContain(' Annex 1\nLists of delegates')
    const styles = docxParts(bytes).get('word/styles.xml') ?? ''
    expect(styles).toContain('1F4E79')
    expect(styles.match(/<w:name w:val="heading 1"/gi)).toHaveLength(1)
    // The id of ours was taken by a style of another name.
    expect(styles).toContain('w:styleId="SepahamBodyText"')
  })

  it('fill the width that the letterhead leaves', async () => {
    const xml = docxParts(await on(officeLetterhead())).get('word/document.xml') ?? ''
    const widths = [...xml.matchAll(/<w:tblW w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(Math.max(...widths)).toBe(12_240 - 1_700 - 2_268)
  })

  it('carry nothing along of people, computers and editing', async () => {
    const bytes = await on(officeLetterhead())
    for (const trace of traces) expect(partsWith(bytes, trace), trace).toEqual([])
    const parts = docxParts(bytes)
    expect([...parts.keys()].filter((name) => /custom|comment|app\.xml|budi/.test(name))).toEqual([])
    for (const [name, text] of parts)
      if (name.endsWith('.xml'))
        expect(text, name).not.toMatch(/w:rsid|paraId|w:author|w:nsid|attachedTemplate/)
  })

  it('have the picture of the letterhead, and the marks on every page whatever it has', async () => {
    const parts = docxParts(await on(officeLetterhead(), 'en', true))
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/image1.png',
    ])
    const headers = [...parts].filter(([name]) => /^word\/header\d\.xml$/.test(name)).map(([, xml]) => xml)
    expect(headers).toHaveLength(2) // that of the first page, and the one that was missing
    for (const header of headers) expect(header).toContain('RESTRICTED')
    for (const header of headers) expect(header).toContain('DRAFT')
    for (const header of headers) expect(header).toContain('PowerPlusWaterMarkObject')
  })

  it.each([
    ['a hidden run', `<w:p>${r('{{klasifikasi}}', '<w:vanish/>')}</w:p>`],
    [
      'a text box in a hidden run',
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:rect><v:textbox><w:txbxContent>${p('{{klasifikasi}}')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>`,
    ],
    ['a hidden style', p('{{klasifikasi}}', '<w:pStyle w:val="Gaib"/>')],
  ])('have the classification where readers see it, not in %s alone', async (_, header) => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Gaib"><w:name w:val="Gaib"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const xml = docxParts(await on(headed(header, { styles }))).get('word/header1.xml') ?? ''
    expect(xml).toContain('RESTRICTED · SAMPLE')
    const shown = docxParts(await on(headed(p('{{klasifikasi}}'), { styles }))).get('word/header1.xml') ?? ''
    expect(shown.match(/RESTRICTED/g)).toHaveLength(1)
  })

  it('have a title of their own where that of the letterhead is hidden', async () => {
    const hidden = wordFile({ body: `<w:p>${r('{{judul}}', '<w:vanish/>')}</w:p>${p('{{isi}}')}` })
    const xml = docxParts(await on(hidden)).get('word/document.xml') ?? ''
    expect(xml.match(/AGREED MINUTES/g)).toHaveLength(2) // the hidden one and theirs
  })

  it('have a first page of its own only where the letterhead says so', async () => {
    const headers = async (section: string) =>
      [...docxParts(await on(headed(p('KOP'), {}, section))).keys()].filter((name) =>
        /word\/header\d/.test(name),
      )
    expect(await headers('<w:titlePg/>')).toHaveLength(2)
    expect(await headers('<w:titlePg w:val="0"/>')).toHaveLength(1)
  })

  it('fill the width of a paper that is said in millimetres', async () => {
    const paper = '<w:pgSz w:w="160mm" w:h="297mm"/><w:pgMar w:left="1in" w:right="1in"/>'
    const xml = docxParts(await on(headed(p('KOP'), {}, paper))).get('word/document.xml') ?? ''
    const widths = [...xml.matchAll(/<w:tblW w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(Math.max(...widths)).toBe(Math.floor((160 / 25.4 - 2) * 1440))
  })

  it('have pictures that tell nothing of themselves, GIF too, with every point as it was', async () => {
    const text = (words: string) => [words.length, ...Buffer.from(words)]
    const [control, picture] = [gif.subarray(19, 27), gif.subarray(27, -1)]
    const told = Buffer.concat([
      gif.subarray(0, 19),
      Buffer.from([0x21, 0xfe, ...text('Budi Santoso'), ...text('PT Rahasia'), 0]),
      Buffer.from([0x21, 0xff, ...text('XMP DataXMP'), ...text('Budi Santoso'), 0]),
      Buffer.from([0x21, 0xff, ...text('NETSCAPE2.0'), ...text('Budi Santoso'), 0]),
      control,
      Buffer.from([0x21, 0x01, ...text('123456789012'), ...text('Budi Santoso'), 0]),
      looping,
      control,
      Buffer.from([0x21, 0xfe, ...text('Budi Santoso'), 0]),
      picture,
      Buffer.from([0x3b]),
      Buffer.from('Budi Santoso'),
    ])
    const clean = Buffer.concat([gif.subarray(0, 19), looping, control, picture, Buffer.from([0x3b])])
    expect(Buffer.from(cleanPicture(told)).equals(clean)).toBe(true)
    expect(Buffer.from(cleanPicture(gif)).equals(gif)).toBe(true)
    for (let end = 13; end < told.length - 13; end++)
      expect(() => cleanPicture(told.subarray(0, end))).not.toThrow()
  })

  it('are the same bytes for the same data', async () => {
    const [one, other] = [await on(officeLetterhead()), await on(officeLetterhead())]
    expect(Buffer.from(one).equals(other)).toBe(true)
  })

  it('stand on one that LibreOffice wrote as well, and on one of three words', async () => {
    const [written] = await convertToDocx([officeLetterhead()])
    for (const letterhead of [written ?? new Uint8Array(), plainLetterhead('Kop', '{{isi}}')]) {
      expect(checked(letterhead).problems).toEqual([])
      const { blocks } = await office.read(await on(letterhead))
      const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')
      for (const words of ['Opening', 'Adoption of the agenda', 'Lists of delegates'])
        expect(text).toContain(words)
    }
  })

  it('leave out what XML cannot hold, also in a placeholder', async () => {
    const minutes = minutesOf(nusaDua())
    const facts = { ...minutes.facts, place: 'Nusa\u0001Dua' }
    const written = await minutesOnLetterhead(
      { ...minutes, facts },
      { draft: false },
      named(officeLetterhead()),
      khmerFont,
    )
    expect(written).toMatchObject({ ok: true, value: { removedCharacters: 1 } })
    const inHeader = wordFile({
      body: p('{{body}}') + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
      frames: { header1: p('{{tempat}}'), header2: p('left over from a draft') },
    })
    const framed = await minutesOnLetterhead(
      { ...minutes, facts },
      { draft: false },
      named(inHeader),
      khmerFont,
    )
    expect(framed).toMatchObject({ ok: true, value: { removedCharacters: 1 } })
    const bytes = framed.ok ? framed.value.bytes : new Uint8Array()
    expect(partsWith(bytes, 'NusaDua')).toContain('word/header1.xml')
    expect(partsWith(bytes, 'left over')).toEqual([]) // no section refers to it
  })

  it('are refused on a file that is no letterhead any more', async () => {
    const written = await minutesOnLetterhead(
      minutesOf(nusaDua()),
      { draft: false },
      named(plainLetterhead('Kop')),
      khmerFont,
    )
    expect(written).toMatchObject({ fault: { kind: 'LetterheadUnfit', problems: [{ kind: 'bodyMissing' }] } })
  })

  it.skipIf(ooxmlValidator === null)('are valid by the schemas and rules of Office Open XML', async () => {
    for (const letterhead of [officeLetterhead(), plainLetterhead('{{body}}')])
      for (const draft of [false, true])
        expect(await ooxmlErrors(await on(letterhead, 'id', draft))).toEqual([])
  })
})

/** A red point: header, two colours, control, picture, end. */
const gif = Buffer.from(
  '47494638396101000100800000ff0000000000' +
    '21f90400000000' +
    '00' +
    '2c000000000100010000' +
    '02024401003b',
  'hex',
)
/** For ever. */
const looping = Buffer.from([0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0])

/** A letterhead with this header on every page. */
function headed(header: string, more: Partial<WordFile> = {}, section = ''): Uint8Array {
  return wordFile({
    body: `${p('{{body}}')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/>${section}</w:sectPr>`,
    frames: { header1: header },
    ...more,
  })
}

function checked(bytes: Uint8Array) {
  const result = checkLetterhead(named(bytes))
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

function named(bytes: Uint8Array) {
  return { name: 'kop.docx', bytes }
}

async function on(letterhead: Uint8Array, language: MinutesDocument['language'] = 'en', draft = false) {
  const written = await minutesOnLetterhead(
    minutesOf(nusaDua(), language),
    { draft },
    named(letterhead),
    khmerFont,
  )
  if (!written.ok) throw new Error(JSON.stringify(written.fault))
  return written.value.bytes
}
