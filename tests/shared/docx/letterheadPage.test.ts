import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { lossesOf, printOnLetterhead } from '../../../shared/docx/letterhead/printOnLetterhead.ts'
import type { LetterheadLoss } from '../../../shared/letterhead.ts'
import type { MinutesDocument } from '../../../shared/meeting/minutesDocument.ts'
import { auditHead, minutesOf } from '../../support/canaries.ts'
import { drawing, logo, officeLetterhead, plainLetterhead } from '../../support/letterheads.ts'
import { nusaDua } from '../../support/nusaDua.ts'
import { printedPages, printedTo } from '../../support/printPdf.ts'
import { p, r, wordFile, type WordFile } from '../../support/wordFile.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The usual kop: logo and name in a table over a double line on the first page, an address at the foot of all. */
const kop = withLogo({
  body:
    p('Nomor: W.1-2025') + p('Perihal: {{judul}}') + p('{{isi}}') + p('Tembusan: {{ketua}}') +
    '<w:sectPr><w:headerReference w:type="first" r:id="headerFirst"/><w:headerReference w:type="default" r:id="headerAll"/>' +
    '<w:footerReference w:type="default" r:id="footerAll"/><w:footerReference w:type="first" r:id="footerAll"/>' +
    '<w:pgSz w:w="11906" w:h="18720"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>',
  frames: {
    headerFirst:
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="7500"/></w:tblGrid><w:tr><w:tc><w:p><w:r>${drawing('logo.png')}</w:r></w:p></w:tc>` +
      `<w:tc><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${r('KEMENTERIAN IMIGRASI', '<w:b/><w:sz w:val="28"/>')}</w:p>` +
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${r('អគ្គនាយកដ្ឋាន', '<w:sz w:val="18"/>')}</w:p></w:tc></w:tr></w:tbl>` +
      '<w:p><w:pPr><w:pBdr><w:bottom w:val="double" w:sz="12" w:space="1" w:color="C00000"/></w:pBdr></w:pPr></w:p>',
    headerAll: p('Lanjutan · {{klasifikasi}}'),
    footerAll:
      `<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs></w:pPr>${r('Jalan Rasuna Said, Jakarta')}<w:r><w:tab/></w:r>${r('Halaman ')}` +
      `<w:fldSimple w:instr=" PAGE ">${r('1')}</w:fldSimple>${r(' dari ')}<w:fldSimple w:instr=" NUMPAGES ">${r('9')}</w:fldSimple></w:p>`,
  },
}) // prettier-ignore

describe('a PDF on the letterhead of the office', () => {
  it('has the kop on its first page, the header of the others on them, and the footer on all, as printed', async () => {
    const [first = '', ...others] = await pages(kop)
    expect(first).toContain('KEMENTERIAN IMIGRASI')
    expect(first).not.toContain('Lanjutan')
    expect(others.length).toBeGreaterThan(1)
    for (const page of others) {
      expect(page).toContain('Lanjutan · TERBATAS')
      expect(page).not.toContain('KEMENTERIAN')
    }
    for (const page of [first, ...others]) expect(page).toContain('Jalan Rasuna Said, Jakarta')
  })

  it('says on every page what every paper must say, and once: classification, number of the page, end of the log', async () => {
    const all = await pages(kop)
    all.forEach((page, index) => {
      expect(page.match(/TERBATAS/g)).toHaveLength(1)
      expect(page).toContain(`${index + 1} dari ${all.length} · Log audit ${auditHead}`)
      expect(page).not.toMatch(/Halaman|dari 9/)
    })
    const [plain = ''] = await pages(plainLetterhead('{{isi}}'))
    expect(plain).toContain('TERBATAS · CONTOH')
    expect(plain).toMatch(/1 dari \d · Log audit/)
  })

  it('fills in what the letterhead asks for and does not say it again', async () => {
    const [first = ''] = await pages(kop)
    expect(first).toMatch(/Nomor: W\.1-2025\s+Perihal: RISALAH YANG DISEPAKATI/)
    expect(first.match(/RISALAH YANG DISEPAKATI/g)).toHaveLength(1)
    expect((await pages(kop)).join('\n')).toMatch(/Tembusan: Mr\. A\. Wirawan, .*\n *H\.E\. General Sok Dara/)
  })

  it('has the paper of the letterhead, its logo in its place and as large, and the watermark of a draft', async () => {
    await printedTo(await html(kop, true), (pdf) => {
      expect(tool('pdfinfo', pdf)).toMatch(/Page size: +59\d\.\d+ x 936/)
      // page, number, …: two centimetres over 30 pixels are 38 to the inch.
      expect(tool('pdfimages', '-list', pdf)).toMatch(/\n +1 +0 image +30 +30 .* 38 +76 /)
    })
    expect((await pages(kop, true))[0]).toContain('KONSEP')
  })

  it('is the same page for the same paper, and words of a file never become elements of it', async () => {
    expect(await html(kop)).toBe(await html(kop))
    const hostile = await html(plainLetterhead('<script>alert(1)</script>&"\'', '{{isi}}'))
    expect(hostile).not.toContain('<script')
    expect((await printedPages(hostile))[0]).toContain('<script>alert(1)</script>')
  })

  it('leads nowhere: every picture and font of the page is in it', async () => {
    for (const letterhead of [kop, officeLetterhead()])
      expect((await html(letterhead)).replaceAll(/url\(data:[^)]*\)|src="data:[^"]*"/g, '')).not.toMatch(/url\(|src=|href=/) // prettier-ignore
  })
})

