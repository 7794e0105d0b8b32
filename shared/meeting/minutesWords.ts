import type { Classification, ComposedLanguage, LocalTime, Side, SideOrBoth, TimeZone } from '../values.ts'
import { countryOf } from './countries.ts'
import type { DelegateRole } from './meeting.ts'
import type { Run } from './minutesDocument.ts'
import { cardinal, ordinal } from './numberWords.ts'
import { joined, runs, type Words } from './runs.ts'
import { writtenTime, zoneLabel } from './writtenDate.ts'

type Sentence = readonly Run[]

/** How many of the actions of a meeting stand how, as the review counts them. */
export type Followed = {
  readonly all: number
  readonly done: number
  readonly withdrawn: number
  /** Of a meeting before the last: only those that the last one left open are counted. */
  readonly stillOpen: boolean
}

/** An item that was added when the agenda was adopted, by its number on paper. */
type AddedItem = { readonly number: number; readonly by: Side }

/**
 * The words that the record itself puts into minutes in one language. A part that is a run may be in another
 * language, where nobody wrote it in this one.
 */
type MinutesWords = {
  /** "AGREED MINUTES" */
  readonly agreedMinutes: string
  /** "Agreed Minutes", as a file is called. */
  readonly fileTitle: string
  /** The line that names the series and counts the meeting; `shortName` begins `name` where both are as usual. */
  readonly ofTheMeeting: (number: number, name: Run, shortName: Run) => Sentence
  readonly betweenTheSides: (first: Side, second: Side) => string
  readonly side: (side: SideOrBoth) => string
  readonly delegation: (side: Side) => string
  readonly heldAt: (meeting: {
    readonly number: number
    readonly shortName: Run
    readonly place: Words
    readonly date: string
    readonly from: LocalTime
    readonly to: LocalTime
    readonly zone: TimeZone
    /** The day of the end, where that is past midnight. */
    readonly until: string | null
  }) => Sentence
  readonly headedBy: (side: Side, head: Words) => Sentence
  readonly delegatesIn: (annex: number) => string
  readonly adopted: (annex: number, added: readonly AddedItem[]) => string
  readonly reviewed: (formerMeeting: number, followed: Followed) => string
  /** `from` and `to` are written dates; null: no date. */
  readonly dueMoved: (action: {
    readonly number: string
    readonly what: Words
    readonly to: string | null
    readonly later: boolean
  }) => Sentence
  readonly actionSaid: (number: string, side: SideOrBoth, what: Words, due: string | null) => Sentence
  readonly byDate: (date: string) => string
  readonly nextMeeting: (next: {
    readonly number: number
    readonly place: Words | null
    readonly when: Words | null
    readonly datesOpen: boolean
  }) => Sentence
  readonly forTheDelegation: (side: Side) => string
  readonly annex: (number: number) => string
  /** What a text says when it refers to an annex; the first group is the number. */
  readonly annexMentioned: RegExp
  readonly delegates: string
  readonly delegationHeading: (side: Side) => string
  readonly delegateColumns: readonly string[] // number, name, title, agency, role
  readonly role: Readonly<Record<DelegateRole, string>>
  readonly agenda: string
  readonly agendaColumns: (zone: TimeZone) => readonly string[] // time, number, item, lead
  /** Behind the times of what ends so many days later: "+1 day". */
  readonly daysLater: (days: number) => string
  readonly addedAtAdoption: (by: Side) => string
  readonly coChairs: string
  readonly programme: string
  readonly programmeColumns: readonly string[] // date, time, event, place
  readonly figures: string
  readonly figureColumns: readonly string[] // what, figure, period, place, source
  readonly asOf: (date: string) => string
  readonly actionColumns: readonly string[] // number, side, action, date
  readonly classification: Readonly<Record<Classification, string>>
  readonly internal: string
  readonly sample: string
  readonly draft: string
  /** What stands between the number of the page and that of all pages, spaces included. */
  readonly pageOf: string
  /** In the footer, with the beginning of the hash at the end of the log. */
  readonly auditLog: (hash: string) => string
  readonly original: (side: Side) => string
}

/** The words of minutes in `language`. */
export function minutesWords(language: ComposedLanguage): MinutesWords {
  return language === 'en' ? english : indonesian
}

/** What stands at the left and at the right of the header of every page that leaves the record. */
export function pageMarks(paper: {
  readonly language: ComposedLanguage
  readonly classification: Classification
  readonly internal?: boolean
  readonly sample: boolean
  readonly draft: boolean
}): readonly [left: string, right: string] {
  const words = minutesWords(paper.language)
  const marks = [paper.draft ? words.draft : '', paper.sample ? words.sample : '']
  const level = [words.classification[paper.classification], paper.internal ? words.internal : '']
  return [level.filter(Boolean).join(' · ').toUpperCase(), marks.filter(Boolean).join(' · ')]
}

