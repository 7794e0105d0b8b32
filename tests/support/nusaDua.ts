import { readFileSync } from 'node:fs'
import { newMinutes } from '../../shared/meeting/minutesLife.ts'
import { MeetingDossier } from '../../shared/meeting/meeting.ts'
import type { Action, Delegate, DelegateRole, ItemPart } from '../../shared/meeting/meeting.ts'
import type { ComposedLanguage, Side, Wording } from '../../shared/values.ts'
import type { TextId } from '../../shared/ids.ts'

export type RecordOfMeeting = {
  readonly dossier: MeetingDossier
  readonly docs: ReadonlyMap<TextId, unknown>
}

/** A plain identifier in the form of those of the record, by count. */
export function testId<Id extends string>(count: number): Id {
  return `01900000-0000-7000-8000-${String(count).padStart(12, '0')}` as Id
}

/** The plain text that the agreed minutes of Nusa Dua must have in the original that Indonesia keeps. */
export const expectedMinutes = readFileSync(
  new URL('../fixtures/agreed-minutes.en.txt', import.meta.url),
  'utf8',
)

/** The record behind that text, with the sentences that a person writes in both languages. */
export function nusaDua(): RecordOfMeeting {
  const dossier = MeetingDossier.parse({
    meeting: {
      id: ids.meeting,
      seriesId: testId(3),
      number: input.meeting.number,
      kind: 'negotiationRound',
      title: {},
      status: 'held',
      classification: 'restricted',
      place: both(input.meeting.place),
      venue: '',
      zone: input.meeting.zone,
      counterpartZone: 'Asia/Phnom_Penh',
      heldOn: input.meeting.date,
      from: input.meeting.from,
      to: input.meeting.to,
      languages: ['en', 'id'],
      agendaAdoptedOn: input.meeting.date,
      next: {
        place: both('Phnom Penh'),
        when: { en: 'in the first half of 2026', id: 'pada semester pertama tahun 2026' },
      },
    },
    series: {
      id: testId(3),
      relationshipId: testId(4),
      name: { en: input.series.name, id: 'Pertemuan Bilateral tentang Masalah Keimigrasian' },
      shortName: { en: 'Bilateral Meeting', id: 'Pertemuan Bilateral' },
    },
    relationship: { id: testId(4), ownSide: 'IDN', otherSide: 'KHM' },
    programme: [
      {
        id: testId(60),
        meetingId: ids.meeting,
        kind: 'session',
        title: { en: 'Bilateral meeting', id: 'Pertemuan bilateral' },
        place: 'Nusa Dua',
        heldOn: '2025-05-19',
        from: '09:15',
        to: '18:30',
        visibility: 'shared',
      },
      {
        id: testId(61),
        meetingId: ids.meeting,
        kind: 'studyVisit',
        title: { en: 'Study visit to the immigration office', id: 'Studi banding di kantor imigrasi' },
        place: 'Denpasar',
        heldOn: '2025-05-20',
        from: '09:00',
        to: '11:30',
        visibility: 'shared',
      },
    ],
    delegates: [
      head('IDN', 10, '', 'Direktur Kerja Sama Keimigrasian'),
      delegate(11, 'IDN', 'member', 1, 'Ms.', 'Ratna Lestari', '', {
        en: 'Head of Subdirectorate',
        id: 'Kepala Subdirektorat',
      }),
      delegate(12, 'IDN', 'interpreter', 2, 'Mr.', 'Budi', '', { en: 'Interpreter', id: 'Juru bahasa' }),
      head('KHM', 20, 'សុខ ដារ៉ា', 'Direktur Jenderal'),
      delegate(21, 'KHM', 'alternate', 1, 'Ms.', 'Chan Sophea', 'ចាន់ សុភា', {
        en: 'Deputy Director General',
        id: 'Wakil Direktur Jenderal',
      }),
    ],
    agenda: agenda.map((item, position) => ({
      id: testId(100 + position),
      meetingId: ids.meeting,
      position,
      part: item.part,
      title: { en: item.en, id: item.id },
      topic: null,
      proposedBy: null,
      lead: item.lead ?? null,
      plannedMinutes: item.minutes,
      addedBy: item.addedBy ?? null,
      movedBy: null,
      endedAs: null,
      composition: 'composed',
    })),
    takenOff: [],
    carried: [],
    responsible: [],
    texts: agenda.flatMap((_, position) =>
      (['en', 'id'] as const).map((language) => ({
        itemId: testId(100 + position),
        language,
        textId: textId(position, language),
      })),
    ),
    decisions: [
      {
        id: ids.decision,
        meetingId: ids.meeting,
        itemId: testId(104),
        number: { meeting: 2, year: 2025, serial: 1 },
        outcome: 'agreedAdReferendum',
        wording: {
          en: 'The Meeting agreed ad referendum on Articles 1, 2 (a), 4, 6, 8 and 9.',
          id: 'Pertemuan menyepakati secara ad referendum Pasal 1, 2 huruf a, 4, 6, 8, dan 9.',
        },
      },
    ],
    actions: input.newActions.map(({ number, side, what, due }, index) =>
      action(300 + index, number, side, { en: what, id: newActions[index] ?? '' }, due),
    ),
    lastMeetingId: ids.lastMeeting,
    formerActions: input.followUpOfFirstMeeting.map(({ number, side, what, state }, index) => {
      const due = input.followUpOfFirstMeeting[index]?.due ?? null
      const moved = /extended by the Second Meeting to (\S+)$/.exec(state)?.[1]
      return {
        ...action(400 + index, number, side, { en: what, id: formerActions[index] ?? '' }, moved ?? due),
        meetingId: ids.lastMeeting,
        dueChanges: moved ? [{ meetingId: ids.meeting, from: due, to: moved }] : [],
        state: state === 'done' ? 'done' : 'open',
        closedOn: state === 'done' ? due : null,
      }
    }),
    figures: [
      {
        id: ids.figure,
        value: 5000,
        unit: { en: 'persons', id: 'orang' },
        what: { en: 'Departures of prospective workers put off', id: 'Keberangkatan calon pekerja ditunda' },
        period: { en: 'January to April 2025', id: 'Januari sampai April 2025' },
        place: 'Airports and seaports',
        source: 'Directorate General of Immigration',
        asOf: '2025-04-30',
      },
    ],
    notes: [],
    confirmed: null,
    minutes: newMinutes,
  })
  const docs = new Map(
    agenda.flatMap((item, position) =>
      (['en', 'id'] as const).map((language) => [
        textId(position, language),
        doc((item.written?.[language] ?? []).map((line) => written(line))),
      ]),
    ),
  )
  return { dossier, docs }
}