describe('what a PDF does not show of a letterhead counts as not said', () => {
  const hidden = (words: string) => `<w:p>${r(words, '<w:vanish/>')}</w:p>`
  const split = `<w:p>${r('{{', '<w:vanish/>')}${r('klasifikasi}}')}</w:p>`
  const far = p('{{klasifikasi}}', '<w:ind w:left="30000"/>')
  it.each([
    ['in a text box', textBox('{{klasifikasi}}')],
    ['hidden', hidden('{{klasifikasi}}')],
    ['beginning in a hidden run', split],
    ['beside the paper', far],
    [
      'in the number of the page',
      `<w:p><w:fldSimple w:instr="PAGE">${r('{{klasifikasi}}')}</w:fldSimple></w:p>`,
    ],
  ])('the classification %s stands in the margin of its own', async (_, header) =>
    expect((await margins(headed(p('KOP') + header)))[0]).toMatch(/KOP.*TERBATAS · CONTOH/),
  )

  it.each([
    ['in a content control', `<w:sdt><w:sdtContent>${p('{{klasifikasi}}')}</w:sdtContent></w:sdt>`],
    ['in custom XML', `<w:customXml>${p('{{klasifikasi}}')}</w:customXml>`],
    [
      'in a cell in a content control',
      `<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>${p('{{klasifikasi}}')}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>`,
    ],
    [
      'in a row in both',
      `<w:tbl><w:sdt><w:sdtContent><w:customXml><w:tr><w:tc>${p('{{klasifikasi}}')}</w:tc></w:tr></w:customXml></w:sdtContent></w:sdt></w:tbl>`,
    ],
  ])('the classification %s is shown there, once', async (_, header) => {
    const [words = ''] = await margins(headed(p('KOP') + header))
    expect(words.match(/TERBATAS/g)).toHaveLength(1)
    expect(words).not.toContain('TERBATAS ·')
  })

  it.each([
    ['in a text box', textBox('{{judul}}'), true],
    ['hidden', hidden('{{judul}}'), true],
    ['in custom XML', `<w:customXml>${p('{{judul}}')}</w:customXml>`, false],
    ['in a content control', `<w:sdt><w:sdtContent>${p('{{judul}}')}</w:sdtContent></w:sdt>`, false],
  ])('the title %s is said once', async (_, title, byPaper) => {
    const page = await html(wordFile({ body: title + p('{{isi}}') }))
    const [, body = ''] = page.split('</head>')
    expect(body.match(/RISALAH YANG DISEPAKATI/g)).toHaveLength(1)
    expect(body.includes('<h1>')).toBe(byPaper)
  })
})

