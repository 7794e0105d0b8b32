import { watermarkXml } from '../pageFrame.ts'
import { element, parseXml, type XmlNode } from './xmlTree.ts'

const small = 18 // half points

/** A line at the end of a header: what the paper is (classification, draft), and behind the text the watermark. */
export function markLine(words: string, watermark: string | null): XmlNode {
  const behind =
    watermark === null ? [] : [element('w:r', {}, [parseXml('watermark', watermarkXml(watermark))])]
  return line('right', [...behind, run(words, true)])
}

/** A line at the end of a footer: the number of the page and of all pages, where the letterhead has none; a note. */
export function footLine(pageOf: string | null, note: string | null): XmlNode {
  const page = pageOf === null ? [] : [field('PAGE'), run(pageOf), field('NUMPAGES')]
  const between = page.length > 0 && note !== null ? [run(' · ')] : []
  return line('center', [...page, ...between, ...(note === null ? [] : [run(note)])])
}

function line(align: 'right' | 'center', children: XmlNode[]): XmlNode {
  const properties = element('w:pPr', {}, [
    element('w:spacing', { 'w:before': '0', 'w:after': '0' }),
    element('w:jc', { 'w:val': align }),
  ])
  return element('w:p', {}, [properties, ...children])
}

function run(words: string, bold = false): XmlNode {
  const look = element('w:rPr', {}, [
    ...(bold ? [element('w:b'), element('w:bCs')] : []),
    element('w:color', { 'w:val': '404040' }),
    element('w:sz', { 'w:val': String(small) }),
    element('w:szCs', { 'w:val': String(small) }),
  ])
  return element('w:r', {}, [look, element('w:t', { 'xml:space': 'preserve' }, [words])])
}

function field(code: string): XmlNode {
  return element('w:fldSimple', { 'w:instr': ` ${code} ` }, [run('1')])
}