export const ids = {
  meeting: testId<MeetingDossier['meeting']['id']>(1),
  lastMeeting: testId<MeetingDossier['meeting']['id']>(2),
  decision: testId<MeetingDossier['decisions'][number]['id']>(200),
  figure: testId<MeetingDossier['figures'][number]['id']>(500),
}

/** A text of the schema with these blocks. */
export function doc(content: readonly unknown[]): unknown {
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

export function paragraph(...content: readonly unknown[]): unknown {
  return { type: 'paragraph', content: content.map((one) => (typeof one === 'string' ? text(one) : one)) }
}

export function text(words: string, ...marks: readonly unknown[]): unknown {
  return { type: 'text', text: words, ...(marks.length > 0 && { marks }) }
}

/** The id of the text of the item at `position` on the agenda of Nusa Dua, from 0, breaks counted. */
export function textId(position: number, language: ComposedLanguage): TextId {
  return testId<TextId>(700 + position * 2 + (language === 'en' ? 0 : 1))
}

type Input = {
  readonly series: { readonly name: string }
  readonly meeting: Readonly<Record<'place' | 'zone' | 'date' | 'from' | 'to', string>> & {
    readonly number: number
  }
  readonly delegations: Readonly<
    Record<
      string,
      { readonly head: Readonly<Record<'name' | 'title' | 'signsAs' | 'signedAt' | 'signedOn', string>> }
    >
  >
  readonly agenda: readonly string[]
  readonly followUpOfFirstMeeting: readonly Readonly<
    Record<'number' | 'side' | 'what' | 'due' | 'state', string>
  >[]
  readonly newActions: readonly Readonly<Record<'number' | 'side' | 'what' | 'due', string>>[]
}

const input = JSON.parse(
  readFileSync(new URL('../fixtures/agreed-minutes.input.json', import.meta.url), 'utf8'),
) as Input

type Item = {
  readonly part: ItemPart
  readonly en: string
  readonly id: string
  readonly minutes: number
  readonly lead?: Side
  readonly addedBy?: Side
  readonly written?: Readonly<Record<ComposedLanguage, readonly string[]>>
}

const isAdded = / \(added at adoption, at the request of ([A-Z]{3})\)$/
const titles = input.agenda.map((title) => title.replace(isAdded, ''))
const addedBy = (title: string) => isAdded.exec(input.agenda[titles.indexOf(title)] ?? '')?.[1]

const agenda: readonly Item[] = [
  { part: 'opening', en: title(0), id: 'Pembukaan', minutes: 15 },
  { part: 'adoption', en: title(1), id: 'Pengesahan agenda', minutes: 15 },
  { part: 'review', en: title(2), id: 'Peninjauan tindak lanjut Pertemuan Pertama', minutes: 60 },
  { part: 'break', en: 'Coffee break', id: 'Rehat kopi', minutes: 15 },
  {
    part: 'discussion',
    en: title(3),
    id: 'Rancangan Memorandum Saling Pengertian',
    minutes: 240,
    lead: 'IDN',
    written: {
      en: [
        'The Meeting discussed the text article by article on the basis of the counter-draft of 28 April 2025. The working text is in Annex 3.',
        '<decision>',
        'The Indonesian delegation stated that the Attaché paragraph was essential to its mandate. The Cambodian delegation took note and will consult its capital.',
        'On the reply time in Article 3 (2), the two delegations held different views. The co-chairs proposed twenty-one (21) days.',
      ],
      id: [
        'Pertemuan membahas naskah pasal demi pasal berdasarkan rancangan balasan tanggal 28 April 2025. Naskah kerja tercantum dalam Lampiran 3.',
        '<decision>',
        'Delegasi Indonesia menyatakan bahwa ayat tentang Atase bersifat esensial bagi mandatnya. Delegasi Kamboja mencatat hal tersebut dan akan berkonsultasi dengan pemerintahnya.',
        'Mengenai batas waktu jawaban dalam Pasal 3 ayat (2), kedua delegasi berbeda pandangan. Kedua ketua mengusulkan dua puluh satu (21) hari.',
      ],
    },
  },
  {
    part: 'discussion',
    en: title(4),
    id: 'Pemulangan bulan April 2025',
    minutes: 60,
    lead: 'KHM',
    ...optional('addedBy', addedBy(title(4))),
    written: {
      en: ['The Meeting expressed appreciation for the repatriation of a group of nationals in April 2025.'],
      id: ['Pertemuan menyampaikan penghargaan atas pemulangan sekelompok warga negara pada April 2025.'],
    },
  },
  { part: 'actions', en: title(5), id: 'Tindak lanjut', minutes: 45 },
  { part: 'nextMeeting', en: title(6), id: 'Tanggal dan tempat pertemuan berikutnya', minutes: 15 },
  {
    part: 'closing',
    en: title(7),
    id: 'Penutupan',
    minutes: 15,
    written: {
      en: [
        'The Meeting was held in a cordial atmosphere. These Agreed Minutes were signed in two originals in the English language.',
      ],
      id: [
        'Pertemuan berlangsung dalam suasana yang hangat. Risalah yang Disepakati ini ditandatangani dalam dua naskah asli dalam bahasa Indonesia.',
      ],
    },
  },
]

const newActions = [
  'Menjawab Pasal 3 ayat (3) melalui saluran diplomatik',
  'Mengedarkan teks berbahasa Indonesia dari naskah kerja',
  'Menunjuk narahubung',
]
const formerActions = [
  'Menunjuk narahubung urusan imigrasi',
  'Menunjuk narahubung urusan imigrasi',
  'Bertukar daftar narahubung di bandar udara dan perbatasan darat',
  'Pertukaran contoh dokumen perjalanan',
  'Mengusulkan format statistik migrasi',
  'Menanggapi format statistik migrasi',
  'Mengusulkan pelatihan pemalsuan dokumen',
  'Berkonsultasi tentang penempatan Atase Imigrasi',
]

function title(index: number): string {
  return titles[index] ?? ''
}

function both(words: string): Wording {
  return { en: words, id: words }
}

function optional<Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: T })
}

