import type { ComposedLanguage } from '../../../shared/values.ts'
import type { SampleDecision, SampleFigure } from './outcomes.ts'

/* What persons wrote at the meetings of the sample. */

/** A paragraph of words, with figures in it by name; or a decision by name. */
export type SampleBlock =
  readonly (string | { readonly figure: SampleFigure })[] | { readonly decision: SampleDecision }
export type SampleTexts = Readonly<Partial<Record<ComposedLanguage, readonly SampleBlock[]>>>

/** What a person wrote for the items of the second meeting, by the English title of the item. */
export const secondTexts: Readonly<Record<string, SampleTexts>> = {
  'Draft Memorandum of Understanding': {
    en: [
      [
        'The Meeting discussed the text article by article on the basis of the counter-draft of 28 April 2025. The working text is in Annex 3.',
      ],
      { decision: 'articles' },
      [
        'The Indonesian delegation stated that the Attaché paragraph was essential to its mandate. The Cambodian delegation took note and will consult its capital.',
      ],
      { decision: 'replyTime' },
    ],
    id: [
      [
        'Pertemuan membahas naskah pasal demi pasal berdasarkan rancangan balasan tanggal 28 April 2025. Naskah kerja tercantum dalam Lampiran 3.',
      ],
      { decision: 'articles' },
      [
        'Delegasi Indonesia menyatakan bahwa ayat tentang Atase bersifat esensial bagi mandatnya. Delegasi Kamboja mencatat hal tersebut dan akan berkonsultasi dengan pemerintahnya.',
      ],
      { decision: 'replyTime' },
    ],
  },
  'Repatriation of April 2025': {
    en: [['The Meeting expressed appreciation for the repatriation of a group of nationals in April 2025.']],
    id: [
      ['Pertemuan menyampaikan penghargaan atas pemulangan sekelompok warga negara pada bulan April 2025.'],
    ],
  },
  Closing: {
    en: [
      [
        'The Meeting was held in a cordial atmosphere. These Agreed Minutes were signed in two originals in the English language.',
      ],
    ],
    id: [
      [
        'Pertemuan berlangsung dalam suasana yang hangat. Risalah yang Disepakati ini ditandatangani dalam dua naskah asli dalam bahasa Inggris.',
      ],
    ],
  },
}

export const firstTexts: Readonly<Record<string, SampleTexts>> = {
  Discussion: {
    en: [
      [
        'The two delegations exchanged information on the movement of nationals of both countries and on the services of their immigration authorities.',
      ],
      [
        'The Meeting agreed to work towards a memorandum of understanding on immigration matters; Indonesia will present a first draft.',
      ],
    ],
  },
  Closing: {
    en: [
      [
        'The Meeting was held in a cordial atmosphere. These Agreed Minutes were signed in two originals in the English language.',
      ],
    ],
  },
}

/** The draft for the discussion at the third meeting. */
export const thirdTexts: Readonly<Record<string, SampleTexts>> = {
  'Protection of nationals': {
    en: [
      [
        'The Indonesian delegation reported that from January to April 2025 the departures of ',
        { figure: 'departures' },
        ' were put off at airports and seaports, and that ',
        { figure: 'passports' },
        ' for passports were put off for signs of violations.',
      ],
      ['At the end of April 2025, ', { figure: 'repatriated' }, ' were brought home from Cambodia.'],
    ],
    id: [
      [
        'Delegasi Indonesia melaporkan bahwa pada Januari sampai April 2025 keberangkatan ',
        { figure: 'departures' },
        ' ditunda di bandar udara dan pelabuhan, dan ',
        { figure: 'passports' },
        ' paspor ditunda karena indikasi pelanggaran.',
      ],
      ['Pada akhir April 2025, ', { figure: 'repatriated' }, ' dipulangkan dari Kamboja.'],
    ],
  },
}

export const secondNotes: readonly {
  readonly item: string
  readonly visibility: 'internal' | 'shared'
  readonly words: string
}[] = [
  {
    item: 'Draft Memorandum of Understanding',
    visibility: 'internal',
    words:
      'Pasal 3 ayat (2): posisi cadangan 30 hari, hanya bila ayat tentang Atase diterima. Jangan disampaikan sebelum ada jawaban atas Pasal 3 ayat (3).',
  },
  {
    item: 'Draft Memorandum of Understanding',
    visibility: 'shared',
    words: 'The working text was handed out on paper to both delegations.',
  },
  {
    item: 'Repatriation of April 2025',
    visibility: 'internal',
    words: 'Angka tidak dikutip dalam risalah; lihat daftar angka untuk pertemuan berikutnya.',
  },
]
