import 'temporal-polyfill/global'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { khmerFont } from '../../electron/jobs/khmerFont.ts'
import { createJobs } from '../../electron/jobs/createJobs.ts'
import type { WrittenDocx } from '../../shared/docx/blocksDocx.ts'
import { minutesDocx } from '../../shared/docx/minutesDocx.ts'
import type { MinutesDocument, Run } from '../../shared/meeting/minutesDocument.ts'
import { bigMinutes, everyOtherWordBold } from './bigMinutes.ts'

const builtJobs = join(import.meta.dirname, '..', '..', 'out', 'main', 'jobs.cjs')
const times = 10
/** A quick officer: who has the file chosen sooner waits for the worker to start. */
const choosingMs = 1_000

/** What one process can be asked for: bytes, and where they take shape. */
const writers = {
  own: async (minutes: MinutesDocument) => (await minutesDocx(minutes, { draft: false }, khmerFont)).bytes,
  floor: (minutes: MinutesDocument) => Promise.resolve(floor(minutes)),
  /** As the app does it: in a worker that was made ready while the officer chose a file; it writes and ends. */
  job: inWorker,
  /** In a worker that nobody made ready: it starts, loads the code of the job, writes and ends. */
  cold: inWorker,
  /** Again and again in one process, a text full of marks. */
  async marked(minutes: MinutesDocument) {
    const full = everyOtherWordBold(minutes)
    for (let again = 1; again < times; again++) await minutesDocx(full, { draft: false }, khmerFont)
    return (await minutesDocx(full, { draft: false }, khmerFont)).bytes
  },
}

type JobTable = {
  minutesDocx: { input: { document: MinutesDocument; draft: boolean; letterhead: null }; output: WrittenDocx }
}

// One writer in a process of its own: prints the milliseconds of its work alone and the largest resident size.
const [writer, words, path] = process.argv.slice(2)
const document = bigMinutes(Number(words))
const jobs = createJobs<JobTable>({ entry: builtJobs, onProgress: () => undefined })
const before = process.memoryUsage().rss
let waiting = 0
if (writer === 'job') {
  jobs.makeReady('minutesDocx')
  await new Promise((resolve) => setTimeout(resolve, choosingMs))
  waiting = process.memoryUsage().rss - before
}
const from = performance.now()
const bytes = await writers[writer as keyof typeof writers](document)
const took = performance.now() - from
writeFileSync(path ?? '', bytes)
process.stdout.write(
  JSON.stringify({ took, rss: process.resourceUsage().maxRSS / 1024, waiting: waiting / 1_048_576 }),
)

async function inWorker(minutes: MinutesDocument): Promise<Uint8Array> {
  const result = await jobs.run('minutesDocx', { document: minutes, draft: false, letterhead: null })
  if (!result.ok) throw new Error(result.fault.kind)
  return result.value.bytes
}

/** The least that writing the same words costs: the same XML of the body as strings, zipped with nothing beside it. */
function floor(minutes: MinutesDocument): Uint8Array {
  const body = minutes.blocks.map((block) => {
    if (block.kind === 'table') return table(block.rows)
    if (block.kind === 'heading') return paragraph('<w:pStyle w:val="Heading1"/>' + numbered(0), block.runs)
    if (block.kind === 'paragraph') return paragraph('<w:pStyle w:val="BodyText"/>' + numbered(1), block.runs)
    return 'runs' in block ? paragraph('<w:pStyle w:val="Title"/>', block.runs) : ''
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

function table(rows: readonly (readonly { readonly runs: readonly Run[] }[])[]): string {
  const cell = (runs: readonly Run[]) =>
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="2268"/></w:tcPr>${paragraph('<w:pStyle w:val="TableText"/>', runs)}</w:tc>`
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(({ runs }) => cell(runs)).join('')}</w:tr>`).join('')}</w:tbl>`
}

function numbered(level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="2"/></w:numPr>`
}

function paragraph(properties: string, runs: readonly Run[]): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.map(run).join('')}</w:p>`
}

function run({ text, bold }: Run): string {
  const escaped = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const look = `${bold ? '<w:b/><w:bCs/>' : ''}<w:lang w:val="en-GB" w:bidi="km-KH"/>`
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r>`
}
