import type { FileView } from '../../compare/comparedFile.ts'
import type { Layer } from '../../compare/comparison.ts'
import type { ParagraphRole } from '../../text/extensions.ts'
import { roleNames } from '../../text/roleNames.ts'
import type { ComposedLanguage } from '../../values.ts'

export type RedlineWords = {
  readonly title: string
  readonly compared: string
  readonly base: (name: string) => string
  readonly target: (name: string) => string
  readonly views: Readonly<Record<FileView, string>>
  readonly byParagraph: string
  readonly legend: string
  readonly marks: (author: string) => string
  readonly counts: string
  readonly count: (layer: Layer, items: number, places: number) => string
  readonly noDifference: string
  readonly substance: string
  /** Number, place, wording of the base, wording of the target. */
  readonly columns: readonly [string, string, string, string]
  readonly movedHere: string
  /** Where something stands that stands in no clause. */
  readonly roles: Readonly<Record<ParagraphRole, string>>
  readonly inTable: (row: number) => string
}

/** What a redline says of itself ahead of its text. */
export function redlineWords(language: ComposedLanguage): RedlineWords {
  return language === 'id' ? indonesian : english
}

const english: RedlineWords = {
  title: 'COMPARISON OF TWO TEXTS',
  compared: 'What was compared',
  base: (name) => `Base: ${name}`,
  target: (name) => `Compared: ${name}`,
  views: { asItWas: 'before its tracked changes', asProposed: 'with its tracked changes' },
  byParagraph:
    'No numbered clauses were recognised in one of the texts; they were compared paragraph by paragraph.',
  legend: 'How to read it',
  marks: (author) =>
    `All changes are tracked changes under the name ${author}: wording that was put in, taken out or moved, and changed formatting. ` +
    'Accepting all of them gives the compared text, rejecting all the base. ' +
    'What moved is marked whole at its old place; at its new place, wording put into it is marked as put in. Numbers of clauses are typed, not automatic.',
  counts: 'What changed',
  count: (layer, items, places) =>
    `${englishLayers[layer]}: ${items}${places === items ? '' : ` (${places} places)`}`,
  noDifference: 'There is no difference.',
  substance: 'Substance and moves',
  columns: ['No.', 'Clause', 'Base', 'Compared'],
  movedHere: '(moved)',
  roles: roleNames.en,
  inTable: (row) => `Table, row ${row}`,
}

const englishLayers: Readonly<Record<Layer, string>> = {
  substance: 'Substance',
  moved: 'Moved',
  renumbering: 'Renumbering',
  systematic: 'Throughout the text',
  alternat: 'Order of the sides',
  typographic: 'Typographic',
  formatting: 'Formatting',
  brackets: 'Brackets',
  cover: 'Cover',
}

const indonesian: RedlineWords = {
  title: 'PERBANDINGAN DUA NASKAH',
  compared: 'Yang dibandingkan',
  base: (name) => `Dasar: ${name}`,
  target: (name) => `Pembanding: ${name}`,
  views: { asItWas: 'sebelum perubahan terlacaknya', asProposed: 'dengan perubahan terlacaknya' },
  byParagraph: 'Salah satu naskah tidak memuat pasal yang dikenali; keduanya dibandingkan per alinea.',
  legend: 'Cara membaca',
  marks: (author) =>
    `Semua perubahan adalah perubahan terlacak atas nama ${author}: kata yang disisipkan, dihapus atau dipindahkan, dan format yang berubah. ` +
    'Bila semua diterima, hasilnya naskah pembanding; bila semua ditolak, naskah dasar. ' +
    'Yang dipindahkan ditandai seluruhnya di tempat lama; di tempat baru, kata yang disisipkan ke dalamnya ditandai sebagai sisipan. Nomor pasal dan ayat diketik, bukan otomatis.',
  counts: 'Yang berubah',
  count: (layer, items, places) =>
    `${indonesianLayers[layer]}: ${items}${places === items ? '' : ` (${places} tempat)`}`,
  noDifference: 'Tidak ada perbedaan.',
  substance: 'Substansi dan pindahan',
  columns: ['No.', 'Pasal', 'Dasar', 'Pembanding'],
  movedHere: '(dipindahkan)',
  roles: roleNames.id,
  inTable: (row) => `Tabel, baris ${row}`,
}

const indonesianLayers: Readonly<Record<Layer, string>> = {
  substance: 'Substansi',
  moved: 'Pindahan',
  renumbering: 'Penomoran',
  systematic: 'Di seluruh naskah',
  alternat: 'Urutan pihak',
  typographic: 'Tipografi',
  formatting: 'Format',
  brackets: 'Kurung siku',
  cover: 'Sampul',
}
