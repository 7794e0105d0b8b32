import type { Input } from '../../../shared/api/contract.ts'
import { TopicId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import type { Milestone, Mou, StageEntry } from '../../../shared/mou/mou.ts'
import type { SampleDraft } from './draftTexts.ts'

/*
 * The memorandum of the sample: what it is about and when it is to be signed was published on 20 and 21 May 2025 by
 * voiceindonesia.co; the way up to the second meeting is invented.
 */

export const sampleMou: Omit<Mou, 'id' | 'relationshipId' | 'parties'> = {
  type: 'mou',
  shortTitle: 'TPPO dan Kejahatan Siber',
  title: {
    en: 'Memorandum of Understanding between the Ministry of Immigration and Corrections of the Republic of Indonesia and the Ministry of Interior of the Kingdom of Cambodia on Cooperation in Preventing and Combating Trafficking in Persons and Related Transnational Crimes',
    id: 'Nota Kesepahaman antara Kementerian Imigrasi dan Pemasyarakatan Republik Indonesia dan Kementerian Dalam Negeri Kerajaan Kamboja tentang Kerja Sama dalam Mencegah dan Memberantas Perdagangan Orang dan Kejahatan Transnasional Terkait',
  },
  topics: [
    'transnationalCrime.traffickingInPersons',
    'transnationalCrime.skimming',
    'transnationalCrime.scamming',
    'transnationalCrime.onlineGambling',
    'borderControl',
    'protectionOfNationals',
  ].map((topic) => TopicId.parse(topic)),
  scope: {
    en: 'Trafficking in persons, cybercrime (among it skimming, scamming and online gambling), protection and repatriation of nationals, and border control.',
    id: 'Tindak pidana perdagangan orang, kejahatan siber (antara lain skimming, scamming, dan judi daring), pelindungan dan pemulangan warga negara, serta pengawasan perbatasan.',
  },
  languages: ['id', 'en', 'km'],
  prevailing: 'en',
  classification: 'restricted',
  legalBasis:
    'Undang-Undang Nomor 24 Tahun 2000 tentang Perjanjian Internasional\nPeraturan Menteri Luar Negeri Nomor 4 Tahun 2023\nASEAN Convention Against Trafficking in Persons, Especially Women and Children',
  signingTarget: {
    kind: 'window',
    said: 'three to four months from 19 May 2025',
    after: '2025-05-19',
    fromMonths: 3,
    toMonths: 4,
  },
  force: null,
  note: 'Setingkat menteri, bukan direktorat jenderal, agar koordinasi antarinstansi lebih mudah.',
}

export const sampleStages: readonly Omit<StageEntry, 'id' | 'mouId'>[] = [
  {
    stage: 'exploration',
    enteredOn: '2024-02-20',
    reason: 'Pertemuan Pertama: kedua pihak sepakat menuju nota kesepahaman.',
  },
  { stage: 'drafting', enteredOn: '2025-02-12', reason: '' },
  { stage: 'negotiation', enteredOn: '2025-04-30', reason: '' },
]

export const sampleMilestones: readonly Omit<Milestone, 'id' | 'mouId'>[] = [
  {
    title: { en: 'Consultation with the Foreign Ministry', id: 'Konsultasi dengan Kementerian Luar Negeri' },
    plannedOn: '2025-02-14',
    doneOn: '2025-02-12',
    isAtRisk: false,
    note: '',
  },
  {
    title: { en: 'Indonesian draft handed over', id: 'Draf Indonesia disampaikan' },
    plannedOn: '2025-03-10',
    doneOn: '2025-03-10',
    isAtRisk: false,
    note: '',
  },
  {
    title: { en: 'Counter-draft received', id: 'Draf tanggapan diterima' },
    plannedOn: '2025-04-15',
    doneOn: '2025-04-30',
    isAtRisk: false,
    note: '',
  },
  {
    title: { en: 'Negotiation in Nusa Dua', id: 'Perundingan di Nusa Dua' },
    plannedOn: '2025-05-19',
    doneOn: '2025-05-19',
    isAtRisk: false,
    note: '',
  },
  {
    title: { en: 'Reply on Article 3 (3)', id: 'Jawaban atas Pasal 3 ayat (3)' },
    plannedOn: '2025-06-30',
    doneOn: null,
    isAtRisk: true,
    note: 'Kamboja masih berkonsultasi tentang Atase Imigrasi.',
  },
  {
    title: {
      en: 'Treaty paper and folder asked for, with the agreed text',
      id: 'Permintaan Kertas dan Map Perjanjian dengan naskah yang disepakati',
    },
    plannedOn: '2025-08-05',
    doneOn: null,
    isAtRisk: false,
    note: '',
  },
]

type DraftContents = {
  /** The file as it came. */
  readonly name: string
  readonly language: Draft['language']
  readonly facts: Input<'draft.register'>['facts']
  readonly parents: readonly SampleDraft[]
  /** The working text of its language is begun from it. */
  readonly isWorkedOn: boolean
}

const noReason = { note: '', dateReason: '' } as const

export const sampleDrafts: Readonly<Record<SampleDraft, DraftContents>> = {
  own: {
    name: 'Draft of Indonesia 10 March 2025.txt',
    language: 'en',
    facts: {
      ...noReason,
      kind: 'ownDraft',
      tabledBy: 'IDN',
      textDate: '2025-03-10',
      receivedOn: null,
      channel: 'note',
    },
    parents: [],
    isWorkedOn: false,
  },
  counter: {
    name: 'Counter-draft of Cambodia 28 April 2025.txt',
    language: 'en',
    facts: {
      ...noReason,
      kind: 'counterDraft',
      tabledBy: 'KHM',
      textDate: '2025-04-28',
      receivedOn: '2025-04-30',
      channel: 'email',
    },
    parents: ['own'],
    isWorkedOn: false,
  },
  consolidated: {
    name: 'Working text 19 May 2025 (EN).txt',
    language: 'en',
    facts: {
      ...noReason,
      kind: 'consolidated',
      tabledBy: 'both',
      textDate: '2025-05-19',
      receivedOn: null,
      channel: 'atTable',
    },
    parents: ['own', 'counter'],
    isWorkedOn: true,
  },
  consolidatedId: {
    name: 'Naskah kerja 19 Mei 2025 (ID).txt',
    language: 'id',
    facts: {
      ...noReason,
      kind: 'consolidated',
      tabledBy: 'IDN',
      textDate: '2025-05-19',
      receivedOn: null,
      channel: 'atTable',
    },
    parents: ['consolidated'],
    isWorkedOn: true,
  },
}

/** What of the second meeting the memorandum is linked to, by English titles of the agenda. */
export const sampleLinkedItems = ['Draft Memorandum of Understanding', 'Repatriation of April 2025'] as const
