import { DraftId, MeetingId } from '../../../shared/ids.ts'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../shared/fault.ts'
import { startWords, words } from '../../../renderer/i18n/words.ts'
import { faultWords } from '../../../renderer/ui/faultWords.ts'
import { hostileFiles } from '../../support/hostileFiles.ts'

const kinds: { readonly [Kind in Fault['kind']]: Extract<Fault, { readonly kind: Kind }> } = {
  InvalidInput: { kind: 'InvalidInput', problems: ['name: too_big'] },
  NotAllowed: { kind: 'NotAllowed' },
  Unreachable: { kind: 'Unreachable' },
  Unexpected: { kind: 'Unexpected', reference: 'a1b2' },
  NotFound: { kind: 'NotFound', what: 'meeting' },
  RecordClosed: { kind: 'RecordClosed' },
  RecordLocked: { kind: 'RecordLocked' },
  RecordUnusable: { kind: 'RecordUnusable', why: 'truncated', name: 'Unit' },
  RecordInUse: { kind: 'RecordInUse', host: 'pc-2', officer: 'Ratna', since: '2025-05-19T02:42:00.000Z' },
  RecordExists: { kind: 'RecordExists', name: 'Unit' },
  WrongPassphrase: { kind: 'WrongPassphrase', waitSeconds: 30 },
  WrongRecoveryKey: { kind: 'WrongRecoveryKey', waitSeconds: 0 },
  WeakPassphrase: { kind: 'WeakPassphrase', atLeast: 12 },
  DiskFull: { kind: 'DiskFull', name: 'Disk D:' },
  NotWritable: { kind: 'NotWritable', name: 'Unit' },
  FileInUse: { kind: 'FileInUse', name: 'risalah.docx', savedAs: 'risalah (2).docx' },
  StaleText: { kind: 'StaleText', revision: 4 },
  TextHeldElsewhere: { kind: 'TextHeldElsewhere' },
  InvalidText: { kind: 'InvalidText', problems: [] },
  TextTooLarge: { kind: 'TextTooLarge', characters: 1_200_000, atMost: 1_000_000 },
  StillReferredTo: { kind: 'StillReferredTo', by: [{ what: 'meeting', name: 'Nusa Dua', on: '2025-05-19' }] },
  ItemsUndecided: {
    kind: 'ItemsUndecided',
    items: [{ number: 5, title: { en: 'Repatriation', id: 'Pemulangan' } }],
  },
  OnAnotherAgenda: {
    kind: 'OnAnotherAgenda',
    by: [{ what: 'agendaItem', name: 'Visa fees', on: '2025-05-19' }],
  },
  AlreadyThere: { kind: 'AlreadyThere', what: 'officer' },
  SeatedTogether: { kind: 'SeatedTogether', by: [{ what: 'meeting', name: '1. Rapat', on: null }] },
  TimesOverlap: { kind: 'TimesOverlap' },
  EndsBeforeItStarts: { kind: 'EndsBeforeItStarts' },
  DraftFixed: { kind: 'DraftFixed' },
  CommentPlaceGone: { kind: 'CommentPlaceGone' },
  BracketsOpen: {
    kind: 'BracketsOpen',
    brackets: [{ language: 'en', clause: 'Article 5', text: 'shall' }],
    count: 1,
  },
  ReasonNeeded: { kind: 'ReasonNeeded', why: 'stageOutOfOrder' },
  FileRegistered: {
    kind: 'FileRegistered',
    draftId: DraftId.parse('0197a000-0000-7000-8000-000000000001'),
    number: 2,
  },
  LastOfficer: { kind: 'LastOfficer' },
  NoAccess: { kind: 'NoAccess' },
  LastAccess: { kind: 'LastAccess' },
  CannotUndo: { kind: 'CannotUndo', why: 'neededSince' },
  MinutesAgreed: {
    kind: 'MinutesAgreed',
    meetingId: MeetingId.parse('0197a000-0000-7000-8000-000000000002'),
    number: 2,
    heldOn: '2025-05-19',
  },
  MinutesOutOfTurn: { kind: 'MinutesOutOfTurn', why: 'notCirculated' },
  MinutesIncomplete: { kind: 'MinutesIncomplete', problems: [{ kind: 'headMissing', side: 'KHM' }] },
  CorrectionsOpen: { kind: 'CorrectionsOpen', corrections: [{ number: 1, side: 'KHM', asked: '30 days' }] },
  DayCannotBe: { kind: 'DayCannotBe', why: 'beforeMeeting' },
  NotReadyToExport: { kind: 'NotReadyToExport', problems: [{ kind: 'nextMeetingMissing' }] },
  DocxRefused: { kind: 'DocxRefused', why: 'bomb', name: 'draf.docx', part: 'word/document.xml' },
  DictionaryRefused: { kind: 'DictionaryRefused', why: 'encoding', name: 'id_ID.dic', encoding: 'KOI8-R' },
  LetterheadUnfit: { kind: 'LetterheadUnfit', name: 'kop.docx', problems: [{ kind: 'bodyMissing' }] },
  FileUnreadable: { kind: 'FileUnreadable', name: 'draf.docx' },
  FileTooLarge: { kind: 'FileTooLarge', name: 'lampiran.zip', atMost: 52_428_800 },
  AttachmentLost: { kind: 'AttachmentLost', why: 'missing' },
  NotUtf8: { kind: 'NotUtf8', name: 'draf.txt' },
  DifferentLanguages: { kind: 'DifferentLanguages', base: 'en', target: 'id' },
  PrinterMissing: { kind: 'PrinterMissing' },
  JobStopped: { kind: 'JobStopped', why: 'tooLong' },
}

