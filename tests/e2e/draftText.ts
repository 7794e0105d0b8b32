import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import type { Operation, Input, Reply } from '../../shared/api/contract.ts'
import type { DraftId, MouId, TextId } from '../../shared/ids.ts'
import type { Language } from '../../shared/values.ts'
import { type App } from '../support/app.ts'
import type { Screen } from './screen.ts'

export type DraftAtHand = {
  readonly mouId: MouId
  readonly draftId: DraftId
  readonly textId: TextId
  readonly text: Locator
}

type Facts = Input<'draft.register'>['facts']

/** A memorandum with a working text that is a copy of `words`, open on the screen. */
export async function openDraft(
  app: App,
  screen: Screen,
  words: string,
  language: Language = 'en',
): Promise<DraftAtHand> {
  const { mouId, draftId } = await registerDraft(app, words, { language })
  const textId = await beginFrom(app, mouId, draftId, language)
  await screen.page.evaluate((hash) => (location.hash = hash), `#/mou/${mouId}/text?lang=${language}`)
  const text = screen.page.locator('.ProseMirror')
  await text.first().waitFor()
  return { mouId, draftId, textId, text }
}

/** A new memorandum with one draft of these words. */
export async function registerDraft(
  app: App,
  words: string,
  made: { readonly language?: Language; readonly shortTitle?: string; readonly facts?: Partial<Facts> } = {},
): Promise<{ readonly mouId: MouId; readonly draftId: DraftId }> {
  const { language = 'en', shortTitle = 'Pencegahan TPPO Indonesia–Kamboja', facts = {} } = made
  const get = asking(app)
  const [relationship] = await get('relationship.list', {})
  if (!relationship) throw new Error('the sample has a relationship')
  const { value: mou } = await get('mou.put', {
    mou: {
      id: null,
      relationshipId: relationship.id,
      type: 'mou',
      title: { en: 'Memorandum of Understanding on Trafficking in Persons', id: 'Nota Kesepahaman TPPO' },
      shortTitle,
      parties: [
        { side: 'IDN', agencyId: null, signatoryId: null },
        { side: 'KHM', agencyId: null, signatoryId: null },
      ],
      topics: [],
      scope: {},
      languages: ['en', 'id', 'km'],
      prevailing: 'en',
      classification: 'restricted',
      legalBasis: '',
      signingTarget: null,
      force: null,
      note: '',
    },
  })
  return { mouId: mou.id, draftId: await addDraft(app, mou.id, words, language, facts) }
}

/** A working text in one more language of a memorandum, read from `words`. */
export async function beginText(app: App, mouId: MouId, words: string, language: Language): Promise<TextId> {
  return beginFrom(app, mouId, await addDraft(app, mouId, words, language), language)
}

async function beginFrom(app: App, mouId: MouId, draftId: DraftId, language: Language): Promise<TextId> {
  const from = { kind: 'draft' as const, draftId }
  return (await asking(app)('workingText.begin', { mouId, language, from })).value.textId
}

async function addDraft(
  app: App,
  mouId: MouId,
  words: string,
  language: Language,
  facts: Partial<Facts> = {},
): Promise<DraftId> {
  const get = asking(app)
  const uploadId = randomUUID()
  const name = 'draft.txt'
  await get('compare.sendPart', { uploadId, name, part: Buffer.from(words).toString('base64') })
  const { fileId } = await get('compare.addFile', { uploadId, name })
  const { importId } = await get('draft.recognise', {
    mouId,
    language,
    source: { kind: 'file', file: { fileId, view: 'asProposed' } },
  })
  const { value: draft } = await get('draft.register', {
    mouId,
    language,
    source: { kind: 'import', importId, again: false },
    facts: {
      ...{ kind: 'ownDraft', tabledBy: 'IDN', textDate: '2025-05-02', receivedOn: null, channel: 'note' },
      ...{ note: '', dateReason: '' },
      ...facts,
    } as Facts,
    parents: [],
  })
  return draft.id
}

/** Asks the record for what must succeed. */
export function asking(app: App) {
  return async <Op extends Operation>(operation: Op, input: Input<Op>): Promise<Reply<Op>> => {
    const reply = await app.call(operation, input)
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply.fault)}`)
    return reply.value
  }
}

export function draftFixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
}
