import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillSample } from '../../../electron/services/sample/fillSample.ts'
import type { Input } from '../../../shared/api/contract.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import type { Paper } from '../../../shared/meeting/papers/paper.ts'
import { canary } from '../../support/canaries.ts'
import { docxParts, partsWith } from '../../support/docxParts.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let second: MeetingDossier
beforeEach(async () => {
  record = await newMeetingRecord({ sample: true })
  await fillSample(record.record)
  await record.reopen()
  const { rows } = await record.get('meeting.list', { query: 'Nusa Dua', after: null })
  const [row] = rows
  if (!row) throw new Error('the sample has a meeting in Nusa Dua')
  second = await record.get('meeting.dossier', { meetingId: row.id })
})
afterEach(() => record.close())

const excerpt = (): Paper => {
  const item = second.agenda.find(({ part }) => part === 'discussion')
  if (!item) throw new Error('the sample has items')
  return { kind: 'excerpt', itemId: item.id }
}
const asked = (paper: Paper, more: Partial<Input<'paper.export'>> = {}) => ({
  ...{ meetingId: second.meeting.id, language: 'id' as const, paper },
  ...{ format: 'docx' as const, draft: false, letterheadId: null },
  ...more,
})

describe('a paper of a meeting', () => {
  it.each<[string, () => Paper, RegExp]>([
    ['the agenda', () => ({ kind: 'agenda' }), /^Agenda 2, Indonesia-Kamboja, 2025-05-19, ID, T\.docx$/],
    ['the table of actions', () => ({ kind: 'actions' }), /^Daftar Tindak Lanjut 2, .*, T\.docx$/],
    ['an excerpt', excerpt, /^Kutipan Risalah 2, mata acara \d, .*, T\.docx$/],
    [
      'the internal report',
      () => ({ kind: 'internalReport' }),
      /^Laporan Delegasi \(internal\) 2, .*, T\.docx$/,
    ],
  ])('goes out under a name that says what it is, and stands in the history: %s', async (_, paper, name) => {
    expect((await record.get('paper.export', asked(paper())))?.name).toMatch(name)
    expect(record.store.history(null, 50)[0]).toMatchObject({ operation: 'paper.export', undo: null })
    const head = (await record.get('paper.preview', { ...requestOf(paper()) })).document.auditHead
    expect(docxParts(record.saved[0]?.bytes ?? new Uint8Array()).get('word/footer1.xml')).toContain(
      `Log audit ${head}`,
    )
  })

  it('is a PDF of the same words as its preview', async () => {
    for (const paper of [
      { kind: 'agenda' },
      { kind: 'actions' },
      excerpt(),
      { kind: 'internalReport' },
    ] as const) {
      const { document } = await record.get('paper.preview', requestOf(paper))
      await record.get('paper.export', asked(paper, { format: 'pdf' }))
      const page = plainOf(new TextDecoder().decode(record.saved.at(-1)?.bytes))
      for (const block of document.blocks)
        if ('runs' in block) expect(page).toContain(squeezed(block.runs.map(({ text }) => text).join('')))
    }
  })

  it('is a workbook where it is the table of actions, and nothing else is', async () => {
    const saved = await record.get('paper.export', asked({ kind: 'actions' }, { format: 'xlsx' }))
    expect(saved?.name).toMatch(/, T\.xlsx$/)
    expect(docxParts(record.saved[0]?.bytes ?? new Uint8Array()).get('xl/worksheets/sheet1.xml')).toContain(
      '2/2025/1',
    )
    const fault = await record.refused('paper.export', asked({ kind: 'agenda' }, { format: 'xlsx' }))
    expect(fault).toMatchObject({ kind: 'InvalidInput' })
  })

  it('has nothing of the guidelines of the delegation, the internal report either', async () => {
    const { rows } = await record.get('mou.list', { query: '', after: null })
    const [mou] = rows
    if (!mou) throw new Error('the sample has a memorandum')
    const passphrase = 'pedoman hanya untuk ketua delegasi'
    if ((await record.get('guidelines.ofMou', { mouId: mou.id })) === null)
      await record.get('guidelines.make', { mouId: mou.id, passphrase })
    await record.get('guidelines.save', { mouId: mou.id, revision: 1, words: canary })
    await record.get('paper.export', asked({ kind: 'internalReport' }))
    expect(partsWith(record.saved[0]?.bytes ?? new Uint8Array(), canary)).toEqual([])
  })

  it('is an excerpt of an item of this meeting, not of a break', async () => {
    const pause = second.agenda.find(({ part }) => part === 'break')
    if (!pause) throw new Error('the sample has breaks')
    for (const itemId of [pause.id, '01900000-0000-7000-8000-999999999999' as typeof pause.id])
      expect(await record.refused('paper.preview', requestOf({ kind: 'excerpt', itemId }))).toEqual({
        kind: 'NotFound',
        what: 'agendaItem',
      })
  })

  it('is refused while something is missing from it, unless it is a draft; what is missing elsewhere is not asked', async () => {
    const heads = second.delegates.filter(({ role }) => role === 'head')
    for (const { id } of heads) await record.get('delegate.remove', { delegateId: id })
    const fault = await record.refused('paper.export', asked({ kind: 'internalReport' }))
    expect(fault).toMatchObject({
      kind: 'NotReadyToExport',
      problems: [{ kind: 'headMissing' }, { kind: 'headMissing' }],
    })
    expect(record.saved).toEqual([])
    expect(
      await record.get('paper.export', asked({ kind: 'internalReport' }, { draft: true })),
    ).not.toBeNull()
    // An agenda has no heads.
    expect(await record.get('paper.export', asked({ kind: 'agenda' }))).not.toBeNull()
  })

  it.each(['docx', 'pdf', 'xlsx'] as const)(
    'is not lost where its file is open in another program, and the log has it: %s',
    async (format) => {
      const fault = { kind: 'FileInUse', name: 'Tabel', savedAs: 'Tabel (2)' } as const
      record.savesWith(() => Promise.resolve({ ok: false, fault }))
      expect(await record.refused('paper.export', asked({ kind: 'actions' }, { format }))).toEqual(fault)
      expect(record.store.history(null, 50)[0]).toMatchObject({ operation: 'paper.export' })
    },
  )
})

function requestOf(paper: Paper) {
  return { meetingId: second.meeting.id, language: 'id' as const, paper }
}

function plainOf(html: string): string {
  const [, body = ''] = html.split('<body>')
  const words = body.replace(/<br>/g, ' ').replace(/<[^>]*>/g, '')
  return squeezed(words.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))))
}

function squeezed(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