/** "20.00–00.30 (+1 day)": the end is so many `days` after the beginning, or after the day of its column. */
export function writtenSpan(
  from: LocalTime,
  to: LocalTime,
  days: number,
  language: ComposedLanguage,
): string {
  const later = days === 0 ? '' : ` (${minutesWords(language).daysLater(days)})`
  return `${writtenTime(from)}–${writtenTime(to)}${later}`
}

/** The form of a number in documents of the language: 5,000 and 5.000. */
export function writtenAmount(value: number, language: ComposedLanguage): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 12 }).format(value)
}

/** The locales of the documents. */
export const locales = { en: 'en-GB', id: 'id-ID', km: 'km-KH' } as const

const english: MinutesWords = {
  agreedMinutes: 'AGREED MINUTES',
  fileTitle: 'Agreed Minutes',
  ofTheMeeting: (number, name) => runs`OF THE ${ordinal(number, 'en').toUpperCase()} ${upper(name)}`,
  betweenTheSides: (first, second) =>
    `BETWEEN ${englishName(first)} AND ${englishName(second)}`.toUpperCase(),
  side: (side) => (side === 'both' ? 'Both' : countryOf(side).name.en),
  delegation: (side) => `the ${countryOf(side).adjective} delegation`,
  heldAt: ({ number, shortName, place, date, from, to, until }) =>
    runs`The ${titled(ordinal(number, 'en'))} ${shortName} was held in ${place} on ${date}, from ${writtenTime(from)} to ${writtenTime(to)} hrs${until === null ? '' : ` on ${until}`}.`,
  headedBy: (side, head) => runs`The ${countryOf(side).adjective} delegation was headed by ${head}.`,
  delegatesIn: (annex) => `The lists of delegates are in Annex ${annex}.`,
  adopted: (annex, added) => {
    const groups = bySide(added).map(
      ({ side, numbers }) =>
        `of item${numbers.length > 1 ? 's' : ''} ${listed(numbers, 'and')} at the request of the ${countryOf(side).adjective} delegation`,
    )
    return `The Meeting adopted the agenda in Annex ${annex}${groups.length > 0 ? `, with the addition ${listed(groups, 'and')}` : ''}.`
  },
  reviewed: (formerMeeting, { all, done, withdrawn, stillOpen }) => {
    const last = `of the ${titled(ordinal(formerMeeting, 'en'))} Meeting${stillOpen ? ' that had remained open' : ''}`
    const gone = withdrawn > 0 ? ` and that ${cardinal(withdrawn, 'en')} had been withdrawn` : ''
    if (all === 1) {
      const state = withdrawn ? 'been withdrawn' : done ? 'been completed' : 'not yet been completed'
      return `The Meeting noted that the follow-up action ${last} had ${state}.`
    }
    const many =
      done === 0
        ? `none of the ${cardinal(all, 'en')} follow-up actions`
        : done === all
          ? `${all === 2 ? 'both' : `all ${cardinal(all, 'en')}`} follow-up actions`
          : `${cardinal(done, 'en')} of the ${cardinal(all, 'en')} follow-up actions`
    return `The Meeting noted that ${many} ${last} had been completed${gone}.`
  },
  dueMoved: ({ number, what, to, later }) => {
    const change =
      to === null ? 'left its date open' : later ? `extended its date to ${to}` : `set its date at ${to}`
    return runs`Action ${number} (${what}) remains open; the Meeting ${change}.`
  },
  actionSaid: (number, side, what, due) =>
    closed(runs`Action ${number} (${english.side(side)}): ${what}${due === null ? '' : `, by ${due}`}`),
  byDate: (date) => `by ${date}`,
  nextMeeting: ({ number, place, when, datesOpen }) =>
    runs`The ${titled(ordinal(number, 'en'))} Meeting will be held${place ? runs` in ${place}` : ''}${when ? runs` ${when}` : ''}${openPoints(datesOpen, place === null, '; dates will be agreed through diplomatic channel', '; the place will be agreed through diplomatic channel', '; place and dates will be agreed through diplomatic channel')}.`,
  forTheDelegation: (side) => `For the ${countryOf(side).adjective} delegation`,
  annex: (number) => `Annex ${number}`,
  annexMentioned: /\bAnnex(?:es)?\s+(\d{1,3})\b/giu,
  delegates: 'Lists of delegates',
  delegationHeading: (side) => `${countryOf(side).adjective} delegation`,
  delegateColumns: ['No.', 'Name', 'Title', 'Agency', 'Role'],
  role: {
    head: 'Head of delegation',
    alternate: 'Alternate head',
    member: 'Member',
    adviser: 'Adviser',
    interpreter: 'Interpreter',
    secretary: 'Secretary',
  },
  agenda: 'Agenda',
  agendaColumns: (zone) => [timeColumn('Time', zone), 'No.', 'Item', 'Lead'],
  daysLater: (days) => (days === 1 ? '+1\u00a0day' : `+${days}\u00a0days`), // not broken in a narrow column
  addedAtAdoption: (by) => `added at adoption, at the request of ${englishName(by)}`,
  coChairs: 'Co-chairs',
  programme: 'Programme',
  programmeColumns: ['Date', 'Time', 'Event', 'Place'],
  figures: 'Figures cited',
  figureColumns: ['Matter', 'Figure', 'Period', 'Place', 'Source'],
  asOf: (date) => `as of ${date}`,
  actionColumns: ['Number', 'Side', 'Action', 'Date'],
  classification: { open: 'Open', restricted: 'Restricted', secret: 'Secret' },
  internal: 'Internal',
  sample: 'SAMPLE: invented people, not a real record',
  draft: 'DRAFT',
  pageOf: ' of ',
  auditLog: (hash) => `Audit log ${hash}`,
  original: (side) => `original of ${englishName(side)}`,
}

