import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createHeadlessDesktop } from '../../../electron/loopback/headlessDesktop.ts'
import { type LastFolders, openLastFolders } from '../../../electron/loopback/lastFolders.ts'
import type { AppEvent } from '../../../shared/api/events.ts'

const documents = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
mkdirSync(join(documents, 'Bilateral'))
mkdirSync(join(documents, '.hidden'))
writeFileSync(join(documents, 'unit.sepaham'), '')
writeFileSync(join(documents, 'old.docx'), '')
writeFileSync(join(documents, 'letter.txt'), '')
symlinkSync(join(documents, 'Bilateral'), join(documents, 'link'))
afterAll(() => rmSync(documents, { recursive: true }))

const notFound = { ok: false, fault: { kind: 'NotFound', what: 'file' } }

type Answer = { folder: string; name: string; replace?: boolean }

async function opened(
  purpose: 'save' | 'open',
  { suggestedName = 'minutes.docx', lastFolders = nowhereYet, kind = 'record' }: Options = {},
) {
  const sent: (readonly [AppEvent, string])[] = []
  const headless = createHeadlessDesktop({
    documentsFolder: documents,
    lastFolders,
    send: (event, client) => void sent.push([event, client]),
  })
  const answered =
    purpose === 'save'
      ? headless.desktop.chooseSavePath({ client: 'a', suggestedName })
      : headless.desktop.chooseOpenPath({ client: 'a', kind })
  await expect.poll(() => sent.length).toBe(1)
  const [event] = sent[0] ?? []
  if (event?.kind !== 'fileQuestion') throw new Error('no question was asked')
  const { questionId } = event
  return {
    headless,
    sent,
    answered,
    browse: (folder: string | null, client = 'a', everyKind = false) =>
      headless.request(client, 'file.browse', { questionId, folder, everyKind }),
    answer: (answer: Answer | null, client = 'a') =>
      headless.request(client, 'file.answer', {
        questionId,
        answer: answer && { replace: false, ...answer },
      }),
  }
}

type Options = {
  readonly suggestedName?: string
  readonly lastFolders?: LastFolders
  readonly kind?: 'record' | 'paper'
}
const nowhereYet: LastFolders = { of: () => null, keep: () => undefined }

