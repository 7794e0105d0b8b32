import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TextId } from '../../shared/ids.ts'
import { createContentHandlers } from '../../electron/services/contentHandlers.ts'
import type { OpenRecord } from '../../electron/services/openRecord.ts'
import { createTriesByName } from '../../electron/services/passphraseTries.ts'
import { listCopies } from '../../electron/store/copies.ts'
import { openOfficerSlot, officerSlots, readKeySlots, usualCost } from '../../electron/store/keySlots.ts'
import { openStore, type RecordStore } from '../../electron/store/openStore.ts'
import { migrations as released } from '../../electron/store/migrations/migrations.ts'
import type { Migration } from '../../electron/store/migrate.ts'
import { startThread } from '../electron/record/threadClient.ts'
import { meetingOf } from '../support/meetingRecord.ts'

export const passphrase = 'kata sandi di bawah siksaan'
export const manyAgencies = 4_000
const name = 'Siksaan'

export type Template = { readonly folder: string; readonly textId: TextId }

export function recordIn(folder: string): string {
  return join(folder, `${name}.sepaham`)
}

/** A record with a meeting and its texts, made by the record thread itself, and many agencies to migrate. */
export async function makeTemplate(folder: string): Promise<Template> {
  const client = startThread(folder)
  client.desktop.path = recordIn(folder)
  await client.get('record.create', { name, ownSide: 'IDN', officerName: 'Sari', passphrase })
  const relationship = await client.get('relationship.add', { otherSide: 'KHM' })
  const wording = { en: 'Bilateral Meeting' }
  const series = await client.get('series.put', {
    series: { id: null, relationshipId: relationship.value.id, name: wording, shortName: wording },
  })
  const meeting = await client.get('meeting.put', { meeting: meetingOf(series.value.id) })
  const dossier = await client.get('meeting.dossier', { meetingId: meeting.value.id })
  const textId = dossier.texts[0]?.textId
  if (!textId) throw new Error('the meeting has no text')
  await client.until((state) => state.status === 'open' && state.health === 'sound' && !state.copy.running)
  await client.quit()
  const { store, key } = await openRecordIn(folder)
  store.change({ operation: 'agency.put', about: '' }, () => {
    const insert = store.db.prepare(
      `INSERT INTO agency VALUES (?, 'IDN', '{"en":"agency"}', 'ministry', ?, NULL)`,
    )
    for (let count = 0; count < manyAgencies; count++)
      insert.run(store.newId(), `agency ${count} ${'x'.repeat(200)}`)
    return { ok: true, value: null }
  })
  store.close()
  key.fill(0)
  return { folder, textId }
}

export function copyTemplate({ folder }: Template, to: string): void {
  cpSync(folder, to, { recursive: true })
}

/** Opens the record in a folder as the next start would. */
export async function openRecordIn(
  folder: string,
  migrations: readonly Migration[] = released,
): Promise<{ readonly store: RecordStore; readonly key: Buffer }> {
  const path = recordIn(folder)
  const slots = readKeySlots(path)
  if (!slots.ok) throw new Error(slots.fault)
  const [slot] = officerSlots(slots.value)
  const key = slot && (await openOfficerSlot(slots.value.recordId, slot, passphrase))
  if (!slot || !key) throw new Error('the keys do not open')
  const officer = { id: slot.officerId, name: slot.name }
  const opened = await openStore({ path, key, officer: () => officer, clock: () => new Date(), migrations })
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault))
  return { store: opened.value, key }
}

/** The words of a text, as an editor would open it. */
export async function wordsOf(store: RecordStore, textId: TextId): Promise<string> {
  const refuse = () => Promise.reject(new Error('nothing is asked here'))
  const record: OpenRecord = {
    store,
    ownSide: store.ownSide,
    sample: false,
    desktop: { chooseSavePath: refuse, chooseOpenPath: refuse, printPdf: refuse },
    jobs: { makeReady: () => undefined, run: refuse },
    emit: () => {},
    pageFonts: () => [],
    newSpeller: () => ({ check: refuse, suggest: refuse, end: () => undefined }),
    cost: usualCost,
    triesAt: createTriesByName(() => performance.now()),
    saveFile: refuse,
    files: { keep: refuse, take: refuse },
  }
  const { handlers } = createContentHandlers(record)
  const opened = await handlers['text.open']({ textId }, { client: 'torture' })
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault))
  return textIn(opened.value.doc)
}

export function copiesIn(folder: string): readonly string[] {
  const path = recordIn(folder)
  return existsSync(path) ? listCopies(path) : []
}

function textIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const own = 'text' in node && typeof node.text === 'string' ? node.text : ''
  const below = 'content' in node && Array.isArray(node.content) ? node.content.map(textIn).join('') : ''
  return own + below
}
