import type { Input } from '../../shared/api/contract.ts'
import { TopicId } from '../../shared/ids.ts'
import type { ProgrammeEvent } from '../../shared/meeting/meeting.ts'
import type { Rank } from '../../shared/meeting/people.ts'
import type { CalendarDate, ComposedLanguage, Side, SideOrBoth, Wording } from '../../shared/values.ts'

/*
 * What the sample record holds. The offices are real and the people are invented; the facts about the second
 * meeting and the figures are those that were published on 20 and 21 May 2025 by voiceindonesia.co.
 */

type AgencyName = 'ministry' | 'immigration' | 'cooperation' | 'embassy' | 'denpasar' | 'interior'
type OtherAgencyName = 'generalDepartment' | 'police'
export type SampleAgency = AgencyName | OtherAgencyName

export const sampleAgencies: Readonly<Record<SampleAgency, Omit<Input<'agency.put'>['agency'], 'id'>>> = {
  ministry: {
    side: 'IDN',
    level: 'ministry',
    name: {
      en: 'Ministry of Immigration and Corrections',
      id: 'Kementerian Imigrasi dan Pemasyarakatan',
    },
  },
  immigration: {
    side: 'IDN',
    level: 'directorateGeneral',
    name: { en: 'Directorate General of Immigration', id: 'Direktorat Jenderal Imigrasi' },
  },
  cooperation: {
    side: 'IDN',
    level: 'directorate',
    name: { en: 'Directorate of Immigration Cooperation', id: 'Direktorat Kerja Sama Keimigrasian' },
  },
  embassy: {
    side: 'IDN',
    level: 'embassy',
    name: {
      en: 'Embassy of the Republic of Indonesia in Phnom Penh',
      id: 'Kedutaan Besar Republik Indonesia di Phnom Penh',
    },
  },
  denpasar: {
    side: 'IDN',
    level: 'agency',
    name: { en: 'Denpasar Immigration Office', id: 'Kantor Imigrasi Denpasar' },
  },
  interior: {
    side: 'KHM',
    level: 'ministry',
    name: { en: 'Ministry of Interior', id: 'Kementerian Dalam Negeri', km: 'ក្រសួងមហាផ្ទៃ' },
  },
  generalDepartment: {
    side: 'KHM',
    level: 'directorateGeneral',
    name: {
      en: 'General Department of Immigration',
      id: 'Departemen Jenderal Imigrasi',
      km: 'អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍',
    },
  },
  police: {
    side: 'KHM',
    level: 'police',
    name: {
      en: 'General Commissariat of National Police',
      id: 'Komisariat Jenderal Kepolisian Nasional',
      km: 'អគ្គស្នងការដ្ឋាននគរបាលជាតិ',
    },
  },
}

export type SamplePerson =
  'wirawan' | 'lestari' | 'prasetya' | 'kusuma' | 'santoso' | 'dara' | 'sophea' | 'vannak' | 'rithy' | 'bopha'

type PersonContents = Omit<Input<'person.put'>['person'], 'id' | 'agencyId'> & {
  readonly agency: SampleAgency
}

export const samplePeople: Readonly<Record<SamplePerson, PersonContents>> = {
  wirawan: person(
    'IDN',
    'Mr.',
    'A. Wirawan',
    '',
    'cooperation',
    {
      en: 'Director for Immigration Cooperation',
      id: 'Direktur Kerja Sama Keimigrasian',
    },
    'director',
  ),
  lestari: person(
    'IDN',
    'Ms.',
    'Ratna Lestari',
    '',
    'cooperation',
    {
      en: 'Head of the Subdirectorate for Bilateral Cooperation',
      id: 'Kepala Subdirektorat Kerja Sama Bilateral',
    },
    'headOfSubdirectorate',
  ),
  prasetya: person(
    'IDN',
    'Mr.',
    'Bagus Prasetya',
    '',
    'immigration',
    {
      en: 'Head of the Section for Immigration Control',
      id: 'Kepala Seksi Pengawasan Keimigrasian',
    },
    'headOfSection',
  ),
  kusuma: person(
    'IDN',
    'Ms.',
    'Maya Kusuma',
    '',
    'embassy',
    {
      en: 'Second Secretary',
      id: 'Sekretaris Kedua',
    },
    'officer',
  ),
  santoso: person('IDN', 'Mr.', 'Santoso', '', 'ministry', { en: 'Interpreter', id: 'Juru bahasa' }),
  dara: person(
    'KHM',
    'H.E. General',
    'Sok Dara',
    'សុខ ដារ៉ា',
    'generalDepartment',
    {
      en: 'Director General',
      id: 'Direktur Jenderal',
      km: 'អគ្គនាយក',
    },
    'directorGeneral',
  ),
  sophea: person(
    'KHM',
    'Ms.',
    'Chan Sophea',
    'ចាន់ សុភា',
    'generalDepartment',
    {
      en: 'Deputy Director General',
      id: 'Wakil Direktur Jenderal',
      km: 'អគ្គនាយករង',
    },
    'director',
  ),
  vannak: person(
    'KHM',
    'Mr.',
    'Keo Vannak',
    'កែវ វណ្ណៈ',
    'interior',
    {
      en: 'Head of Department',
      id: 'Kepala Departemen',
      km: 'ប្រធាននាយកដ្ឋាន',
    },
    'director',
  ),
  rithy: person(
    'KHM',
    'Mr.',
    'Lim Rithy',
    'លឹម រិទ្ធី',
    'police',
    {
      en: 'Deputy Head of Department',
      id: 'Wakil Kepala Departemen',
      km: 'អនុប្រធាននាយកដ្ឋាន',
    },
    'headOfSubdirectorate',
  ),
  bopha: person('KHM', 'Ms.', 'Nhem Bopha', 'ញ៉ែម បុប្ផា', 'interior', {
    en: 'Interpreter',
    id: 'Juru bahasa',
    km: 'អ្នកបកប្រែ',
  }),
}

