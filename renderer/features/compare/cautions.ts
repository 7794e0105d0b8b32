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

/** Notes, headers and footers, in one string that equal ones share. */
function besideOf({ beside }: ComparedFile): string {
  return beside
    .map(({ kind, words }) => `${kind} ${words}`)
    .sort()
    .join('\n')
}
