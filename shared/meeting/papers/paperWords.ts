import type { CalendarDate, ComposedLanguage, Side } from '../../values.ts'
import type { ActionState, MeetingKind, Outcome } from '../meeting.ts'
import { countryOf } from '../countries.ts'
import { writtenDate } from '../writtenDate.ts'
import type { Paper } from './paper.ts'

/** The words that papers beside the minutes put around what the record says. */
type PaperWords = {
  /** The first line of the title. */
  readonly title: Readonly<Record<Paper['kind'], string>>
  readonly fileTitle: Readonly<Record<Paper['kind'], string>>
  readonly item: (number: number) => string // in the name of a file
  readonly adoptedOn: (day: CalendarDate) => string
  readonly proposal: string
  readonly decisions: string
  readonly decisionColumns: readonly string[] // number, outcome, wording
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly actions: string
  readonly actionsHere: string
  readonly actionsBefore: string
  readonly noActions: string
  readonly followUpColumns: readonly string[] // number, side, action, due date, state
  readonly internalColumns: readonly string[] // number, side and agency, action, due date and channel, state and evidence
  readonly state: Readonly<Record<ActionState, string>>
  readonly since: (state: string, day: CalendarDate) => string
  readonly noDate: string
  readonly channel: string
  readonly evidence: string
  readonly ownTitle: string
  readonly kindOfMeeting: string
  readonly kinds: Readonly<Record<MeetingKind, string>>
  readonly venue: string
  readonly time: string
  readonly head: (side: Side) => string
  readonly signed: (side: Side) => string
  readonly notSigned: string
  readonly notes: string
  readonly note: (visibility: 'internal' | 'shared', by: string, day: CalendarDate) => string
  readonly ofThisSide: string // behind an event that only one's own side may see
}

export function paperWords(language: ComposedLanguage): PaperWords {
  return language === 'en' ? english : indonesian
}

const english: PaperWords = {
  title: {
    agenda: 'AGENDA',
    excerpt: 'EXCERPT FROM THE MINUTES',
    actions: 'FOLLOW-UP ACTIONS',
    internalReport: 'DELEGATION REPORT',
  },
  fileTitle: {
    agenda: 'Agenda',
    excerpt: 'Excerpt from the Minutes',
    actions: 'Follow-up Actions',
    internalReport: 'Delegation Report (internal)',
  },
  item: (number) => `item ${number}`,
  adoptedOn: (day) => `Adopted on ${writtenDate(day, 'en')}`,
  proposal: 'Proposal, not yet adopted',
  decisions: 'Decisions',
  decisionColumns: ['Number', 'Outcome', 'Decision'],
  outcome: {
    agreed: 'Agreed',
    agreedAdReferendum: 'Agreed ad referendum',
    noted: 'Noted',
    deferred: 'Deferred',
    viewsDiffer: 'Views differ',
  },
  actions: 'Follow-up actions',
  actionsHere: 'Agreed at this meeting',
  actionsBefore: 'From earlier meetings',
  noActions: 'No follow-up actions are recorded.',
  followUpColumns: ['Number', 'Side', 'Action', 'Due date', 'Status'],
  internalColumns: ['Number', 'Side and agency', 'Action', 'Due date and channel', 'Status and evidence'],
  state: { open: 'Open', done: 'Done', withdrawn: 'Withdrawn' },
  since: (state, day) => `${state}, ${writtenDate(day, 'en')}`,
  noDate: 'No date',
  channel: 'Channel',
  evidence: 'Evidence',
  ownTitle: 'Title',
  kindOfMeeting: 'Kind of meeting',
  kinds: {
    ministerial: 'Ministerial meeting',
    seniorOfficials: 'Senior officials’ meeting',
    technical: 'Technical meeting',
    negotiationRound: 'Round of negotiation',
    courtesyCall: 'Courtesy call',
    studyVisit: 'Study visit',
    signing: 'Signing',
  },
  venue: 'Venue',
  time: 'Time',
  head: (side) => `Head of the ${countryOf(side).adjective} delegation`,
  signed: (side) => `Signed for the ${countryOf(side).adjective} delegation`,
  notSigned: 'Not yet',
  notes: 'Notes',
  note: (visibility, by, day) =>
    `${visibility === 'internal' ? 'Internal note' : 'Shared note'}, ${by}, ${writtenDate(day, 'en')}`,
  ofThisSide: 'internal',
}

const indonesian: PaperWords = {
  title: {
    agenda: 'AGENDA',
    excerpt: 'KUTIPAN RISALAH',
    actions: 'DAFTAR TINDAK LANJUT',
    internalReport: 'LAPORAN DELEGASI',
  },
  fileTitle: {
    agenda: 'Agenda',
    excerpt: 'Kutipan Risalah',
    actions: 'Daftar Tindak Lanjut',
    internalReport: 'Laporan Delegasi (internal)',
  },
  item: (number) => `mata acara ${number}`,
  adoptedOn: (day) => `Disahkan pada tanggal ${writtenDate(day, 'id')}`,
  proposal: 'Usulan, belum disahkan',
  decisions: 'Keputusan',
  decisionColumns: ['Nomor', 'Hasil', 'Keputusan'],
  outcome: {
    agreed: 'Disepakati',
    agreedAdReferendum: 'Disepakati ad referendum',
    noted: 'Dicatat',
    deferred: 'Ditunda',
    viewsDiffer: 'Pandangan berbeda',
  },
  actions: 'Tindak lanjut',
  actionsHere: 'Disepakati dalam pertemuan ini',
  actionsBefore: 'Dari pertemuan sebelumnya',
  noActions: 'Tidak ada tindak lanjut yang tercatat.',
  followUpColumns: ['Nomor', 'Pihak', 'Tindak lanjut', 'Batas waktu', 'Status'],
  internalColumns: [
    'Nomor',
    'Pihak dan instansi',
    'Tindak lanjut',
    'Batas waktu dan saluran',
    'Status dan bukti',
  ],
  state: { open: 'Terbuka', done: 'Selesai', withdrawn: 'Ditarik' },
  since: (state, day) => `${state}, ${writtenDate(day, 'id')}`,
  noDate: 'Tanpa batas waktu',
  channel: 'Saluran',
  evidence: 'Bukti',
  ownTitle: 'Judul',
  kindOfMeeting: 'Jenis pertemuan',
  kinds: {
    ministerial: 'Pertemuan tingkat menteri',
    seniorOfficials: 'Pertemuan pejabat senior',
    technical: 'Pertemuan teknis',
    negotiationRound: 'Putaran perundingan',
    courtesyCall: 'Kunjungan kehormatan',
    studyVisit: 'Kunjungan studi',
    signing: 'Penandatanganan',
  },
  venue: 'Tempat acara',
  time: 'Waktu',
  head: (side) => `Ketua Delegasi ${countryOf(side).name.id}`,
  signed: (side) => `Ditandatangani untuk Delegasi ${countryOf(side).name.id}`,
  notSigned: 'Belum',
  notes: 'Catatan',
  note: (visibility, by, day) =>
    `${visibility === 'internal' ? 'Catatan internal' : 'Catatan bersama'}, ${by}, ${writtenDate(day, 'id')}`,
  ofThisSide: 'internal',
}