const indonesian: MinutesWords = {
  agreedMinutes: 'RISALAH YANG DISEPAKATI',
  fileTitle: 'Risalah yang Disepakati',
  ofTheMeeting: (number, name, shortName) => [upper(counted(name, shortName, number))],
  betweenTheSides: (first, second) =>
    `ANTARA ${countryOf(first).name.id} DAN ${countryOf(second).name.id}`.toUpperCase(),
  side: (side) => (side === 'both' ? 'Kedua pihak' : countryOf(side).name.id),
  delegation: (side) => `Delegasi ${countryOf(side).name.id}`,
  heldAt: ({ number, shortName, place, date, from, to, zone, until }) =>
    runs`${counted(shortName, shortName, number)} diselenggarakan di ${place} pada tanggal ${date}, pukul ${writtenTime(from)} sampai dengan pukul ${writtenTime(to)} ${ownZone(zone)}${until === null ? '' : ` tanggal ${until}`}.`,
  headedBy: (side, head) => runs`Delegasi ${countryOf(side).name.id} dipimpin oleh ${head}.`,
  delegatesIn: (annex) => `Daftar anggota delegasi tercantum dalam Lampiran ${annex}.`,
  adopted: (annex, added) => {
    const groups = bySide(added).map(
      ({ side, numbers }) =>
        `mata acara ${listed(numbers, 'dan')} atas permintaan Delegasi ${countryOf(side).name.id}`,
    )
    return `Pertemuan mengesahkan agenda sebagaimana tercantum dalam Lampiran ${annex}${groups.length > 0 ? `, dengan penambahan ${listed(groups, 'dan')}` : ''}.`
  },
  reviewed: (formerMeeting, { all, done, withdrawn, stillOpen }) => {
    const last = `Pertemuan ${titled(ordinal(formerMeeting, 'id'))}${stillOpen ? ' yang masih terbuka' : ''}`
    const gone = withdrawn > 0 ? ` dan ${cardinal(withdrawn, 'id')} telah ditarik` : ''
    if (all === 1) {
      const state = withdrawn ? 'telah ditarik' : done ? 'telah diselesaikan' : 'belum diselesaikan'
      return `Pertemuan mencatat bahwa tindak lanjut ${last} ${state}.`
    }
    if (done === 0)
      return `Pertemuan mencatat bahwa belum ada satu pun dari ${cardinal(all, 'id')} tindak lanjut ${last} yang diselesaikan${gone}.`
    const many =
      done === all
        ? all === 2
          ? 'kedua'
          : `seluruh ${cardinal(all, 'id')}`
        : `${cardinal(done, 'id')} dari ${cardinal(all, 'id')}`
    return `Pertemuan mencatat bahwa ${many} tindak lanjut ${last} telah diselesaikan${gone}.`
  },
  dueMoved: ({ number, what, to, later }) => {
    const change =
      to === null
        ? 'membiarkan batas waktunya terbuka'
        : later
          ? `memperpanjang batas waktunya hingga ${to}`
          : `menetapkan batas waktunya pada ${to}`
    return runs`Tindak lanjut ${number} (${what}) masih terbuka; Pertemuan ${change}.`
  },
  actionSaid: (number, side, what, due) =>
    closed(
      runs`Tindak lanjut ${number} (${indonesian.side(side)}): ${what}${due === null ? '' : `, paling lambat ${due}`}`,
    ),
  byDate: (date) => `paling lambat ${date}`,
  nextMeeting: ({ number, place, when, datesOpen }) =>
    runs`Pertemuan ${titled(ordinal(number, 'id'))} akan diselenggarakan${place ? runs` di ${place}` : ''}${when ? runs` ${when}` : ''}${openPoints(datesOpen, place === null, '; tanggalnya akan disepakati melalui saluran diplomatik', '; tempatnya akan disepakati melalui saluran diplomatik', '; tempat dan tanggalnya akan disepakati melalui saluran diplomatik')}.`,
  forTheDelegation: (side) => `Untuk Delegasi ${countryOf(side).name.id}`,
  annex: (number) => `Lampiran ${number}`,
  annexMentioned: /\bLampiran\s+(\d{1,3})\b/giu,
  delegates: 'Daftar anggota delegasi',
  delegationHeading: (side) => `Delegasi ${countryOf(side).name.id}`,
  delegateColumns: ['No.', 'Nama', 'Jabatan', 'Instansi', 'Peran'],
  role: {
    head: 'Ketua Delegasi',
    alternate: 'Wakil Ketua',
    member: 'Anggota',
    adviser: 'Penasihat',
    interpreter: 'Juru bahasa',
    secretary: 'Sekretaris',
  },
  agenda: 'Agenda',
  agendaColumns: (zone) => [timeColumn('Waktu', zone), 'No.', 'Mata acara', 'Pimpinan'],
  daysLater: (days) => `+${days}\u00a0hari`,
  addedAtAdoption: (by) => `ditambahkan saat pengesahan agenda, atas permintaan ${countryOf(by).name.id}`,
  coChairs: 'Kedua ketua',
  programme: 'Acara',
  programmeColumns: ['Tanggal', 'Waktu', 'Kegiatan', 'Tempat'],
  figures: 'Angka yang dikutip',
  figureColumns: ['Hal', 'Angka', 'Periode', 'Tempat', 'Sumber'],
  asOf: (date) => `per ${date}`,
  actionColumns: ['Nomor', 'Pihak', 'Tindak lanjut', 'Batas waktu'],
  classification: { open: 'Biasa', restricted: 'Terbatas', secret: 'Rahasia' },
  internal: 'Internal',
  sample: 'CONTOH: tokoh rekaan, bukan catatan sebenarnya',
  draft: 'KONSEP',
  pageOf: ' dari ',
  auditLog: (hash) => `Log audit ${hash}`,
  original: (side) => `naskah ${countryOf(side).name.id}`,
}

