import { cssString, escapedHtml } from '../../meeting/pageHtml.ts'
import { pt, type TextLook } from './printLook.ts'

/** Words as HTML that look as given. */
export function textHtml(text: string, look: TextLook): string {
  const style = [
    ...(look.font
      ? [
          `font-family:${escapedHtml(`${cssString(look.font)},"Noto Serif Khmer",${sans.test(look.font) ? 'sans-serif' : 'serif'}`)}`,
        ]
      : []),
    `font-size:${pt(look.raised ? look.size * 0.65 : look.size)}`,
    ...(look.bold ? ['font-weight:bold'] : []),
    ...(look.italic ? ['font-style:italic'] : []),
    ...(look.underline || look.strike
      ? [`text-decoration:${look.underline ? 'underline ' : ''}${look.strike ? 'line-through' : ''}`]
      : []),
    ...(look.caps ? ['text-transform:uppercase'] : []),
    ...(look.smallCaps ? ['font-variant:small-caps'] : []),
    ...(look.color ? [`color:${look.color}`] : []),
    ...(look.raised ? [`vertical-align:${look.raised}`] : []),
  ].join(';')
  return text === '' ? '' : `<span style="${style}">${escapedHtml(text)}</span>`
}

/** What the names of fonts without serifs have in them, for a machine that has not the very one. */
const sans = /arial|helvetica|calibri|tahoma|verdana|segoe|aptos|trebuchet|gothic|roboto|sans/i

/** How wide words are at most, about, in points: letters are counted as wide, middling or narrow. */
export function widthOf(
  text: string,
  { size, bold, caps }: Pick<TextLook, 'size' | 'bold' | 'caps'>,
): number {
  let width = 0
  for (const sign of caps ? text.toUpperCase() : text)
    width += /[iljtf.,:;'|! ]/.test(sign) ? 0.32 : /[\p{Lu}\dmw]/u.test(sign) ? 0.68 : 0.52
  return width * size * (bold ? 1.08 : 1)
}