export const sampleSeries = {
  name: {
    en: 'Bilateral Meeting on Immigration Matters',
    id: 'Pertemuan Bilateral tentang Masalah Keimigrasian',
  },
  shortName: { en: 'Bilateral Meeting', id: 'Pertemuan Bilateral' },
}

type MeetingContents = Omit<Input<'meeting.put'>['meeting'], 'id' | 'seriesId'>

const phnomPenh: Wording = { en: 'Phnom Penh', id: 'Phnom Penh' }
const nusaDua: Wording = { en: 'Nusa Dua', id: 'Nusa Dua' }

export const sampleMeetings = {
  first: {
    number: 1,
    kind: 'technical',
    title: {},
    status: 'held',
    classification: 'restricted',
    place: phnomPenh,
    venue: '',
    zone: 'Asia/Phnom_Penh',
    counterpartZone: 'Asia/Phnom_Penh',
    heldOn: '2024-02-20',
    from: '09:00',
    to: '15:30',
    languages: ['en'],
    agendaAdoptedOn: '2024-02-20',
    next: { place: { en: 'Bali' }, when: { en: 'in 2025' } },
  },
  second: {
    number: 2,
    kind: 'negotiationRound',
    title: {},
    status: 'held',
    classification: 'restricted',
    place: nusaDua,
    venue: '',
    zone: 'Asia/Makassar',
    counterpartZone: 'Asia/Phnom_Penh',
    heldOn: '2025-05-19',
    from: '09:15',
    to: '18:30',
    languages: ['en', 'id'],
    agendaAdoptedOn: '2025-05-19',
    next: {
      place: phnomPenh,
      when: { en: 'in the first half of 2026', id: 'pada semester pertama tahun 2026' },
    },
  },
  third: {
    number: 3,
    kind: 'technical',
    title: {},
    status: 'planned',
    classification: 'restricted',
    place: phnomPenh,
    venue: '',
    zone: 'Asia/Phnom_Penh',
    counterpartZone: 'Asia/Phnom_Penh',
    heldOn: '2026-04-21',
    from: '09:00',
    to: '16:30',
    languages: ['en', 'id'],
    agendaAdoptedOn: null,
    next: null,
  },
  fourth: {
    number: 4,
    kind: 'negotiationRound',
    title: {},
    status: 'planned',
    classification: 'restricted',
    place: { en: 'Jakarta', id: 'Jakarta' },
    venue: '',
    zone: 'Asia/Jakarta',
    counterpartZone: 'Asia/Phnom_Penh',
    heldOn: '2026-10-20',
    from: '09:00',
    to: '16:00',
    languages: ['en', 'id'],
    agendaAdoptedOn: null,
    next: null,
  },
} as const satisfies Readonly<Record<string, Omit<MeetingContents, 'languages'> & { languages: unknown }>>

/**
 * The day of the fourth meeting, so that something is always to come: as planned or, once that is near or over, a
 * Tuesday two weeks or a little more from the day on which the sample is made.
 */
export function dayOfFourth(madeOn: CalendarDate): CalendarDate {
  const made = Temporal.PlainDate.from(madeOn)
  const tuesday = made.add({ days: 14 + ((9 - made.dayOfWeek) % 7) }).toString()
  const planned: CalendarDate = sampleMeetings.fourth.heldOn
  return tuesday > planned ? tuesday : planned
}

type ItemChange = Partial<
  Pick<Input<'agenda.put'>['item'], 'title' | 'topic' | 'proposedBy' | 'lead' | 'plannedMinutes'>
>
type ItemContents = Omit<Input<'agenda.put'>['item'], 'id' | 'meetingId' | 'composition'>

/** What the sample changes on the usual agenda of a meeting, by part, and what comes in between. */
export type SampleAgenda = {
  readonly changes: Readonly<Record<string, ItemChange>>
  readonly additions: readonly ItemContents[]
}

