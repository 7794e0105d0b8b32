import { describe, expect, it } from 'vitest'
import type { AgencyId, AgendaItemId } from '../../../../shared/ids.ts'
import type { MeetingDossier } from '../../../../shared/meeting/meeting.ts'
import type { Block, MinutesPreview } from '../../../../shared/meeting/minutesDocument.ts'
import { minutesHtml } from '../../../../shared/meeting/minutesHtml.ts'
import { plain } from '../../../../shared/meeting/runs.ts'
import { composePaper } from '../../../../shared/meeting/papers/composePaper.ts'
import type { Paper } from '../../../../shared/meeting/papers/paper.ts'
import type { ComposedLanguage, Wording } from '../../../../shared/values.ts'
import { nusaDua, type RecordOfMeeting, testId } from '../../../support/nusaDua.ts'

const memorandum = testId<AgendaItemId>(104)
const directorate = testId<AgencyId>(800)

describe('the agenda', () => {
  it('has times, items, breaks and who leads, and says that it was adopted', () => {
    const { blocks } = compose({ kind: 'agenda' }).document
    expect(lines(blocks.slice(0, 4))).toEqual([
      'AGENDA',
      'OF THE SECOND BILATERAL MEETING ON IMMIGRATION MATTERS',
      'BETWEEN INDONESIA AND CAMBODIA',
      'Nusa Dua, 19 May 2025\nAdopted on 19 May 2025',
    ])
    expect(rowsOf(blocks).slice(2, 6)).toEqual([
      '09.45–10.45|3|Review of the follow-up of the First Meeting|Co-chairs',
      '10.45–11.00||Coffee break|',
      '11.00–15.00|4|Draft Memorandum of Understanding|Indonesia',
      '15.00–16.00|5|Repatriation of April 2025 (added at adoption, at the request of Cambodia)|Cambodia',
    ])
  })
  it('is a proposal until it is adopted', () => {
    const record = changed((dossier) => ({
      ...dossier,
      meeting: { ...dossier.meeting, agendaAdoptedOn: null },
    }))
    expect(lines(compose({ kind: 'agenda' }, record, 'id').document.blocks)[3]).toBe(
      'Nusa Dua, 19 Mei 2025\nUsulan, belum disahkan',
    )
  })
  it('misses only the titles that nobody wrote in its language', () => {
    const record = changed((dossier) => ({
      ...dossier,
      delegates: [], // no heads: that is no matter of an agenda
      agenda: dossier.agenda.map((item) =>
        item.id === memorandum ? { ...item, title: { en: 'Only English' } } : item,
      ),
    }))
    expect(compose({ kind: 'agenda' }, record, 'id').problems).toEqual([
      { kind: 'wordingMissing', what: 'Only English', language: 'id' },
    ])
  })
})

describe('an excerpt', () => {
  it('has one item under its own number, its decisions and actions, and nothing of the others', () => {
    const record = changed((dossier) => ({
      ...dossier,
      actions: dossier.actions.map((action, index) =>
        index === 0 ? { ...action, itemId: memorandum } : action,
      ),
    }))
    const { blocks, internal } = compose({ kind: 'excerpt', itemId: memorandum }, record).document
    expect(internal).toBe(false)
    const said = lines(blocks)
    expect(said[0]).toBe('EXCERPT FROM THE MINUTES')
    expect(blocks.filter(({ kind }) => kind === 'heading')).toMatchObject([{ number: 4 }])
    expect(said.join('\n')).not.toMatch(/Opening|Repatriation|Closing|Annex 1/)
    expect(rowsOf(blocks)).toEqual([
      '2/2025/1|Agreed ad referendum|The Meeting agreed ad referendum on Articles 1, 2 (a), 4, 6, 8 and 9.',
      '2/2025/1|Cambodia|Reply on Article 3 (3) through diplomatic channel|30 June 2025|Open',
    ])
    expect(blocks.some(({ kind }) => kind === 'signatures' || kind === 'annex')).toBe(false)
  })
  it('misses only what its own item misses', () => {
    const record = changed((dossier) => ({
      ...dossier,
      delegates: [],
      meeting: { ...dossier.meeting, next: null },
    }))
    expect(compose({ kind: 'excerpt', itemId: memorandum }, record).problems).toEqual([])
    const docs = new Map(nusaDua().docs)
    docs.clear()
    expect(compose({ kind: 'excerpt', itemId: memorandum }, { ...nusaDua(), docs }).problems).toEqual([
      { kind: 'textMissing', itemNumber: 4, language: 'en' },
    ])
  })
  it('is of an item that is there', () =>
    expect(() => compose({ kind: 'excerpt', itemId: testId(4_711) })).toThrow(RangeError))
})

