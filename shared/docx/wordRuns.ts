import { type IRunOptions, type Tab, TextRun } from 'docx'
import { locales } from '../meeting/minutesWords.ts'
import { fonts } from './docxLook.ts'
import { byScript } from './runXml.ts'

/**
 * Words as runs of the docx package that look as given, Khmer among them in its own font and language; at least one
 * run. `tab` goes ahead of them.
 */
export function wordRuns(
  words: string,
  look: Omit<IRunOptions, 'text' | 'children'> = {},
  tab?: Tab,
): TextRun[] {
  const [first = { text: '', khmer: false }, ...more] = byScript(words)
  return [first, ...more].map(
    ({ text, khmer }, index) =>
      new TextRun({
        ...look,
        ...(tab && index === 0 ? { children: [tab, text] } : { text }),
        ...(khmer && {
          font: { ascii: fonts.khmer, hAnsi: fonts.khmer, cs: fonts.khmer },
          language: { value: locales.km, bidirectional: locales.km },
        }),
      }),
  )
}
