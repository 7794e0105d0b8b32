import type { ComparedFile } from '../../../shared/compare/comparedFile.ts'
import type { MessageKey } from '../../i18n/words.ts'
import type { Slot } from './compareState.ts'

/**
 * What nobody would guess from the changes of two files: something beside the text differs and is not compared, or
 * words are in the text that a reader of the file sees struck through, or does not see.
 */
export function cautionsOf(base: Slot, target: Slot): readonly MessageKey[] {
  const files = [base, target].flatMap((slot) => (slot.state === 'ready' ? [slot.file] : []))
  const [one, other] = files
  if (!one || one.sha256 === other?.sha256) return []
  const isOdd = (what: string) =>
    files.some(({ unread }) =>
      unread.some((entry) => entry.what === what && entry.part.endsWith('document.xml')),
    )
  return [
    ...(other && besideOf(one) !== besideOf(other) ? (['compare.besideDiffers'] as const) : []),
    ...(isOdd('strikethrough') ? (['compare.struckWords'] as const) : []),
    ...(isOdd('hiddenText') ? (['compare.hiddenWords'] as const) : []),
  ]
}

/**
 * Notes, headers and footers, in one string that equal ones share. Where pages are counted, figures of headers and
 * footers are how far Word had got in counting, and say nothing.
 */
function besideOf({ beside, unread }: ComparedFile): string {
  const countsPages = unread.some(
    ({ what, part, samples }) =>
      what === 'field' &&
      /(?:header|footer)\d*\.xml$/.test(part) &&
      samples.some((code) => /PAGES?\b/.test(code)),
  )
  const isFrame = (kind: string) => kind === 'header' || kind === 'footer'
  return beside
    .map(({ kind, words }) => `${kind} ${countsPages && isFrame(kind) ? words.replace(/\d+/g, '#') : words}`)
    .sort()
    .join('\n')
}
