import 'temporal-polyfill/global'
import { writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { minutesDocx } from '../../shared/docx/minutesDocx.ts'
import type { MinutesDocument, Run } from '../../shared/meeting/minutesDocument.ts'
import { bigMinutes } from './bigMinutes.ts'

// One writer in a process of its own: prints the milliseconds of the writing alone and the largest resident size.
const [writer, words, path] = process.argv.slice(2)
const document = bigMinutes(Number(words))
const from = performance.now()
const bytes = writer === 'floor' ? floor(document) : (await minutesDocx(document, { draft: false })).bytes
const took = performance.now() - from
writeFileSync(path ?? '', bytes)
process.stdout.write(JSON.stringify({ took, rss: process.resourceUsage().maxRSS / 1024 }))

/** The least that writing the same words costs: the XML as strings, zipped. No styles, no numbering, no header. */
function floor(minutes: MinutesDocument): Uint8Array {
  const paragraph = (runs: readonly Run[]) => `<w:p>${runs.map(run).join('')}</w:p>`
  const body = minutes.blocks.map((block) => {
    if (block.kind === 'table') {
      const rows = block.rows.map(
        (row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell.runs)}</w:tc>`).join('')}</w:tr>`,
      )
      return `<w:tbl>${rows.join('')}</w:tbl>`
    }
    return 'runs' in block ? paragraph(block.runs) : ''
  })
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ),
  })
}

function run({ text, bold }: Run): string {
  const escaped = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped}</w:t></w:r>`
}
