import { clauseLabel } from '../../mou/clauseLabel.ts'
import { endsClauses } from '../../text/roles.ts'
import type { AutomaticNumber } from './numbering.ts'
import { BREAK } from './viewPage.ts'

/** Whether plain text reads this number, and no other, at the start of the line. */
export function isRead(label: string, apart: string, words: string): boolean {
  const read = clauseLabel(words === '' ? label : label + apart + words.slice(0, 40).replaceAll('\n', BREAK))
  if (!read || read.type === 'article' || read.length < label.length) return false
  return `${read.before}${read.number}${read.after}`.trimEnd() === label.trimEnd()
}

/** Where a typed label of an article, or the name of an annex, ends at a line break ahead of its heading. */
export function labelEnd(words: string): number | null {
  const end = words.indexOf('\n')
  if (end <= 0 || end > 60 || end === words.length - 1) return null
  const label = words.slice(0, end)
  return isArticleLabel(label) || endsClauses(label) ? end : null
}

/** Whether a line is the label of an article and nothing else: 'Article 7 bis'. */
function isArticleLabel(line: string): boolean {
  const read = clauseLabel(line)
  return read?.type === 'article' && read.length === line.length
}

/**
 * Where the label of an article ends at a single space ahead of its heading: 'Article 1 Purpose'. In prose those words
 * begin a sentence as well, so only who knows that the line is a heading may ask.
 */
export function headingStart(words: string): number | null {
  if (words.length > 160 || /[.;:,\n]\s*$/u.test(words)) return null
  if (isArticleLabel(words)) return null
  let found: number | null = null
  for (const { index } of words.slice(0, 40).matchAll(/(?<=\S)[ \t\u00a0](?=\S)/gu)) {
    if (isArticleLabel(words.slice(0, index))) found = index
  }
  return found
}

/** Whether the number of a label is a letter or two. */
export function isLettered(label: string): boolean {
  return /^[^\p{L}\p{N}]*\p{L}{1,2}[^\p{L}\p{N}]*$/u.test(label)
}

/** A label as the schema holds it: what is ahead of the number, the number, what is behind it. */
export function labelParts({
  label,
  apart,
}: AutomaticNumber): { readonly before: string; readonly number: string; readonly after: string } | null {
  const parts = /^([^\p{L}\p{N}]{0,8})(.{0,24}?)([^\p{L}\p{N}]{0,20})$/u.exec(label)
  if (!parts) return null
  const [, before = '', number = '', after = ''] = parts
  return { before, number, after: after + apart }
}
