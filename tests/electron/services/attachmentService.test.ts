import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { largestAttachment } from '../../../shared/attachment.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { meetingOf, type MeetingRecord, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let meetingId: MeetingId
beforeEach(async () => {
  record = await newMeetingRecord()
  const { series } = await withSeries(record)
  meetingId = (await record.get('meeting.put', { meeting: meetingOf(series.id) })).value.id
})
afterEach(() => record.close())

const uploadId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const owner = () => ({ kind: 'meeting', id: meetingId }) as const
const names = async () => (await record.get('attachment.list', { owner: owner() })).map(({ name }) => name)

async function add(name: string, bytes: Uint8Array) {
  await record.get('attachment.sendPart', {
    uploadId,
    name,
    part: Buffer.from(bytes).toString('base64'),
  })
  return record.get('attachment.add', { owner: owner(), uploadId, name })
}

describe('documents of a meeting', () => {
  it('are chosen, kept as they came and written out again, byte for byte', async () => {
    const bytes = Buffer.from('%PDF-1.7 nota diplomatik')
    const path = join(record.folder, 'Nota diplomatik.pdf')
    writeFileSync(path, bytes)
    record.opens(path)
    const chosen = await record.get('attachment.choose', {})
    if (!chosen) throw new Error('nothing was chosen')
    expect(chosen).toMatchObject({ name: 'Nota diplomatik.pdf', bytes: bytes.length })
    const { value } = await record.get('attachment.add', { owner: owner(), ...chosenOf(chosen) })
    expect(value).toMatchObject({ name: 'Nota diplomatik.pdf', bytes: bytes.length, owner: owner() })
    await record.get('attachment.saveAs', { attachmentId: value.id })
    expect(record.saved.map((file) => Buffer.from(file.bytes))).toEqual([bytes])
    expect(record.saved[0]?.path).toMatch(/Nota diplomatik\.pdf$/)
  })

  it('come in parts where they were dropped', async () => {
    for (const part of ['satu ', 'dua ', 'tiga'])
      await record.get('attachment.sendPart', { uploadId, name: 'a.txt', part: btoa(part) })
    const { value } = await record.get('attachment.add', { owner: owner(), uploadId, name: 'a.txt' })
    await record.get('attachment.saveAs', { attachmentId: value.id })
    expect(Buffer.from(record.saved[0]?.bytes ?? []).toString()).toBe('satu dua tiga')
  })

  it('are renamed, removed and brought back', async () => {
    const { value } = await add('lama.txt', Buffer.from('isi'))
    await record.get('attachment.rename', { attachmentId: value.id, name: 'baru.txt' })
    expect(await names()).toEqual(['baru.txt'])
    const removed = await record.get('attachment.remove', { attachmentId: value.id })
    expect(await names()).toEqual([])
    expect(record.undo(removed.undo)).toBeNull()
    expect(await names()).toEqual(['baru.txt'])
    await record.get('attachment.saveAs', { attachmentId: value.id })
    expect(Buffer.from(record.saved[0]?.bytes ?? []).toString()).toBe('isi')
  })

  it('go with their meeting and come back with it', async () => {
    await add('a.txt', Buffer.from('isi'))
    const removed = await record.get('meeting.remove', { meetingId })
    expect(record.undo(removed.undo)).toBeNull()
    expect(await names()).toEqual(['a.txt'])
  })

  it('stay through a crash', async () => {
    const { value } = await add('a.txt', Buffer.from('isi'))
    await record.reopen('crashed')
    expect(await names()).toEqual(['a.txt'])
    await record.get('attachment.saveAs', { attachmentId: value.id })
    expect(record.saved).toHaveLength(1)
  })

  it('are refused when too large, when nothing came, and when their meeting has gone', async () => {
    const part = Buffer.alloc(3 * 1024 * 1024).toString('base64')
    const sent = []
    for (let bytes = 0; bytes <= largestAttachment; bytes += 3 * 1024 * 1024)
      sent.push(await record.call('attachment.sendPart', { uploadId, name: 'besar.zip', part }))
    expect(sent.at(-1)).toMatchObject({ fault: { kind: 'FileTooLarge', name: 'besar.zip' } })
    expect(await record.refused('attachment.add', { owner: owner(), uploadId, name: 'besar.zip' })).toEqual({
      kind: 'NotFound',
      what: 'file',
    })
    await record.get('attachment.sendPart', { uploadId, name: 'a.txt', part: '' })
    await record.get('meeting.remove', { meetingId })
    expect(await record.refused('attachment.add', { owner: owner(), uploadId, name: 'a.txt' })).toEqual({
      kind: 'NotFound',
      what: 'meeting',
    })
  })

  it('have a name and no folder', async () => {
    for (const name of ['', '../lari.txt', 'a\\b.txt'])
      expect((await record.refused('attachment.add', { owner: owner(), uploadId, name })).kind).toBe(
        'InvalidInput',
      )
  })

  it('are said to be lost where their bytes are', async () => {
    const { value } = await add('a.txt', Buffer.from('isi'))
    record.loseFiles()
    expect(await record.refused('attachment.saveAs', { attachmentId: value.id })).toEqual({
      kind: 'AttachmentLost',
      why: 'missing',
    })
    expect(record.saved).toEqual([])
  })
})

function chosenOf({ uploadId, name }: { readonly uploadId: string; readonly name: string }) {
  return { uploadId, name }
}