/** What an item has unless the sample says otherwise. */
const plain = { proposedBy: null, lead: null, addedBy: null, movedBy: null, endedAs: null } as const

export const secondAgenda: SampleAgenda = {
  changes: {
    opening: { plannedMinutes: 30 },
    adoption: { plannedMinutes: 30 },
    review: { plannedMinutes: 90 },
    discussion: {
      title: { en: 'Draft Memorandum of Understanding', id: 'Rancangan Nota Kesepahaman' },
      topic: TopicId.parse('draftMou'),
      proposedBy: 'both',
      lead: 'IDN',
      plannedMinutes: 180,
    },
    actions: { plannedMinutes: 45 },
    nextMeeting: { plannedMinutes: 20 },
    closing: { plannedMinutes: 25 },
  },
  additions: [
    pause(2, 15, { en: 'Coffee break', id: 'Rehat kopi' }),
    pause(4, 60, { en: 'Lunch', id: 'Makan siang' }),
    pause(6, 15, { en: 'Coffee break', id: 'Rehat kopi' }),
    {
      position: 7,
      part: 'discussion',
      title: { en: 'Repatriation of April 2025', id: 'Pemulangan bulan April 2025' },
      topic: TopicId.parse('protectionOfNationals'),
      ...plain,
      proposedBy: 'KHM',
      lead: 'KHM',
      plannedMinutes: 45,
      addedBy: 'KHM',
    },
  ],
}

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

/** A paragraph of words, with figures in it by name; or a decision by name. */
export type SampleBlock =
  readonly (string | { readonly figure: SampleFigure })[] | { readonly decision: SampleDecision }
export type SampleTexts = Readonly<Partial<Record<ComposedLanguage, readonly SampleBlock[]>>>

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

export const thirdAgenda: SampleAgenda = {
  additions: [],
  changes: {
    discussion: {
      title: { en: 'Protection of nationals', id: 'Pelindungan warga negara' },
      topic: TopicId.parse('protectionOfNationals'),
      lead: 'both',
      plannedMinutes: 120,
    },
  },
}

/** Half prepared: what is negotiated is known, and a matter that Indonesia would like to add. */
export const fourthAgenda: SampleAgenda = {
  changes: {
    review: { plannedMinutes: 60 },
    discussion: {
      title: {
        en: 'Draft Memorandum of Understanding: Article 3',
        id: 'Rancangan Nota Kesepahaman: Pasal 3',
      },
      topic: TopicId.parse('draftMou'),
      proposedBy: 'both',
      lead: 'both',
      plannedMinutes: 150,
    },
  },
  additions: [
    pause(4, 60, { en: 'Lunch', id: 'Makan siang' }),
    {
      position: 5,
      part: 'discussion',
      title: { en: 'Training on document fraud', id: 'Pelatihan tentang pemalsuan dokumen' },
      topic: TopicId.parse('capacityBuilding'),
      ...plain,
      proposedBy: 'IDN',
      lead: 'IDN',
      plannedMinutes: 45,
    },
  ],
}

export const secondProgramme: readonly Omit<ProgrammeEvent, 'id' | 'meetingId'>[] = [
  {
    kind: 'other',
    title: { en: 'Coordination of the Indonesian delegation', id: 'Koordinasi Delegasi Indonesia' },
    place: 'Nusa Dua',
    heldOn: '2025-05-18',
    from: '19:30',
    to: '21:00',
    visibility: 'internal',
  },
  {
    kind: 'session',
    title: { en: 'Second Bilateral Meeting', id: 'Pertemuan Bilateral Kedua' },
    place: 'Nusa Dua',
    heldOn: '2025-05-19',
    from: '09:15',
    to: '18:30',
    visibility: 'shared',
  },
  {
    kind: 'meal',
    title: { en: 'Dinner for the delegations', id: 'Jamuan makan malam bagi kedua delegasi' },
    place: 'Nusa Dua',
    heldOn: '2025-05-19',
    from: '19:30',
    to: '21:30',
    visibility: 'shared',
  },
  {
    kind: 'studyVisit',
    title: {
      en: 'Study visit to the immigration office in Denpasar',
      id: 'Studi banding di Kantor Imigrasi Denpasar',
    },
    place: 'Denpasar',
    heldOn: '2025-05-20',
    from: '09:00',
    to: '11:30',
    visibility: 'shared',
  },
]

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

function person(
  side: Side,
  honorific: string,
  name: string,
  khmerName: string,
  agency: SampleAgency,
  title: Wording,
  rank: Rank | null = null,
): PersonContents {
  return { side, honorific, name, khmerName, agency, title, signsAs: '', rank }
}

function pause(position: number, plannedMinutes: number, title: Wording): ItemContents {
  return { position, part: 'break', title, topic: null, plannedMinutes, ...plain }
}
