import type { Classification, ComposedLanguage, LocalTime, Side, SideOrBoth, TimeZone } from '../values.ts'
import { countryOf } from './countries.ts'
import type { DelegateRole, ItemEnd } from './meeting.ts'
import type { MinutesDocument, Run } from './minutesDocument.ts'
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

/** What was changed when the agenda was adopted, and who asked: items by their number on paper, those taken off by title. */
type AdoptionChanges = {
  readonly added: readonly ChangedItem[]
  readonly takenOff: readonly { readonly title: Words; readonly by: Side }[]
  readonly moved: readonly ChangedItem[]
}
type ChangedItem = { readonly number: number; readonly by: Side }

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
  readonly adopted: (annex: number, changes: AdoptionChanges) => Sentence
  /** That the minutes of a former meeting were confirmed; the list of amendments follows. */
  readonly confirmed: (formerMeeting: number, amended: boolean) => string
  /** What became of an item that was not taken up. */
  readonly ended: Readonly<Record<ItemEnd, string>>
  /** A matter of the meeting of that number comes back as item `number` with its `title`; `item` null: only a decision deferred it. */
  readonly carried: (matter: {
    readonly meeting: number
    readonly item: number | null
    readonly title: Words
    readonly deferredBy: string | null
    readonly number: number
  }) => Sentence
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
  readonly representedBy: (name: string) => string
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
  /** In the footer of minutes that both sides agreed. */
  readonly agreedVersion: (version: number) => string
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

/** What stands in the footer of every page of minutes; null where there is nothing to say. */
export function footnoteOf({
  language,
  version,
  auditHead,
}: Pick<MinutesDocument, 'language' | 'version' | 'auditHead'>): string | null {
  const words = minutesWords(language)
  const parts = [
    version === null ? '' : words.agreedVersion(version),
    auditHead === null ? '' : words.auditLog(auditHead),
  ].filter(Boolean)
  return parts.length === 0 ? null : parts.join(' · ')
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
  adopted: (annex, { added, takenOff, moved }) => {
    const asked = (side: Side) => ` at the request of the ${countryOf(side).adjective} delegation`
    const items = (numbers: readonly number[]) =>
      `item${numbers.length > 1 ? 's' : ''} ${listed(numbers, 'and')}`
    const changes = [
      listedRuns(
        bySide(added).map(({ side, numbers }) => runs`of ${items(numbers)}${asked(side)}`),
        'and',
        'the addition ',
      ),
      listedRuns(
        takenOff.map(({ title, by }) => runs`of “${title}”${asked(by)}`),
        'and',
        'the withdrawal ',
      ),
      listedRuns(
        bySide(moved).map(({ side, numbers }) => runs`for ${items(numbers)}${asked(side)}`),
        'and',
        'a new place ',
      ),
    ].filter((change) => change.length > 0)
    return runs`The Meeting adopted the agenda in Annex ${String(annex)}${listedRuns(changes, 'and', ', with ')}.`
  },
  ended: {
    carriedOver: 'The Meeting agreed to carry this item over to its next meeting.',
    withdrawn: 'This item was withdrawn.',
    discussed: 'The Meeting discussed this item and took note of it.',
  },
  carried: ({ meeting, item, title, deferredBy, number }) => {
    const of = `the ${titled(ordinal(meeting, 'en'))} Meeting`
    if (item === null)
      return runs`The matter that ${of} had deferred (${deferredBy ?? ''}, ${title}) was placed on the agenda as item ${String(number)}.`
    const why =
      deferredBy === null ? 'which had been carried over' : `which had been deferred (${deferredBy})`
    return runs`Item ${String(item)} of ${of} (${title}), ${why}, was placed on the agenda as item ${String(number)}.`
  },
  confirmed: (formerMeeting, amended) =>
    `The minutes of the ${titled(ordinal(formerMeeting, 'en'))} Meeting were confirmed${amended ? ', as amended:' : '.'}`,
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
  representedBy: (name) => `represented by ${name}`,
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
  agreedVersion: (version) => `Version ${version}, as agreed`,
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
  adopted: (annex, { added, takenOff, moved }) => {
    const asked = (side: Side) => ` atas permintaan Delegasi ${countryOf(side).name.id}`
    const items = (numbers: readonly number[]) => `mata acara ${listed(numbers, 'dan')}`
    const changes = [
      listedRuns(
        bySide(added).map(({ side, numbers }) => runs`${items(numbers)}${asked(side)}`),
        'dan',
        'penambahan ',
      ),
      listedRuns(
        takenOff.map(({ title, by }) => runs`“${title}”${asked(by)}`),
        'dan',
        'penarikan mata acara ',
      ),
      listedRuns(
        bySide(moved).map(({ side, numbers }) => runs`${items(numbers)}${asked(side)}`),
        'dan',
        'pemindahan ',
      ),
    ].filter((change) => change.length > 0)
    return runs`Pertemuan mengesahkan agenda sebagaimana tercantum dalam Lampiran ${String(annex)}${listedRuns(changes, 'dan', ', dengan ')}.`
  },
  ended: {
    carriedOver: 'Pertemuan sepakat membawa mata acara ini ke pertemuan berikutnya.',
    withdrawn: 'Mata acara ini ditarik.',
    discussed: 'Pertemuan membahas dan mencatat mata acara ini.',
  },
  carried: ({ meeting, item, title, deferredBy, number }) => {
    const of = `Pertemuan ${titled(ordinal(meeting, 'id'))}`
    if (item === null)
      return runs`Hal yang ditunda oleh ${of} (${deferredBy ?? ''}, ${title}) dimuat dalam agenda sebagai mata acara ${String(number)}.`
    const why = deferredBy === null ? 'dibawa ke pertemuan berikutnya' : `ditunda (${deferredBy})`
    return runs`Mata acara ${String(item)} ${of} (${title}) yang ${why} dimuat dalam agenda sebagai mata acara ${String(number)}.`
  },
  confirmed: (formerMeeting, amended) =>
    `Risalah Pertemuan ${titled(ordinal(formerMeeting, 'id'))} disahkan${amended ? ' dengan perubahan:' : '.'}`,
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
  representedBy: (name) => `diwakili oleh ${name}`,
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
  agreedVersion: (version) => `Versi ${version}, disepakati`,
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

/** The same of sentences, behind what leads to them; nothing where there are none. */
function listedRuns(things: readonly Sentence[], and: string, lead: string): Sentence {
  if (things.length === 0) return []
  const comma = and === 'dan' && things.length > 2 ? ',' : ''
  const before = (index: number) =>
    index === 0 ? lead : index === things.length - 1 ? `${comma} ${and} ` : ', '
  return joined(things.flatMap((thing, index) => [before(index), thing]))
}

function bySide(added: readonly ChangedItem[]): readonly { side: Side; numbers: readonly number[] }[] {
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
