import { createHash } from 'node:crypto'
import type { ComparedFile } from '../../shared/compare/comparedFile.ts'
import { remarksOf } from '../../shared/compare/remarks.ts'
import { languageOfWords } from '../../shared/docx/read/languages.ts'
import { docxLimits } from '../../shared/docx/read/limits.ts'
import type { DocxComment } from '../../shared/docxReading.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { fromPlainText } from '../../shared/text/plainText.ts'
import { countWords } from '../../shared/text/words.ts'
import type { TextDoc } from '../../shared/text/writtenText.ts'
import { hashOfText } from '../store/textHash.ts'
import { createNewId } from '../store/uuid.ts'
import { readDocxJob } from './readDocx.ts'

export type PaperToRead = { readonly name: string; readonly bytes: Uint8Array }

/** What is shown of a paper, and its texts as JSON of the schema; one object where there are no tracked changes. */
export type ReadPaper = {
  readonly file: Omit<ComparedFile, 'fileId'>
  readonly texts: { readonly asItWas: unknown; readonly asProposed: unknown }
  readonly comments: readonly DocxComment[] // in the margin of a Word file
}

/** Reads a Word file, or a plain text in UTF-8 by its name, that somebody else wrote. */
export async function readPaper({ name, bytes }: PaperToRead): Promise<Result<ReadPaper, Fault>> {
  if (/\.(?:txt|text|md)$/i.test(name) && !isZip(bytes)) return readPlain(name, bytes)
  const read = await readDocxJob({ name, bytes })
  if (!read.ok) return read
  const { language, asItWas, asProposed, revisions, comments, authors, notes, frames, unread } = read.value
  const proposed = foundIn(asProposed, language)
  return ok({
    file: {
      ...{ name, format: 'docx', bytes: bytes.length, sha256: sha256(bytes), language },
      found: {
        asProposed: proposed,
        asItWas: asItWas === asProposed ? proposed : foundIn(asItWas, language),
      },
      revisions: revisions.length,
      comments: comments.length,
      remarks: remarksOf(comments),
      authors: authors.map((author) => author.name).filter(Boolean),
      beside: [...notes, ...frames]
        .filter((one) => one.asProposed.trim() !== '')
        .map((one) => ({ kind: one.kind, words: one.asProposed.slice(0, 500) })),
      unread: [...unread],
    },
    texts: { asItWas, asProposed },
    comments,
  })
}

function readPlain(name: string, bytes: Uint8Array): Result<ReadPaper, Fault> {
  if (bytes.length > docxLimits.characters * 4) return tooLong(bytes.length)
  const text = decoded(bytes)
  if (text === null || text.includes('\0')) return fail({ kind: 'NotUtf8', name })
  if (text.trim() === '') return fail({ kind: 'DocxRefused', why: 'empty', name, part: null })
  if (text.length > docxLimits.characters) return tooLong(text.length)
  const language = languageOfWords(text)
  const { doc } = fromPlainText(text, { lang: language, newId: createNewId(Date.now) })
  const json: unknown = doc.toJSON()
  const found = foundIn(json, language)
  return ok({
    file: {
      ...{ name, format: 'text', bytes: bytes.length, sha256: sha256(bytes), language },
      found: { asItWas: found, asProposed: found },
      ...{ revisions: 0, comments: 0, remarks: [], authors: [], beside: [], unread: [] },
    },
    texts: { asItWas: json, asProposed: json },
    comments: [],
  })
}

function tooLong(characters: number): Result<never, Fault> {
  return fail({ kind: 'TextTooLarge', characters, atMost: docxLimits.characters })
}

/** Null where the bytes are not UTF-8. A byte order mark is no part of the text. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b
}

function foundIn(json: unknown, language: string | null): ComparedFile['found']['asProposed'] {
  const doc: TextDoc = textSchema.nodeFromJSON(json)
  const counts = { articles: 0, numberedParagraphs: 0, paragraphs: 0, brackets: 0 }
  doc.descendants(({ type, isTextblock }) => {
    if (type.name === 'article') counts.articles++
    if (type.name === 'numberedParagraph' || type.name === 'letter') counts.numberedParagraphs++
    if (type.name === 'bracketOpen' || type.name === 'bracketBlock') counts.brackets++
    if (isTextblock && type.name !== 'articleHeading') counts.paragraphs++
  })
  return { ...counts, words: countWords(doc, language ?? 'en'), sha256: hashOfText(json) }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
