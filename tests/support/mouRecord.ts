import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Input } from '../../shared/api/contract.ts'
import type { Draft } from '../../shared/mou/draft.ts'
import { TopicId } from '../../shared/ids.ts'
import type { Mou } from '../../shared/mou/mou.ts'
import type { MeetingRecord } from './meetingRecord.ts'

type NewMou = Input<'mou.put'>['mou']
type Facts = Input<'draft.register'>['facts']

/** A memorandum between Indonesia and Cambodia, of which nothing but its name is settled. */
export async function withMou(record: MeetingRecord, parts: Partial<NewMou> = {}): Promise<Mou> {
  const [there] = await record.get('relationship.list', {})
  const relationship = there ?? (await record.get('relationship.add', { otherSide: 'KHM' })).value
  const { value } = await record.get('mou.put', {
    mou: {
      id: null,
      relationshipId: relationship.id,
      type: 'mou',
      title: {
        en: 'Memorandum of Understanding on Trafficking in Persons',
        id: 'Nota Kesepahaman tentang TPPO',
      },
      shortTitle: 'TPPO',
      parties: [
        { side: 'IDN', agencyId: null, signatoryId: null },
        { side: 'KHM', agencyId: null, signatoryId: null },
      ],
      topics: [TopicId.parse('transnationalCrime.traffickingInPersons')],
      scope: {},
      languages: ['en', 'id'],
      prevailing: 'en',
      classification: 'restricted',
      legalBasis: '',
      signingTarget: null,
      force: null,
      note: '',
      ...parts,
    },
  })
  return value
}

export const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

export const facts: Facts = {
  kind: 'ownDraft',
  tabledBy: 'IDN',
  textDate: '2025-05-02',
  receivedOn: null,
  channel: 'note',
  note: '',
  dateReason: '',
}

/** Registers a file as a draft, read as it is proposed. */
export async function withDraft(
  record: MeetingRecord,
  mou: Mou,
  made: {
    readonly name?: string
    readonly bytes: Uint8Array
    readonly facts?: Partial<Facts>
    readonly parents?: readonly Draft[]
    readonly language?: Draft['language']
    readonly again?: boolean
  },
): Promise<Draft> {
  const { name = 'draft.txt', bytes, parents = [], language = 'en', again = false } = made
  const uploadId = randomUUID()
  await record.get('compare.sendPart', { uploadId, name, part: Buffer.from(bytes).toString('base64') })
  const { fileId } = await record.get('compare.addFile', { uploadId, name })
  const file = { fileId, view: 'asProposed' as const }
  const source = { kind: 'file' as const, file }
  const { importId } = await record.get('draft.recognise', { mouId: mou.id, language, source })
  const { value } = await record.get('draft.register', {
    mouId: mou.id,
    language,
    source: { kind: 'import', importId, again },
    facts: { ...facts, ...made.facts },
    parents: parents.map(({ id }) => id),
  })
  return value
}
