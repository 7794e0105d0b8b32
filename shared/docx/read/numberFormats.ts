const ROMAN = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

const ORDINALS = [
  ...[
    'Zeroth',
    'First',
    'Second',
    'Third',
    'Fourth',
    'Fifth',
    'Sixth',
    'Seventh',
    'Eighth',
    'Ninth',
    'Tenth',
  ],
  ...[
    'Eleventh',
    'Twelfth',
    'Thirteenth',
    'Fourteenth',
    'Fifteenth',
    'Sixteenth',
    'Seventeenth',
    'Eighteenth',
  ],
  ...['Nineteenth', 'Twentieth'],
]
const CARDINALS = [
  ...[
    'Zero',
    'One',
    'Two',
    'Three',
    'Four',
    'Five',
    'Six',
    'Seven',
    'Eight',
    'Nine',
    'Ten',
    'Eleven',
    'Twelve',
  ],
  ...['Thirteen', 'Fourteen', 'Fifteen', 'Sixteen', 'Seventeen', 'Eighteen', 'Nineteen', 'Twenty'],
]

/**
 * A number of a list as its format writes it. `known` is false where the format is not one that this program
 * writes: the number is then in digits. Source: ECMA-376-1, 17.18.59 (ST_NumberFormat).
 */
export function formatNumber(
  number: number,
  format: string,
  custom?: string,
): { readonly written: string; readonly known: boolean } {
  const written = write(number, format, custom)
  return written === null ? { written: String(number), known: false } : { written, known: true }
}

function write(number: number, format: string, custom: string | undefined): string | null {
  switch (format) {
    case 'decimal':
      return String(number)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'lowerLetter':
      return letters(number)
    case 'upperLetter':
      return letters(number)?.toUpperCase() ?? null
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number)?.toUpperCase() ?? null
    case 'ordinal':
      return `${number}${ordinalEnding(number)}`
    case 'ordinalText':
      return ORDINALS[number] ?? null
    case 'cardinalText':
      return CARDINALS[number] ?? null
    case 'numberInDash':
      return `- ${number} -`
    case 'hex':
      return number.toString(16).toUpperCase()
    case 'none':
      return ''
    case 'thaiNumbers':
      return digits(number, 0x0e50)
    case 'hindiNumbers':
      return digits(number, 0x0966)
    case 'decimalFullWidth':
      return digits(number, 0xff10)
    case 'custom': // '001, 002, 003, ...'
      return /^0*1,/.test(custom ?? '') ? String(number).padStart((custom ?? '').indexOf(','), '0') : null
    default:
      return null
  }
}

/** a … z, then aa, bb … zz, aaa, as Word goes on. */
function letters(number: number): string | null {
  if (number < 1 || number > 26 * 8) return null
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

function roman(number: number): string | null {
  if (number < 1 || number > 3999) return null
  let rest = number
  let written = ''
  for (const [sign, value] of ROMAN) {
    while (rest >= value) {
      written += sign
      rest -= value
    }
  }
  return written
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

function digits(number: number, zero: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
}