describe('a file dialog in the page', () => {
  it('is asked of the one page that asked', async () => {
    const { sent } = await opened('save')
    expect(sent).toEqual([
      [
        {
          kind: 'fileQuestion',
          questionId: expect.any(String),
          purpose: 'save',
          suggestedName: 'minutes.docx',
          folder: documents,
          kinds: ['.docx'],
        },
        'a',
      ],
    ])
  })
  it('starts in the documents and shows folders, and files of the kind', async () =>
    expect(await (await opened('save')).browse(null)).toEqual({
      ok: true,
      value: {
        folder: documents,
        parent: expect.any(String),
        folders: ['Bilateral'],
        files: ['old.docx'],
      },
    }))
  it('shows records to open', async () =>
    expect(await (await opened('open')).browse(documents)).toMatchObject({
      value: { files: ['unit.sepaham'] },
    }))
  it('shows papers to open, of both kinds', async () =>
    expect(await (await opened('open', { kind: 'paper' })).browse(documents)).toMatchObject({
      value: { files: ['letter.txt', 'old.docx'] },
    }))
  it('answers with the chosen place, once', async () => {
    const { answer, answered } = await opened('save')
    expect(await answer({ folder: join(documents, 'Bilateral'), name: 'x.docx' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await answered).toBe(join(documents, 'Bilateral', 'x.docx'))
    expect(await answer({ folder: documents, name: 'y.docx' })).toEqual(notFound)
  })
  it('gives a name the extension that it lacks', async () => {
    const { answer, answered } = await opened('save')
    await answer({ folder: documents, name: 'rapat 19.5' })
    expect(await answered).toBe(join(documents, 'rapat 19.5.docx'))
  })
  it('shows every file when it is asked to', async () =>
    expect(await (await opened('open')).browse(documents, 'a', true)).toMatchObject({
      value: { files: ['letter.txt', 'old.docx', 'unit.sepaham'] },
    }))
  it('replaces a file only when the person has said so', async () => {
    const { answer, answered } = await opened('save')
    const there = { ok: false, fault: { kind: 'AlreadyThere', what: 'file' } }
    expect(await answer({ folder: documents, name: 'old.docx' })).toEqual(there)
    expect(await answer({ folder: documents, name: 'old' })).toEqual(there)
    expect(await answer({ folder: documents, name: 'old', replace: true })).toEqual({ ok: true, value: null })
    expect(await answered).toBe(join(documents, 'old.docx'))
  })
  it('never replaces a record, whatever was said', async () => {
    const { answer } = await opened('save', { suggestedName: 'Bilateral.sepaham' })
    expect(await answer({ folder: documents, name: 'unit', replace: true })).toEqual({
      ok: false,
      fault: { kind: 'RecordExists', name: 'unit.sepaham' },
    })
  })
  it('opens a file by its name without the extension', async () => {
    const { answer, answered } = await opened('open')
    await answer({ folder: documents, name: 'unit' })
    expect(await answered).toBe(join(documents, 'unit.sepaham'))
  })
  it('answers null when it is cancelled', async () => {
    const { answer, answered } = await opened('open')
    await answer(null)
    expect(await answered).toBeNull()
  })
  it('answers null when the page goes', async () => {
    const { headless, answered } = await opened('save')
    headless.clientGone('a')
    expect(await answered).toBeNull()
  })
  it('opens only a file that is there', async () => {
    const { answer, answered } = await opened('open')
    expect(await answer({ folder: documents, name: 'none.sepaham' })).toEqual(notFound)
    await answer({ folder: documents, name: 'unit.sepaham' })
    expect(await answered).toBe(join(documents, 'unit.sepaham'))
  })
})

describe('the folder that was used last', () => {
  const file = join(documents, '.last-folders.json')
  const folderOf = async (purpose: 'save' | 'open') => {
    const { sent } = await opened(purpose, { lastFolders: openLastFolders(file) })
    return sent[0]?.[0]
  }
  it('is where the next dialog of its use begins, also after the program was started anew', async () => {
    const { answer } = await opened('save', { lastFolders: openLastFolders(file) })
    await answer({ folder: join(documents, 'Bilateral'), name: 'x.docx' })
    expect(await folderOf('save')).toMatchObject({ folder: join(documents, 'Bilateral') })
    expect(await folderOf('open')).toMatchObject({ folder: documents })
  })
  it('is not remembered of a dialog that was cancelled', async () => {
    const { answer } = await opened('open', { lastFolders: openLastFolders(file) })
    await answer(null)
    expect(await folderOf('open')).toMatchObject({ folder: documents })
  })
  it('gives way to the documents when it is gone, or when its file is damaged', async () => {
    writeFileSync(file, JSON.stringify({ papers: join(documents, 'gone') }))
    expect(await folderOf('save')).toMatchObject({ folder: documents })
    writeFileSync(file, '{')
    expect(await folderOf('save')).toMatchObject({ folder: documents })
  })
})

describe('a page that is not asked', () => {
  it('cannot list a folder', async () => {
    const { browse, headless } = await opened('save')
    expect(await browse(documents, 'b')).toEqual(notFound)
    expect(
      await headless.request('a', 'file.browse', { questionId: 'none', folder: documents, everyKind: false }),
    ).toEqual(notFound)
  })
  it('cannot answer', async () => expect(await (await opened('save')).answer(null, 'b')).toEqual(notFound))
  it('is checked like every other', async () => {
    const { headless } = await opened('save')
    expect(await headless.request('a', 'file.browse', { questionId: 7 })).toMatchObject({
      fault: { kind: 'InvalidInput' },
    })
    expect(await headless.request('a', 'record.state', {})).toBeUndefined()
  })
})

describe('a folder or a name that is none', () => {
  for (const folder of ['Documents', '../..', '/no/such/folder', `${documents}/old.docx`, ''])
    it(`lists nothing for "${folder.replace(documents, '')}"`, async () =>
      expect(await (await opened('save')).browse(folder)).toMatchObject({ ok: false }))
  it('is shown as what it really is behind a link', async () =>
    expect(await (await opened('save')).browse(join(documents, 'link'))).toMatchObject({
      value: { folder: join(documents, 'Bilateral') },
    }))
  for (const name of ['../x.docx', 'a/b.docx', 'a\\b.docx', '..', '.', ' x.docx', 'Bilateral'])
    it(`saves nothing as "${name}"`, async () => {
      const { answer } = await opened('save')
      const done = await answer({ folder: documents, name })
      // A folder's name gets the extension and is a file of its own then.
      expect(done?.ok).toBe(name === 'Bilateral')
    })
})
