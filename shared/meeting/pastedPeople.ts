import { fold } from '../fold.ts'
import { hasKhmer } from '../hasKhmer.ts'
import type { ComposedLanguage, Language, Side, Wording } from '../values.ts'
import { countryNamed } from './countryNamed.ts'
import { splitAddress } from './nameLikeness.ts'
import { mostPasted, type PastedPerson } from './pastedPerson.ts'
import { pastedTable } from './pastedTable.ts'
import { Person } from './people.ts'

/** What a column of a pasted list holds; 'none': nothing that is taken over. */
export const pastedColumns = [
  'none',
  'honorific',
  'name',
  'khmerName',
  'title.en',
  'title.id',
  'title.km',
  'agency',
  'side',
] as const
export type PastedColumn = (typeof pastedColumns)[number]

/** What is wrong with one row; such a row is not taken over. */
export type RowProblem =
  | { readonly kind: 'noName' }
  | { readonly kind: 'unknownCountry'; readonly said: string }
  | { readonly kind: 'controlCharacter'; readonly column: PastedColumn }
  | { readonly kind: 'tooLong'; readonly column: PastedColumn; readonly atMost: number }

export type PastedRow = {
  /** The row of the list, from 1, a row of headings counted. */
  readonly line: number
  readonly person: Omit<PastedPerson, 'personId' | 'side'>
  /** Null: the list does not say it of this row, or not in words that are known. */
  readonly side: Side | null
  readonly problem: RowProblem | null
}

/** What stands in the way of a list as a whole. */
export type ListProblem = 'empty' | 'tooManyRows' | 'noNameColumn'

export type PastedList = {
  readonly columns: readonly PastedColumn[]
  /** What stands at the head of each column: its heading, or where there is none its first cell. */
  readonly heads: readonly string[]
  readonly hasHeadings: boolean
  /** Empty where there is a problem with the list. */
  readonly rows: readonly PastedRow[]
  readonly problem: ListProblem | null
}

/**
 * Reads a list of people out of a pasted table.
 *
 * Columns are recognised by their headings in Indonesian, English or Khmer, and one of countries by what stands in it
 * whatever it is called; without headings by what stands in them, else by their order: name, title in `language`, agency. `set` says of single columns, from 0, what they hold. A form of
 * address before a name is parted from it where no column has it. `sides` says of single rows, by line, on which side
 * they are, whatever the list says.
 */
export function pastedPeople(
  text: string,
  language: ComposedLanguage,
  set: ReadonlyMap<number, PastedColumn> = new Map(),
  sides: ReadonlyMap<number, Side> = new Map(),
): PastedList {
  if (text.length > mostUnits) {
    return { columns: [], heads: [], hasHeadings: false, rows: [], problem: 'tooManyRows' }
  }
  const table = pastedTable(text)
  const [first = []] = table
  const headed = headings(first)
  const body = headed ? table.slice(1) : table
  const width = Math.max(0, ...table.slice(0, mostPasted).map((row) => row.length))
  const guessed = headed ? withSides(headed, body) : byContent(body, width, language)
  const columns = Array.from({ length: width }, (_, at) => set.get(at) ?? guessed[at] ?? 'none')
  const problem: ListProblem | null =
    body.length === 0
      ? 'empty'
      : body.length > mostPasted
        ? 'tooManyRows'
        : columns.includes('name')
          ? null
          : 'noNameColumn'
  return {
    columns,
    heads: Array.from({ length: width }, (_, at) => oneLine(first[at] ?? '')),
    hasHeadings: headed !== null,
    rows: problem ? [] : body.map((cells, at) => rowOf(cells, columns, at + (headed ? 2 : 1), sides)),
    problem,
  }
}

/** UTF-16 units of a whole list: no list of two thousand people is longer. */
const mostUnits = 4_000_000

const mostOf: Readonly<Record<Exclude<PastedColumn, 'none'>, number>> = {
  honorific: 60,
  name: 160,
  khmerName: 160,
  'title.en': 2_000,
  'title.id': 2_000,
  'title.km': 2_000,
  agency: 2_000,
  side: 200,
}

function rowOf(
  cells: readonly string[],
  columns: readonly PastedColumn[],
  line: number,
  sides: ReadonlyMap<number, Side>,
): PastedRow {
  const of = (column: PastedColumn) =>
    cells
      .filter((_, at) => columns[at] === column)
      .map(oneLine)
      .filter(Boolean)
      .join(' ')
  const split = columns.includes('honorific')
    ? { honorific: of('honorific'), name: of('name') }
    : splitAddress(of('name'))
  const title: Wording = Object.fromEntries(
    (['en', 'id', 'km'] as const satisfies readonly Language[]).flatMap((language) => {
      const words = of(`title.${language}`)
      return words === '' ? [] : [[language, words]]
    }),
  )
  const person = { ...split, khmerName: of('khmerName'), title, agency: of('agency') }
  const said = of('side')
  const side = sides.get(line) ?? countryNamed(said)
  const problem =
    problemOf(person, of) ??
    (side === null && said !== '' ? { kind: 'unknownCountry' as const, said: said.slice(0, 80) } : null)
  return { line, person, side, problem }
}