startWords('id')

describe.each(['id', 'en'] as const)('every fault in %s', (language) => {
  const t = words.getFixedT(language)
  it.each(Object.values(kinds))('$kind says what happened and what to do', (fault) => {
    const { what, next } = faultWords(fault, t, language)
    for (const said of [what, next]) {
      expect(said).not.toMatch(/\{\{|undefined|^faults\./)
      expect(said).toMatch(/[.:]$/)
    }
  })
})

describe('a file that is not there', () => {
  it.each(['id', 'en'] as const)(
    'is looked for on the disk, not in the history of the record, in %s',
    (language) => {
      const t = words.getFixedT(language)
      const { what, next } = faultWords({ kind: 'NotFound', what: 'file' }, t, language)
      expect(`${what} ${next}`).not.toMatch(/Riwayat|history|catatan|record/i)
    },
  )
})

describe('a refused file', () => {
  it.each(['id', 'en'] as const)('has words of its own in %s for every reason', (language) => {
    const reasons = [...new Set(hostileFiles.map(({ why }) => why))]
    const said = reasons.map((why) => {
      const fault: Fault = { kind: 'DocxRefused', why, name: 'draf.docx', part: null }
      const { what, next } = faultWords(fault, words.getFixedT(language), language)
      expect(what).toContain('“draf.docx”')
      expect(next).toMatch(/^(?:Tidak ada yang dibaca|Nothing was read).*\. .+\.$/)
      return what
    })
    expect(new Set(said).size).toBe(reasons.length)
  })
})

describe('a fault', () => {
  it('writes numbers as the language does', () => {
    expect(faultWords(kinds.TextTooLarge, words.getFixedT('id'), 'id').what).toContain('1.200.000')
    expect(faultWords(kinds.TextTooLarge, words.getFixedT('en'), 'en').what).toContain('1,200,000')
  })
  it('says how long to wait after wrong tries', () =>
    expect(faultWords(kinds.WrongPassphrase, words.getFixedT('en'), 'en').next).toContain('30 seconds'))
  it('keeps its code for the details', () =>
    expect(faultWords(kinds.Unexpected, words.getFixedT('en'), 'en').code).toBe('a1b2'))
})
