import type { Input } from '../../../shared/api/contract.ts'
import { TopicId } from '../../../shared/ids.ts'
import type { ProgrammeEvent } from '../../../shared/meeting/meeting.ts'
import type { CalendarDate, Wording } from '../../../shared/values.ts'

/* The meetings of the sample; the facts of the second were published on 20 and 21 May 2025 by voiceindonesia.co. */

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

function pause(position: number, plannedMinutes: number, title: Wording): ItemContents {
  return { position, part: 'break', title, topic: null, plannedMinutes, ...plain }
}
