import type { Run } from './minutesDocument.ts'

/** A font that the page brings along, for a browser that has none for Khmer or no serif of the house. */
export type PageFont = {
  readonly family: string
  /** A data: URI; the page loads nothing from anywhere. */
  readonly source: string
  readonly weight?: string
  readonly style?: 'normal' | 'italic'
  /** The characters it is for, as CSS writes them. */
  readonly range?: string
}

/** The fonts of a page, with those for Khmer behind. */
export const serif = '"Noto Serif", "Times New Roman", "Noto Serif Khmer", "Khmer OS Battambang", serif'

/** Runs as HTML, every sign of their words escaped. */
export function runsHtml(runs: readonly Run[]): string {
  return runs.map(run).join('')
}

function run({ text, bold, italic, underline, language }: Run): string {
  const lines = escapedHtml(text).replaceAll('\n', '<br>')
  // Khmer needs its language for line breaks and font, also where nobody marked it.
  const marked = language
    ? `<span lang="${language}">${lines}</span>`
    : lines.replace(khmer, (part) => `<span lang="km">${part}</span>`)
  const underlined = underline ? `<u>${marked}</u>` : marked
  const slanted = italic ? `<i>${underlined}</i>` : underlined
  return bold ? `<b>${slanted}</b>` : slanted
}

const khmer = /\p{Script=Khmer}(?:[\p{Script=Khmer}\s\u200b-\u200d]*\p{Script=Khmer})?/gu

/** Words as the content of an element, or of an attribute in quotes. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A font as a rule of CSS. Throws a RangeError where it is not data. */
export function fontFace({ family, source, weight = '400', style = 'normal', range }: PageFont): string {
  if (!/^data:[\w/+.-]+;base64,[A-Za-z0-9+/=]*$/.test(source))
    throw new RangeError('A font comes as a data: URI')
  const only = range ? `unicode-range:${range.replace(/[^U+0-9A-Fa-f?, -]/g, '')};` : ''
  return `@font-face{font-family:${cssString(family)};font-weight:${weight.replace(/[^0-9 ]/g, '')};font-style:${style};${only}src:url(${source})}\n`
}

/** A CSS string that cannot end early, nor end the style element. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\p{Cc}]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
}
