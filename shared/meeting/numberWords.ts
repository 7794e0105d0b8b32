import type { ComposedLanguage } from '../values.ts'

/** A count in words, "twenty-one", "dua puluh satu"; whole numbers from 0 to 999, others in digits. */
export function cardinal(count: number, language: ComposedLanguage): string {
  if (!Number.isInteger(count) || count < 0 || count > 999) return String(count)
  return language === 'en' ? englishCardinal(count) : indonesianCardinal(count)
}

/** A place in a series in words, "twenty-first", "kedua puluh satu"; whole numbers from 1 to 999. */
export function ordinal(place: number, language: ComposedLanguage): string {
  if (!Number.isInteger(place) || place < 1 || place > 999) return String(place)
  if (language === 'en') return englishOrdinal(place)
  return place === 1 ? 'pertama' : `ke${indonesianCardinal(place)}`
}

const englishUnits =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .concat(' sixteen seventeen eighteen nineteen')
    .split(' ')
const englishTens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const irregularOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

function englishCardinal(count: number): string {
  if (count < 20) return englishUnits[count] ?? ''
  const units = count % 10
  if (count < 100) return `${englishTens[Math.floor(count / 10)]}${units ? `-${englishUnits[units]}` : ''}`
  const rest = count % 100
  return `${englishUnits[Math.floor(count / 100)]} hundred${rest ? ` and ${englishCardinal(rest)}` : ''}`
}

function englishOrdinal(place: number): string {
  return englishCardinal(place).replace(
    /[a-z]+$/,
    (last) => irregularOrdinals[last] ?? `${last.replace(/y$/, 'ie')}th`,
  )
}

const indonesianUnits = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')

function indonesianCardinal(count: number): string {
  if (count < 12) return indonesianUnits[count] ?? ''
  if (count < 20) return `${indonesianUnits[count - 10]} belas`
  const [size, word, one] = count < 100 ? [10, 'puluh', 'sepuluh'] : [100, 'ratus', 'seratus']
  const many = Math.floor(count / size)
  const rest = count % size
  return `${many === 1 ? one : `${indonesianUnits[many]} ${word}`}${rest ? ` ${indonesianCardinal(rest)}` : ''}`
}
