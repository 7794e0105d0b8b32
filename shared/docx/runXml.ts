import { hasKhmer } from '../hasKhmer.ts'
import type { Run } from '../meeting/minutesDocument.ts'
import { locales } from '../meeting/minutesWords.ts'
import type { Language } from '../values.ts'
import { fonts } from './docxLook.ts'
import { escapedXml, xmlText } from './xmlText.ts'

/** What is tracked of runs. */
export type RunTracking = {
  /** They are deleted: their text is another element (ECMA-376-1, 17.3.3.7). */
  readonly deleted?: boolean
  /** How they looked before a change; the revision around it is `changed`. */
  readonly lookBefore?: Omit<Run, 'text'>
  readonly changed?: (properties: string) => string
}

/**
 * Writes runs as the runs of a DOCX, each with its language: `language` where a run names none. A line feed becomes a
 * line break, a tab stays one. `removed()` counts the characters left out so far, those that XML cannot hold.
 */
export function createRunWriter(language: Language) {
  let removed = 0

  return { written, removed: () => removed }

  function written(runs: readonly Run[], { deleted, lookBefore, changed }: RunTracking = {}): string {
    let xml = ''
    for (const run of runs) {
      const clean = xmlText(run.text)
      removed += clean.removed
      for (const { text, khmer } of byScript(clean.text)) {
        const before =
          lookBefore && changed ? changed(`<w:rPr>${look({ ...lookBefore, text }, khmer)}</w:rPr>`) : ''
        xml += `<w:r><w:rPr>${look(run, khmer)}${before}</w:rPr>${content(text, deleted ? 'delText' : 't')}</w:r>`
      }
    }
    return xml
  }

  /** The properties of a run, in the order of the schema (wml.xsd, EG_RPrBase). */
  function look({ bold, italic, underline, language: own }: Run, khmer: boolean): string {
    const spoken = own ?? language
    const locale = khmer ? locales.km : locales[spoken === 'km' ? 'en' : spoken]
    return (
      (khmer ? khmerFonts : '') +
      (bold ? '<w:b/><w:bCs/>' : '') +
      (italic ? '<w:i/><w:iCs/>' : '') +
      (underline ? '<w:u w:val="single"/>' : '') +
      `<w:lang w:val="${locale}" w:bidi="${locales.km}"/>`
    )
  }
}

const khmerFonts = `<w:rFonts w:ascii="${fonts.khmer}" w:hAnsi="${fonts.khmer}" w:cs="${fonts.khmer}"/>`

function content(text: string, element: 't' | 'delText'): string {
  return text
    .split(/([\n\t])/)
    .map((part) => {
      if (part === '\n') return '<w:br/>'
      if (part === '\t') return '<w:tab/>'
      return part && `<w:${element} xml:space="preserve">${escapedXml(part)}</w:${element}>`
    })
    .join('')
}

/** Words cut where the script changes: Khmer needs its own font and language in every slot of a run. */
export function byScript(text: string): readonly { readonly text: string; readonly khmer: boolean }[] {
  if (!hasKhmer(text)) return text === '' ? [] : [{ text, khmer: false }]
  // Spaces and joiners between Khmer words belong to them.
  return [
    ...text.matchAll(
      /\p{Script=Khmer}(?:[\p{Script=Khmer}\s\u200b-\u200d]*\p{Script=Khmer})?[\u200b-\u200d]*|\P{Script=Khmer}+/gu,
    ),
  ].map(([part]) => ({ text: part, khmer: /^\p{Script=Khmer}/u.test(part) }))
}