describe('lengths of a letterhead', () => {
  const row = (height: string, words: string) =>
    `<w:tbl><w:tr><w:trPr><w:trHeight w:val="${height}"/></w:trPr><w:tc>${p(words)}</w:tc></w:tr></w:tbl>`
  it.each([
    [
      'of letters',
      `<w:p>${r('KOP', '<w:sz w:val="14pt"/>')}</w:p>`,
      `<w:p>${r('KOP', '<w:sz w:val="28"/>')}</w:p>`,
    ],
    [
      'between paragraphs',
      p('KOP', '<w:spacing w:before="1in" w:line="1pc"/>'),
      p('KOP', '<w:spacing w:before="1440" w:line="240"/>'),
    ],
    [
      'of indents',
      p('KOP', '<w:ind w:left="1.5in" w:hanging="2pi"/>'),
      p('KOP', '<w:ind w:left="2160" w:hanging="480"/>'),
    ],
    [
      'of tabs',
      `<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="5in"/></w:tabs></w:pPr>${r('KOP')}<w:r><w:tab/></w:r>${r('x')}</w:p>`,
      `<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="7200"/></w:tabs></w:pPr>${r('KOP')}<w:r><w:tab/></w:r>${r('x')}</w:p>`,
    ],
    ['of rows', row('1in', 'KOP'), row('1440', 'KOP')],
    ['that are none', row('tinggi', 'KOP'), row('0', 'KOP')],
    ['that no paper has', row('99999999', 'KOP'), row('0', 'KOP')],
    ['that are below nothing', p('KOP', '<w:spacing w:before="-9000"/>'), p('KOP')],
  ])('%s may have a unit with them', async (_, header, plain) => {
    const written = await html(headed(header))
    expect(written).not.toContain('NaN')
    expect(written).toBe(await html(headed(plain)))
  })

  it('of the paper and its margins may, and the marks stand on every page as printed', async () => {
    const file = headed(
      p('KOP'),
      '<w:pgSz w:w="210mm" w:h="29.7cm"/><w:pgMar w:top="1in" w:left="72pt" w:header="3pc"/>',
    )
    expect(await html(file)).toMatch(/size: 595\.28pt 841\.89pt;\s+margin: 72pt 70\.85pt 70\.85pt 72pt/)
    for (const page of await pages(file)) expect(page).toMatch(/KOP\s+TERBATAS · CONTOH/)
  })

  it.each([
    ['header', headed(Array.from({ length: 80 }, () => p('KOP')).join(''))],
    ['picture', headed(`<w:p>${r('KOP')}<w:r>${drawing('x').replaceAll('360000', '20000000')}</w:r></w:p>`)],
    ['margin at the sides', headed('', '<w:pgMar w:left="8000" w:right="8000"/>')],
    ['margin above', headed('', '<w:pgMar w:top="16000"/>')],
    ['distance of the header', headed('', '<w:pgMar w:header="16000"/>')],
    ['paper', headed('', '<w:pgSz w:w="300" w:h="300"/>')],
    [
      'footer',
      wordFile({
        body: `${p('{{isi}}')}<w:sectPr><w:footerReference w:type="default" r:id="footerAll"/></w:sectPr>`,
        frames: { footerAll: Array.from({ length: 80 }, () => p('KOP')).join('') },
      }),
    ],
  ])('that leave the text no room: the %s', async (_, file) => {
    expect(await losses(file)).toContain('noRoom')
    const all = await pages(file)
    expect(all.length).toBeLessThan(8)
    for (const page of all) expect(page).toMatch(/TERBATAS · CONTOH/)
    for (const page of all) expect(page).not.toContain('KOP')
    for (const page of all) expect(page).toMatch(/\d dari \d · Log audit/)
  })

  it('do not let the marks be cut off where the text is narrow', async () => {
    const [first = ''] = await pages(headed('', '<w:pgMar w:left="4600" w:right="4600"/>'))
    for (const word of ['TERBATAS', 'CONTOH', 'rekaan', 'sebenarnya']) expect(first).toContain(word)
  })
})

describe('a first page of its own', () => {
  it.each([
    ['<w:titlePg/>', true],
    ['<w:titlePg w:val="1"/>', true],
    ['<w:titlePg w:val="0"/>', false],
    ['<w:titlePg w:val="false"/>', false],
  ])('%s', async (titlePg, isOn) =>
    expect((await html(headed(p('KOP'), titlePg))).includes('@page:first')).toBe(isOn),
  )
})

describe('the page numbers of a letterhead', () => {
  const page = `<w:fldSimple w:instr=" PAGE ">${r('1')}</w:fldSimple>`
  const pages = `<w:fldSimple w:instr="NUMPAGES">${r('9')}</w:fldSimple>`
  it.each([
    ['Jalan Rasuna · ', page, '', ''],
    ['Halaman ', page, ' dari ', pages],
    ['Jalan Rasuna | Hal. ', page, '/', pages],
    ['- ', page, ' -', ''],
    ['Page ', page, ' of ', pages],
  ])('go with the words around them: %s1', async (before, first, between, second) => {
    const line = `<w:p>${r(before)}${first}${r(between)}${second}</w:p>`
    const written = await html(wordFile({ body: line + p('{{isi}}') }))
    const [said = ''] = /<div style="position:relative[^]*?<\/div>/.exec(written) ?? []
    expect(said.replace(/<[^>]*>/g, '').trim()).toBe(before.startsWith('Jalan') ? 'Jalan Rasuna' : '')
  })
})