/** Countries that English running text names with the article. */
const withArticle: ReadonlySet<Side> = new Set(['ARE', 'GBR', 'KOR', 'LAO', 'NLD', 'PHL', 'USA'])

function englishName(side: Side): string {
  const name = countryOf(side).name.en
  return withArticle.has(side) ? `the ${name}` : name
}

/** "Pertemuan Bilateral Kedua tentang …": the count follows the kind of meeting, before its matter. */
function counted(name: Run, shortName: Run, number: number): Run {
  const count = titled(ordinal(number, 'id'))
  const kind = shortName.text
  if (kind !== '' && (name.text === kind || name.text.startsWith(`${kind} `)))
    return { ...name, text: `${kind} ${count}${name.text.slice(kind.length)}` }
  return { ...name, text: `${name.text} ${count}` }
}

function upper(run: Run): Run {
  return { ...run, text: run.text.toUpperCase() }
}

/** Each word with a capital: "Twenty-First", "Kedua Puluh Satu". */
function titled(words: string): string {
  return words.replace(
    /(^|[ -])(?!and )([a-z])/g,
    (_, before: string, first: string) => before + first.toUpperCase(),
  )
}

function listed(things: readonly (string | number)[], and: string): string {
  const last = things.at(-1)
  if (things.length < 2) return String(last ?? '')
  const comma = and === 'dan' && things.length > 2 ? ',' : '' // Indonesian spelling wants it (EYD V)
  return `${things.slice(0, -1).join(', ')}${comma} ${and} ${last}`
}

function bySide(added: readonly AddedItem[]): readonly { side: Side; numbers: readonly number[] }[] {
  const sides = [...new Set(added.map(({ by }) => by))]
  return sides.map((side) => ({
    side,
    numbers: added.filter(({ by }) => by === side).map(({ number }) => number),
  }))
}

/** Ends with a full stop, unless the words have one. */
function closed(sentence: Sentence): Sentence {
  return /[.!?]$/.test(sentence.at(-1)?.text ?? '') ? sentence : joined([sentence, '.'])
}

function openPoints(
  dates: boolean,
  place: boolean,
  ...[onlyDates, onlyPlace, both]: readonly string[]
): string {
  return (dates && place ? both : dates ? onlyDates : place ? onlyPlace : '') ?? ''
}

/** Indonesian documents name the zone of an Indonesian place; elsewhere the time is the local one. */
function ownZone(zone: TimeZone): string {
  const label = zoneLabel(zone)
  return label?.startsWith('WI') ? label : 'waktu setempat'
}

function timeColumn(word: string, zone: TimeZone): string {
  const label = zoneLabel(zone)
  return label ? `${word} (${label})` : word
}
