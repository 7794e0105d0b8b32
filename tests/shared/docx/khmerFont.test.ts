import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { draftDocx } from '../../../shared/docx/draft/draftDocx.ts'
import { embeddedType } from '../../../shared/docx/khmerFont.ts'
import { minutesDocx, minutesOnLetterhead } from '../../../shared/docx/minutesDocx.ts'
import { recoverySheetDocx } from '../../../shared/docx/recoverySheet.ts'
import { textDocx } from '../../../shared/docx/textDocx.ts'
import type { MinutesDocument } from '../../../shared/meeting/minutesDocument.ts'
import { minutesOf } from '../../support/canaries.ts'
import { officeLetterhead, plainLetterhead } from '../../support/letterheads.ts'
import { doc, nusaDua, paragraph, text } from '../../support/nusaDua.ts'
import { ooxmlErrors, ooxmlValidator } from '../../support/ooxmlValidator.ts'
import { compare, read } from '../compare/support.ts'
import { paperOf } from './draft/papers.ts'
import { redlineOf } from './draft/support.ts'

const khmer = 'អនុស្សរណៈនៃការយោគយល់គ្នា ស្តីពីស្ត្រីនិងកុមារ'
const latin = 'Memorandum of Understanding'
const faces = khmerFont()

const writers: readonly (readonly [string, (words: string) => Promise<Uint8Array>])[] = [
  ['a text', copied],
  ['minutes', async (words) => (await minutesDocx(minutesSaying(words), { draft: true }, khmerFont)).bytes],
  ['minutes on a letterhead', (words) => onLetterhead(officeLetterhead(), words)],
  [
    'minutes on a letterhead without settings and fonts',
    (words) => onLetterhead(plainLetterhead('{{body}}'), words),
  ],
  ['a draft', async (words) => (await draftDocx(paperOf([['en', read(words)]]), khmerFont)).bytes],
  ['columns', async (words) => (await draftDocx(paperOf([['en', read(latin)], ['id', read(words, 'id')]]), khmerFont)).bytes], // prettier-ignore
  ['a redline', (words) => redlineOf(compare(read(latin), read(words)))],
  ['a redline with Khmer in its header only', (words) => redlineOf(compare(read(latin), read(latin)), { header: [words, ''] })], // prettier-ignore
  ['a draft with Khmer in a comment only', commented],
  ['the recovery sheet', (words) => recoverySheetDocx({ recordName: words, recoveryKey: 'A'.repeat(56), printedOn: '19 Mei 2025', language: 'id' }, khmerFont)], // prettier-ignore
]