describe('what a PDF cannot show of a letterhead is told before', () => {
  it('is the look of the text alone where all else is carried', async () =>
    expect(await losses(plainLetterhead('Kop', '{{isi}}'))).toEqual(['textStyles']))

  it.each<[LetterheadLoss, Partial<WordFile>]>([
    ['pageNumbers', { body: `<w:p><w:fldSimple w:instr="PAGE"/></w:p>` }],
    ['links', { body: `<w:p><w:hyperlink r:id="web">${r('laman')}</w:hyperlink></w:p>` }],
    ['fields', { body: `<w:p><w:fldSimple w:instr="STYLEREF 1">${r('x')}</w:fldSimple></w:p>` }],
    ['pictures', { body: `<w:p><w:r>${drawing('x').replace('rLogo', 'emf')}</w:r></w:p>` }],
    ['drawings', { body: '<w:p><w:r><w:pict><v:rect style="width:9pt"/></w:pict></w:r></w:p>' }],
    [
      'textAround',
      { body: `<w:tbl><w:tblPr><w:tblpPr/></w:tblPr><w:tr><w:tc>${p('x')}</w:tc></w:tr></w:tbl>` },
    ],
    ['numbering', { body: `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>${r('x')}</w:p>` }],
    [
      'mergedCells',
      { body: `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('x')}</w:tc></w:tr></w:tbl>` },
    ],
    ['noRoom', { body: '<w:sectPr><w:pgMar w:left="9999"/></w:sectPr>' }],
    ['sections', { body: '<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:sectPr/>' }],
    ['columns', { body: '<w:sectPr><w:cols w:num="2"/></w:sectPr>' }],
    ['pageBorders', { body: '<w:sectPr><w:pgBorders/></w:sectPr>' }],
  ])('%s', async (loss, more) => {
    const file = wordFile({
      ...more,
      body: p('{{isi}}') + (more.body ?? ''),
      links: { emf: { type: 'image', target: 'media/x.emf' } },
      parts: { 'word/media/x.emf': new Uint8Array(40) },
    })
    expect(await losses(file)).toEqual(['textStyles', loss])
  })

  it('is refused with its problems, where the file cannot be used any more', async () =>
    expect(await lossesOf({ name: 'kop.docx', bytes: plainLetterhead('Kop') })).toMatchObject({
      fault: { kind: 'LetterheadUnfit', problems: [{ kind: 'bodyMissing' }] },
    }))
})

/** A letterhead with this header on every page. */
function headed(header: string, section = ''): Uint8Array {
  return withLogo({
    body: `${p('{{isi}}')}<w:sectPr><w:headerReference w:type="default" r:id="headerAll"/>${section}</w:sectPr>`,
    frames: { headerAll: header },
  })
}

/** As Word writes one, with its older form. */
function textBox(words: string): string {
  const content = `<w:txbxContent>${p(words)}</w:txbxContent>`
  return (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="720000" cy="360000"/><a:graphic>' +
    `<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:rect><v:textbox>${content}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  )
}

/** The words of the pictures in the margins of a page, in their order. */
async function margins(bytes: Uint8Array): Promise<readonly string[]> {
  const pictures = (await html(bytes)).matchAll(/url\(data:image\/svg\+xml;base64,([^)]*)\)/g)
  return [...pictures].map(([, picture = '']) =>
    Buffer.from(picture, 'base64')
      .toString()
      .replace(/<[^>]*>/g, ' '),
  )
}

function withLogo(file: WordFile): Uint8Array {
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rLogo" Type="${relationships}/image" Target="media/logo.png"/></Relationships>`
  return wordFile({
    ...file,
    parts: {
      'word/media/logo.png': logo,
      'word/_rels/headerFirst.xml.rels': links,
      'word/_rels/headerAll.xml.rels': links,
    },
  })
}

async function html(bytes: Uint8Array, draft = false): Promise<string> {
  const minutes: MinutesDocument = minutesOf(nusaDua(), 'id')
  const page = await printOnLetterhead(minutes, { name: 'kop.docx', bytes }, { draft, fonts: [] })
  if (!page.ok) throw new Error(JSON.stringify(page.fault))
  return page.value
}

async function pages(bytes: Uint8Array, draft = false): Promise<readonly string[]> {
  return printedPages(await html(bytes, draft))
}

async function losses(bytes: Uint8Array): Promise<readonly LetterheadLoss[]> {
  const found = await lossesOf({ name: 'kop.docx', bytes })
  if (!found.ok) throw new Error(JSON.stringify(found.fault))
  return found.value
}

function tool(name: string, ...options: readonly string[]): string {
  return execFileSync(name, options, { encoding: 'utf8' })
}