function written(line: string): unknown {
  return line === '<decision>' ? { type: 'decisionRef', attrs: { recordId: ids.decision } } : paragraph(line)
}

function head(side: Side, count: number, khmerName: string, titleInIndonesian: string): Delegate {
  const { name, title, signsAs, signedAt, signedOn } = input.delegations[side]?.head ?? {
    ...{ name: '', title: '', signsAs: '', signedAt: '', signedOn: '' },
  }
  const [, honorific = '', bare = ''] = /^((?:Mr\.|H\.E\. General)) (.+)$/.exec(name) ?? []
  return {
    ...delegate(count, side, 'head', 0, honorific, bare, khmerName, { en: title, id: titleInIndonesian }),
    signsAs,
    signedAt: both(signedAt),
    signedOn,
  }
}

export function delegate(
  count: number,
  side: Side,
  role: DelegateRole,
  position: number,
  honorific: string,
  name: string,
  khmerName: string,
  title: Wording,
): Delegate {
  return {
    id: testId(count),
    meetingId: ids.meeting,
    personId: testId(count + 800),
    side,
    role,
    position,
    presence: 'present',
    representedBy: null,
    inRoom: [],
    honorific,
    name,
    khmerName,
    title,
    agency:
      side === 'IDN'
        ? { en: 'Directorate General of Immigration', id: 'Direktorat Jenderal Imigrasi' }
        : { en: 'Ministry of Interior', id: 'Kementerian Dalam Negeri' },
    signsAs: '',
    signedAt: {},
    signedOn: null,
  }
}

function action(count: number, number: string, side: string, what: Wording, dueOn: string | null): Action {
  const [meeting = 0, year = 0, serial = 0] = number.split('/').map(Number)
  const sides: Readonly<Record<string, string>> = { Indonesia: 'IDN', Cambodia: 'KHM', Both: 'both' }
  return {
    id: testId(count),
    meetingId: ids.meeting,
    itemId: null,
    number: { meeting, year, serial },
    side: sides[side] ?? side,
    what,
    agencyId: null,
    personId: null,
    channel: '',
    dueOn,
    dueChanges: [],
    state: 'open',
    closedOn: null,
    evidence: '',
  }
}
