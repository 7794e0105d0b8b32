import { z } from 'zod'
import { filledLine } from '../values.ts'

/** Usual wording of minutes, in the order of its keys; the first nine have one each. */
const List = z.array(filledLine(300)).max(30).readonly()

/** By the language of the minutes. Usual wording is no secret: it stays on this computer, outside of the record. */
export const Phrases = z.strictObject({ en: List, id: List })
export type Phrases = z.infer<typeof Phrases>

export const usualPhrases: Phrases = {
  id: [
    'Kedua belah pihak sepakat untuk',
    'Kedua belah pihak mencatat',
    'Kedua belah pihak menegaskan kembali',
    'Kedua belah pihak menyambut baik',
    'Kedua belah pihak bertukar pandangan mengenai',
    'Kedua belah pihak memiliki pandangan yang berbeda mengenai',
    'menyampaikan bahwa',
    'Hal ini akan ditindaklanjuti melalui saluran diplomatik.',
    'Hal ini akan dikonsultasikan terlebih dahulu dengan instansi terkait di negara masing-masing.',
  ],
  en: [
    'The two sides agreed to',
    'The two sides noted',
    'The two sides reaffirmed',
    'The two sides welcomed',
    'The two sides exchanged views on',
    'The two sides held different views on',
    'stated that',
    'The matter will be followed up through the diplomatic channel.',
    'The matter will first be consulted with the competent authorities of each side.',
  ],
}

/** Phrases as they are typed, one a line. Lines without words are left out, and what is beyond the limits. */
export function phrasesOf(typed: string): readonly string[] {
  const lines = typed.split(/\r?\n/).map((line) => line.replace(/\s+/g, ' ').trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => line.slice(0, 300))
    .slice(0, 30)
}

/**
 * A phrase as it goes into a text behind `before`, the words left of the cursor: parted from them by a space, and with
 * a space after it unless it ends a sentence.
 */
export function phraseAfter(before: string, phrase: string): string {
  const space = before === '' || /[\s([“"]$/u.test(before) ? '' : ' '
  return `${space}${phrase}${/[.;:!?]$/u.test(phrase) ? '' : ' '}`
}