describe('a Word file with Khmer words carries the font for them', () => {
  it.each(writers)('%s: both faces, to the byte, under the keys that the table names', async (_, write) => {
    const parts = unzipSync(await write(khmer))
    expect(embeddedIn(parts)).toEqual([
      { element: 'w:embedRegular', font: 'Noto Serif Khmer', bytes: Buffer.from(faces.regular) },
      { element: 'w:embedBold', font: 'Noto Serif Khmer', bytes: Buffer.from(faces.bold) },
    ])
    const settings = textOf(parts, 'word/settings.xml')
    expect(settings).toContain('<w:embedTrueTypeFonts/>')
    expect(settings).not.toContain('saveSubsetFonts') // whoever goes on writing has every letter
    expect(textOf(parts, 'word/document.xml') + textOf(parts, 'word/header1.xml') + textOf(parts, 'word/comments.xml')).toMatch(/<w:rFonts [^>]*w:cs="Noto Serif Khmer"/) // prettier-ignore
  })

  it.each(writers)(
    '%s: nothing of it where no word is Khmer, and the font is not even read',
    async (_, write) => {
      const parts = unzipSync(await write(latin))
      expect(Object.keys(parts).filter((name) => /fonts\//.test(name))).toEqual([])
      expect(textOf(parts, 'word/fontTable.xml')).not.toContain('embed')
      expect(textOf(parts, 'word/settings.xml')).not.toContain('embedTrueTypeFonts')
    },
  )

  it.each(writers)('%s: the same bytes for the same words', async (_, write) =>
    expect(Buffer.from(await write(khmer)).equals(Buffer.from(await write(khmer)))).toBe(true),
  )

  it.skipIf(ooxmlValidator === null).each(writers)('%s: valid by the schemas of Office', async (_, write) =>
    expect(await ooxmlErrors(await write(khmer))).toEqual([]),
  )

  it('takes the whole font in place of the letters that a letterhead brings of it', async () => {
    const carried = unzipSync(await onLetterhead(await onLetterhead(plainLetterhead('Kop', '{{body}}'), '{{body}}'), khmer)) // prettier-ignore
    expect(embeddedIn(carried).map(({ element }) => element)).toEqual(['w:embedRegular', 'w:embedBold'])
  })

  it('adds some 100 KB, whatever the length of the text', async () => {
    const size = async (words: string) => (await copied(words)).length
    expect((await size(khmer)) - (await size(latin))).toBeLessThan(120_000)
  })
})

describe('on a computer without any Khmer font', () => {
  it('LibreOffice prints the words in the font of the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sepaham-no-khmer-'))
    try {
      const fontsThere = fontsIn(folder, await copied(khmer))
      expect(fontsThere).toContain('NotoSerifKhmer-Regular')
      expect(fontsThere).toContain('NotoSerifKhmer-Bold')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** The fonts of the PDF that a LibreOffice makes which sees no font for Khmer. */
function fontsIn(folder: string, docx: Uint8Array): string {
  const config = join(folder, 'fonts.conf')
  const latinFonts = ['liberation', 'liberation2', 'dejavu'].map(
    (it) => `<dir>/usr/share/fonts/truetype/${it}</dir>`,
  )
  mkdirSync(join(folder, 'cache'))
  writeFileSync(config, `<?xml version="1.0"?><fontconfig>${latinFonts.join('')}<cachedir>${folder}/cache</cachedir></fontconfig>`) // prettier-ignore
  writeFileSync(join(folder, 'text.docx'), docx)
  execFileSync(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'text.docx')], // prettier-ignore
    { env: { ...process.env, FONTCONFIG_FILE: config }, stdio: 'ignore' },
  )
  return execFileSync('pdffonts', [join(folder, 'text.pdf')], { encoding: 'utf8' })
}

type Parts = Readonly<Record<string, Uint8Array>>

/** The fonts in a file as Word finds them: by the table, its relationships and the type of the part; unveiled. */
function embeddedIn(parts: Parts) {
  const table = textOf(parts, 'word/fontTable.xml')
  const links = textOf(parts, 'word/_rels/fontTable.xml.rels')
  const types = textOf(parts, '[Content_Types].xml')
  return [...table.matchAll(/<w:font [^>]*w:name="([^"]+)"[^>]*>(.*?)<\/w:font>/g)].flatMap(
    ([, font, inside = '']) =>
      [...inside.matchAll(/<(w:embed\w+) r:id="(\w+)" w:fontKey="\{([-\w]+)\}"\/>/g)].map(
        ([, element, id, key = '']) => {
          const target = new RegExp(`Id="${id}"[^>]* Target="([^"]+)"`).exec(links)?.[1] ?? ''
          const part = `word/${target}`
          expect(types.includes(`Extension="odttf"`) || types.includes(`PartName="/${part}"`)).toBe(true)
          expect(types).toContain(embeddedType)
          // The key as a number of 16 bytes, read from its end (ECMA-376-4, 3.2: font obfuscation).
          const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
          const bytes = Buffer.from(parts[part] ?? new Uint8Array())
          for (let at = 0; at < 32; at++) bytes[at] = (bytes[at] ?? 0) ^ (mask[at % 16] ?? 0)
          return { element, font, bytes }
        },
      ),
  )
}

function textOf(parts: Parts, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array())
}

async function copied(words: string): Promise<Uint8Array> {
  const content = doc([paragraph(text(words, { type: 'bold' }), ' — ', words)])
  const copy = {
    title: latin,
    doc: content,
    language: 'en',
    classification: 'restricted',
    sample: true,
  } as const
  return (await textDocx(copy, khmerFont)).bytes
}

function minutesSaying(words: string): MinutesDocument {
  const blocks: MinutesDocument['blocks'] = [
    { kind: 'title', runs: [{ text: latin }] },
    { kind: 'paragraph', number: null, runs: [{ text: words, bold: true }] },
  ]
  return { ...minutesOf(nusaDua()), blocks }
}

async function onLetterhead(bytes: Uint8Array, words: string): Promise<Uint8Array> {
  const letterhead = { name: 'kop.docx', bytes }
  const file = await minutesOnLetterhead(minutesSaying(words), { draft: false }, letterhead, khmerFont)
  if (!file.ok) throw new Error(JSON.stringify(file.fault))
  return file.value.bytes
}

async function commented(words: string): Promise<Uint8Array> {
  const said = {
    author: 'IDN',
    date: '2025-05-20T02:00:00.000Z',
    text: words,
    visibility: 'counterpart',
  } as const
  const comments = [{ ...said, blockId: 'b-1', quote: null, replies: [], internalReason: '' }]
  return (await draftDocx(paperOf([['en', read(latin)]], { comments }), khmerFont)).bytes
}
