import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { pngOf } from '../support/hostileFiles.ts'
import { del, ins, p, r, wordParts } from '../support/wordFile.ts'
import type { Parts } from './mutate.ts'

export const foundFolder = join(import.meta.dirname, 'seeds')

/** Files that once broke the reader: what was found stays found. */
export function foundFiles(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(foundFolder)
    .filter((name) => name.endsWith('.docx'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(foundFolder, name))) }))
}

/** Files to begin from: between them they have everything that the reader reads. */
export function seeds(): readonly Parts[] {
  const found = foundFiles().flatMap(({ bytes }) => {
    try {
      return [unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 200_000 })]
    } catch {
      return [] // what is no ZIP is tried as it is
    }
  })
  return [agreement(), instrument(), ...found].filter((parts) => Object.keys(parts).length > 0)
}

const mark = (change: string) =>
  `<w:rPr><w:${change} w:id="9" w:author="Dara" w:date="2025-05-19T10:00:00Z"/></w:rPr>`
const numbered = (level: number, text: string, more = '') =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>${more}`)
const bulleted = (level: number, text: string) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="2"/></w:numPr>`)

const numbering = [
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl>',
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/><w:pStyle w:val="Par"/></w:lvl>',
  '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/><w:lvlRestart w:val="1"/></w:lvl></w:abstractNum>',
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>',
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
].join('')

const styles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="km-KH"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Par"><w:name w:val="Par"/><w:basedOn w:val="H"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'

/** Structure: numbers, tables, brackets, pictures, notes, boxes, fields. */
function agreement(): Parts {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  return wordParts({
    body:
      p('MEMORANDUM OF UNDERSTANDING', '<w:pStyle w:val="H"/>') +
      numbered(0, 'Scope') +
      numbered(1, 'The [Parties (IDN)] [Participants (KHM)] shall cooperate.') +
      numbered(2, 'prevention;') +
      `${p('[Article 7 bis')}${p('Data')}${p('Kept. (KHM)]')}` +
      bulleted(0, 'first') +
      bulleted(1, 'second') +
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('No.', '<w:gridSpan w:val="2"/>')}${cell('Side', '<w:vMerge w:val="restart"/>')}</w:tr>` +
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('1')}${cell('', '<w:vMerge/>')}</w:tr>` +
      `<w:tr><w:tc><w:tbl><w:tr>${cell('in')}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>` +
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>` +
      `<w:hyperlink r:id="page">${r('link')}</w:hyperlink><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:br/><w:tab/></w:r>` +
      `<w:r><w:drawing><a:blip r:embed="map"/></w:drawing></w:r><w:r><w:footnoteReference w:id="1"/></w:r>` +
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('box')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
      `<w:sdt><w:sdtContent>${p('ភាគីនឹងសហការ។')}</w:sdtContent></w:sdt>` +
      `<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`,
    numbering,
    styles,
    footnotes: `<w:footnote w:id="1">${p('note')}</w:footnote>`,
    frames: { header1: p('TERBATAS') },
    links: {
      page: { type: 'hyperlink', target: 'https://example.org/', external: true },
      map: { type: 'image', target: 'media/image1.png' },
    },
    parts: { 'word/media/image1.png': pngOf(3, 2) },
  })
}

/** Changes of every kind, and comments. */
function instrument(): Parts {
  return wordParts({
    body:
      `<w:p>${r('Article ')}${del('3')}${ins(r('4'))}</w:p>${p('Forms')}` +
      `<w:p><w:commentRangeStart w:id="0"/>${r('1. The Parties ')}${del('will')}${ins(r('[shall (IDN)]'))}${ins(del('x', 'Ratna'))}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>` +
      `<w:p><w:pPr>${mark('ins')}</w:pPr>${ins(r('New.'))}</w:p><w:p><w:pPr>${mark('del')}</w:pPr>${del('Old.')}</w:p>` +
      `<w:p><w:moveFromRangeStart w:id="5" w:name="m1"/><w:moveFrom w:id="6" w:author="Dara">${r('moved')}</w:moveFrom><w:moveFromRangeEnd w:id="5"/></w:p>` +
      `<w:p><w:moveToRangeStart w:id="7" w:name="m1"/><w:moveTo w:id="8" w:author="Dara">${r('moved')}</w:moveTo><w:moveToRangeEnd w:id="7"/></w:p>` +
      `<w:p><w:pPr><w:numPr><w:numId w:val="3"/><w:ilvl w:val="1"/></w:numPr><w:pPrChange w:id="9" w:author="Dara"><w:pPr/></w:pPrChange></w:pPr>${r('bold', '<w:b/><w:rPrChange w:id="1" w:author="Dara"><w:rPr><w:i/></w:rPr></w:rPrChange>')}</w:p>` +
      `<w:tbl><w:tr><w:trPr><w:ins w:id="2" w:author="Dara"/></w:trPr><w:tc><w:tcPr><w:cellIns w:id="3" w:author="Dara"/></w:tcPr>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="4" w:author="Ratna"/></w:trPr><w:tc>${p('c')}</w:tc></w:tr></w:tbl>` +
      p('DONE at Nusa Dua.') +
      p('FOR INDONESIA | FOR CAMBODIA'),
    numbering,
    styles,
    comments: `<w:comment w:id="0" w:author="Dara"><w:p w14:paraId="A1">${r('Why?')}</w:p></w:comment><w:comment w:id="1" w:author="Ratna"><w:p w14:paraId="A2">${r('So.')}</w:p></w:comment>`,
    commentsExtended: '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="1"/>',
  })
}