function problemOf(
  { honorific, name }: PastedRow['person'],
  of: (column: PastedColumn) => string,
): RowProblem | null {
  if (name === '') return { kind: 'noName' }
  for (const column of pastedColumns) {
    if (column === 'none') continue
    const words = column === 'name' ? name : column === 'honorific' ? honorific : of(column)
    const atMost = mostOf[column]
    if (words.length > atMost) return { kind: 'tooLong', column, atMost }
    if (!Person.shape.title.safeParse({ en: words }).success) return { kind: 'controlCharacter', column }
  }
  return null
}

/** What the columns hold by their headings; null where the row is none of headings. */
function headings(row: readonly string[]): readonly PastedColumn[] | null {
  const columns = row.map((cell): PastedColumn | null => {
    const heading = fold(cell).replace(/[.:*]/g, '').trim()
    return known.find(([, words]) => words.test(heading))?.[0] ?? null
  })
  if (columns.every((column) => column === null)) return null
  // Of two columns that seem to hold the same, the first does: a list has one name of each person.
  return columns.map((column, at) => (column === null || columns.indexOf(column) < at ? 'none' : column))
}

/** The more special first. Headings are folded and without points. */
const known: readonly (readonly [PastedColumn, RegExp])[] = [
  ['none', /^(no|nr|nomor|number|#|urut|no urut|ល រ|លរ)$/],
  ['khmerName', /^(name|nama)\b.*\b(khmer|aksara)|^khmer( name)?$|^(ឈ្មោះ|គោត្តនាម|នាម)/],
  ['honorific', /^(honorific|form of address|salutation|sapaan|panggilan|gelar|mr\/ms)$/],
  ['title.km', /^(មុខតំណែង|តួនាទី|មុខងារ)/],
  [
    'title.en',
    /^(title|position|office|office held|post|designation|job title|jabatan \(?(inggris|english|en)\)?|title \(?english\)?)$/,
  ],
  ['title.id', /^(jabatan|jabatan \(?(indonesia|id)\)?|title \(?indonesian\)?|kedudukan)$/],
  [
    'agency',
    /^(agency|institution|organi[sz]ation|ministry|instansi( asal)?|kementerian|lembaga|unit kerja|kantor|asal|ស្ថាប័ន|អង្គភាព|ក្រសួង)$/,
  ],
  [
    'side',
    /^(side|party|country|nation|nationality|delegation|pihak|negara( asal)?|delegasi|sisi|kewarganegaraan|kebangsaan|ប្រទេស|ភាគី)$/,
  ],
  [
    'name',
    /^(name|full name|name of delegate|delegate|delegates|participant|participants|nama|nama lengkap|nama peserta|nama delegasi|nama delegat|peserta)$/,
  ],
]

/** A column whose heading says nothing that is known, and every cell of which names a country, is that of the sides. */
function withSides(
  columns: readonly PastedColumn[],
  body: readonly (readonly string[])[],
): readonly PastedColumn[] {
  const at = columns.includes('side')
    ? -1
    : columns.findIndex((column, at) => column === 'none' && areCountries(cellsOf(body, at)))
  return columns.map((column, place) => (place === at ? 'side' : column))
}

function cellsOf(body: readonly (readonly string[])[], at: number): readonly string[] {
  return body
    .slice(0, 50)
    .map((row) => oneLine(row[at] ?? ''))
    .filter(Boolean)
}

function areCountries(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => countryNamed(cell) !== null)
}

/** What columns without headings seem to hold. */
function byContent(
  body: readonly (readonly string[])[],
  width: number,
  language: ComposedLanguage,
): readonly PastedColumn[] {
  const left: PastedColumn[] = ['name', `title.${language}`, 'agency']
  const khmer: PastedColumn[] = ['khmerName', 'title.km']
  return Array.from({ length: width }, (_, at): PastedColumn => {
    const cells = cellsOf(body, at)
    const are = (test: (cell: string) => boolean) => cells.length > 0 && cells.every(test)
    if (cells.length === 0 || are((cell) => /^[\d.)]+$/.test(cell))) return 'none'
    if (width > 1 && areCountries(cells)) return 'side'
    if (are((cell) => splitAddress(`${cell} X`).name === 'X')) return 'honorific'
    if (width > 1 && are(hasKhmer)) return khmer.shift() ?? 'none'
    return left.shift() ?? 'none'
  })
}

/** A cell as one line: line ends, tabs and runs of spaces are one space. */
function oneLine(cell: string): string {
  return cell.replace(/[\s\u00a0]+/g, ' ').trim()
}