describe('the table of actions', () => {
  it('says how each stood on the day of the meeting, those of earlier meetings apart', () => {
    const { blocks } = compose({ kind: 'actions' }).document
    const rows = rowsOf(blocks)
    expect(rows).toHaveLength(11)
    expect(rows[0]).toBe(
      '2/2025/1|Cambodia|Reply on Article 3 (3) through diplomatic channel|30 June 2025|Open',
    )
    expect(rows.filter((row) => row.endsWith('|Done'))).toHaveLength(3)
    expect(lines(blocks).filter((line) => /meeting/.test(line))).toEqual([
      'Agreed at this meeting',
      'From earlier meetings',
    ])
  })
  it('says that there are none', () => {
    const record = changed((dossier) => ({ ...dossier, actions: [], formerActions: [] }))
    expect(lines(compose({ kind: 'actions' }, record, 'id').document.blocks).at(-1)).toBe(
      'Tidak ada tindak lanjut yang tercatat.',
    )
  })
})

describe('the internal report', () => {
  const record = changed((dossier) => ({
    ...dossier,
    meeting: { ...dossier.meeting, venue: 'Balairung Utama' },
    actions: dossier.actions.map((action) => ({
      ...action,
      agencyId: directorate,
      channel: 'Nota diplomatik',
      evidence: 'Surat IMI-231',
    })),
    programme: dossier.programme.map((event, index) =>
      index === 0 ? { ...event, visibility: 'internal' } : event,
    ),
    notes: [
      note(1, memorandum, 'internal', 'Pihak KHM lebih lunak.', '2025-05-19T17:30:00.000Z'),
      note(2, null, 'shared', 'Ruang rapat disiapkan KHM.', '2025-05-19T02:00:00.000Z'),
    ],
  }))

  it('says on every page that it is internal, with its classification', () => {
    const { document } = compose({ kind: 'internalReport' }, record, 'id')
    expect(minutesHtml(document, { draft: false, fonts: [] })).toContain(
      '@top-left { content: "TERBATAS · INTERNAL"',
    )
  })
  it('puts the notes of an item behind its words, by whom and on which day at the place', () => {
    const said = lines(compose({ kind: 'internalReport' }, record, 'id').document.blocks)
    const at = said.indexOf('Catatan internal, Dewi, 20 Mei 2025\nPihak KHM lebih lunak.')
    expect(said.slice(at - 1, at + 2)).toEqual(['Catatan', said[at], 'Pemulangan bulan April 2025'])
    expect(said).toContain('Catatan bersama, Dewi, 19 Mei 2025\nRuang rapat disiapkan KHM.')
  })
  it('names venue, agencies, channels, evidence and internal events', () => {
    const rows = rowsOf(compose({ kind: 'internalReport' }, record, 'id').document.blocks)
    expect(rows).toContain('Tempat acara|Balairung Utama')
    expect(rows).toContain('Jenis pertemuan|Putaran perundingan')
    expect(rows).toContain(
      '2/2025/1|Kamboja\nDirektorat Jenderal Imigrasi|Menjawab Pasal 3 ayat (3) melalui saluran diplomatik|' +
        '30 Juni 2025\nSaluran: Nota diplomatik|Terbuka\nBukti: Surat IMI-231',
    )
    expect(rows).toContain('19 Mei 2025|09.15–18.30|Pertemuan bilateral (internal)|Nusa Dua')
    expect(rows).toContain('Ditandatangani untuk Delegasi Kamboja|Phnom Penh, 2 Juni 2025')
  })
  it('is not held back by signatures that are still to come', () => {
    const unsigned = changed((dossier) => ({
      ...dossier,
      delegates: dossier.delegates.map((one) => ({ ...one, signedOn: null })),
    }))
    const { problems, document } = compose({ kind: 'internalReport' }, unsigned)
    expect(problems).toEqual([])
    expect(rowsOf(document.blocks)).toContain('Signed for the Indonesian delegation|Not yet')
  })
  it('is held back by a head who is missing', () => {
    const headless = changed((dossier) => ({ ...dossier, delegates: [] }))
    expect(compose({ kind: 'internalReport' }, headless).problems.map(({ kind }) => kind)).toEqual([
      'headMissing',
      'headMissing',
    ])
  })
})

function compose(
  paper: Paper,
  record: RecordOfMeeting = nusaDua(),
  language: ComposedLanguage = 'en',
): MinutesPreview {
  const agencies = new Map<AgencyId, Wording>([[directorate, { id: 'Direktorat Jenderal Imigrasi' }]])
  return composePaper(paper, { ...record, language, sample: false, auditHead: null, agencies })
}

function changed(change: (dossier: MeetingDossier) => MeetingDossier): RecordOfMeeting {
  const { dossier, docs } = nusaDua()
  return { dossier: change(dossier), docs }
}

function note(
  count: number,
  itemId: AgendaItemId | null,
  visibility: 'internal' | 'shared',
  words: string,
  madeAt: string,
): MeetingDossier['notes'][number] {
  return { id: testId(900 + count), meetingId: testId(1), itemId, visibility, words, madeAt, madeBy: 'Dewi' }
}

/** The words of all blocks that are no tables. */
function lines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => ('runs' in block ? [plain(block.runs)] : []))
}

/** The rows of all tables, their cells parted by strokes. */
function rowsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ runs }) => plain(runs)).join('|')) : [],
  )
}
