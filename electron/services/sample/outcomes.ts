import type { Input } from '../../../shared/api/contract.ts'
import type { CalendarDate, SideOrBoth, Wording } from '../../../shared/values.ts'
import type { SampleAgency, SamplePerson } from './people.ts'

/* What the meetings of the sample agreed and promised, and the figures that they cite: those were published on 20 and 21 May 2025. */

type ActionContents = {
  readonly side: SideOrBoth
  readonly what: Wording
  readonly dueOn: CalendarDate
  readonly doneOn?: CalendarDate
  readonly agency?: SampleAgency
  readonly person?: SamplePerson
  readonly channel?: string
  readonly evidence?: string
}

export const firstActions: readonly ActionContents[] = [
  {
    side: 'IDN',
    what: {
      en: 'Name a focal point for immigration matters',
      id: 'Menunjuk narahubung untuk urusan keimigrasian',
    },
    dueOn: '2024-04-30',
    doneOn: '2024-04-22',
    agency: 'cooperation',
    channel: 'Note verbale',
    evidence: 'Note verbale of 22 April 2024',
  },
  {
    side: 'KHM',
    what: {
      en: 'Name a focal point for immigration matters',
      id: 'Menunjuk narahubung untuk urusan keimigrasian',
    },
    dueOn: '2024-04-30',
    doneOn: '2024-04-29',
    agency: 'generalDepartment',
    channel: 'Note verbale',
    evidence: 'Note verbale of 29 April 2024',
  },
  {
    side: 'both',
    what: {
      en: 'Exchange lists of contact points at airports and land borders',
      id: 'Bertukar daftar narahubung di bandar udara dan perbatasan darat',
    },
    dueOn: '2024-06-30',
    doneOn: '2024-06-21',
    evidence: 'Lists received from both sides by 21 June 2024',
  },
  {
    side: 'both',
    what: {
      en: 'Exchange of specimen travel documents',
      id: 'Pertukaran contoh dokumen perjalanan',
    },
    dueOn: '2025-03-31',
  },
  {
    side: 'IDN',
    what: {
      en: 'Propose a format for migration statistics',
      id: 'Mengusulkan format statistik migrasi',
    },
    dueOn: '2024-09-30',
    agency: 'immigration',
  },
  {
    side: 'KHM',
    what: {
      en: 'Comment on the format for migration statistics',
      id: 'Menanggapi format statistik migrasi',
    },
    dueOn: '2024-12-31',
    agency: 'generalDepartment',
  },
  {
    side: 'IDN',
    what: {
      en: 'Propose a training course on document fraud',
      id: 'Mengusulkan pelatihan tentang pemalsuan dokumen',
    },
    dueOn: '2024-12-31',
    agency: 'immigration',
  },
  {
    side: 'both',
    what: {
      en: 'Consult on the posting of an Immigration Attaché',
      id: 'Berkonsultasi tentang penempatan Atase Imigrasi',
    },
    dueOn: '2025-03-31',
  },
]

/** The second meeting gave this one of the first, by its serial, a new date. */
export const movedAction = { serial: 4, dueOn: '2025-08-31' } as const

export const secondActions: readonly ActionContents[] = [
  {
    side: 'KHM',
    what: {
      en: 'Reply on Article 3 (3) through diplomatic channel',
      id: 'Menjawab Pasal 3 ayat (3) melalui saluran diplomatik',
    },
    dueOn: '2025-06-30',
    agency: 'generalDepartment',
    person: 'sophea',
    channel: 'Diplomatic channel',
  },
  {
    side: 'IDN',
    what: {
      en: 'Circulate the Indonesian-language text of the working text',
      id: 'Mengedarkan teks berbahasa Indonesia dari naskah kerja',
    },
    dueOn: '2025-06-13',
    agency: 'cooperation',
    person: 'lestari',
  },
  {
    side: 'both',
    what: { en: 'Name focal points', id: 'Menunjuk narahubung' },
    dueOn: '2025-06-06',
  },
]

export type SampleDecision = 'articles' | 'replyTime'

export const secondDecisions: Readonly<
  Record<
    SampleDecision,
    { readonly outcome: 'agreedAdReferendum' | 'viewsDiffer'; readonly wording: Wording }
  >
> = {
  articles: {
    outcome: 'agreedAdReferendum',
    wording: {
      en: 'The Meeting agreed ad referendum on Articles 1, 2 (a), 4, 6, 8 and 9.',
      id: 'Pertemuan menyepakati secara ad referendum Pasal 1, 2 huruf a, 4, 6, 8, dan 9.',
    },
  },
  replyTime: {
    outcome: 'viewsDiffer',
    wording: {
      en: 'On the reply time in Article 3 (2), the two delegations held different views. The co-chairs proposed twenty-one (21) days.',
      id: 'Mengenai batas waktu jawaban dalam Pasal 3 ayat (2), kedua delegasi berbeda pandangan. Kedua ketua delegasi mengusulkan dua puluh satu (21) hari.',
    },
  },
}

export type SampleFigure = 'departures' | 'passports' | 'repatriated'

const published = { source: 'voiceindonesia.co, 20 May 2025', asOf: '2025-05-20' } as const

export const sampleFigures: Readonly<Record<SampleFigure, Omit<Input<'figure.put'>['figure'], 'id'>>> = {
  departures: {
    ...published,
    value: 5_000,
    unit: { en: 'persons', id: 'orang' },
    what: {
      en: 'Departures of prospective non-procedural migrant workers put off',
      id: 'Keberangkatan calon pekerja migran nonprosedural yang ditunda',
    },
    period: { en: 'January to April 2025', id: 'Januari sampai April 2025' },
    place: 'Indonesia, airports and seaports',
  },
  passports: {
    ...published,
    value: 303,
    unit: { en: 'applications', id: 'permohonan' },
    what: {
      en: 'Passport applications put off for signs of violations',
      id: 'Permohonan paspor yang ditunda karena indikasi pelanggaran',
    },
    period: { en: 'January to April 2025', id: 'Januari sampai April 2025' },
    place: 'Indonesia',
  },
  repatriated: {
    ...published,
    value: 500,
    unit: { en: 'persons', id: 'orang' },
    what: {
      en: 'Migrant workers held by online-gambling networks brought home',
      id: 'Pekerja migran yang ditahan jaringan judi daring dan dipulangkan',
    },
    period: { en: 'end of April 2025', id: 'akhir April 2025' },
    place: 'Cambodia',
  },
}
