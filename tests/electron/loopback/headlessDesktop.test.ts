import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createHeadlessDesktop } from '../../../electron/loopback/headlessDesktop.ts'
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

function opened(purpose: 'save' | 'open') {
  const sent: (readonly [AppEvent, string])[] = []
  const headless = createHeadlessDesktop({
    documentsFolder: documents,
    send: (event, client) => void sent.push([event, client]),
  })
  const answered =
    purpose === 'save'
      ? headless.desktop.chooseSavePath({ client: 'a', suggestedName: 'minutes.docx' })
      : headless.desktop.chooseOpenPath({ client: 'a' })
  const [event] = sent[0] ?? []
  if (event?.kind !== 'fileQuestion') throw new Error('no question was asked')
  const { questionId } = event
  return {
    headless,
    sent,
    answered,
    browse: (folder: string | null, client = 'a') =>
      headless.request(client, 'file.browse', { questionId, folder }),
    answer: (answer: { folder: string; name: string } | null, client = 'a') =>
      headless.request(client, 'file.answer', { questionId, answer }),
  }
}

describe('a file dialog in the page', () => {
  it('is asked of the one page that asked', () => {
    const { sent } = opened('save')
    expect(sent).toEqual([
      [
        {
          kind: 'fileQuestion',
          questionId: expect.any(String),
          purpose: 'save',
          suggestedName: 'minutes.docx',
          folder: documents,
        },
        'a',
      ],
    ])
  })
  it('starts in the documents and shows folders, and files of the kind', async () =>
    expect(await opened('save').browse(null)).toEqual({
      ok: true,
      value: {
        folder: documents,
        parent: expect.any(String),
        folders: ['Bilateral'],
        files: ['old.docx'],
      },
    }))
  it('shows records to open', async () =>
    expect(await opened('open').browse(documents)).toMatchObject({ value: { files: ['unit.sepaham'] } }))
  it('answers with the chosen place, once', async () => {
    const { answer, answered } = opened('save')
    expect(await answer({ folder: join(documents, 'Bilateral'), name: 'x.docx' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await answered).toBe(join(documents, 'Bilateral', 'x.docx'))
    expect(await answer({ folder: documents, name: 'y.docx' })).toEqual(notFound)
  })
  it('gives a name the extension that it lacks', async () => {
    const { answer, answered } = opened('save')
    await answer({ folder: documents, name: 'rapat 19.5' })
    expect(await answered).toBe(join(documents, 'rapat 19.5.docx'))
  })
  it('answers null when it is cancelled', async () => {
    const { answer, answered } = opened('open')
    await answer(null)
    expect(await answered).toBeNull()
  })
  it('answers null when the page goes', async () => {
    const { headless, answered } = opened('save')
    headless.clientGone('a')
    expect(await answered).toBeNull()
  })
  it('opens only a file that is there', async () => {
    const { answer, answered } = opened('open')
    expect(await answer({ folder: documents, name: 'none.sepaham' })).toEqual(notFound)
    await answer({ folder: documents, name: 'unit.sepaham' })
    expect(await answered).toBe(join(documents, 'unit.sepaham'))
  })
})

describe('a page that is not asked', () => {
  it('cannot list a folder', async () => {
    const { browse, headless } = opened('save')
    expect(await browse(documents, 'b')).toEqual(notFound)
    expect(await headless.request('a', 'file.browse', { questionId: 'none', folder: documents })).toEqual(
      notFound,
    )
  })
  it('cannot answer', async () => expect(await opened('save').answer(null, 'b')).toEqual(notFound))
  it('is checked like every other', async () => {
    const { headless } = opened('save')
    expect(await headless.request('a', 'file.browse', { questionId: 7 })).toMatchObject({
      fault: { kind: 'InvalidInput' },
    })
    expect(await headless.request('a', 'record.state', {})).toBeUndefined()
  })
})

describe('a folder or a name that is none', () => {
  for (const folder of ['Documents', '../..', '/no/such/folder', `${documents}/old.docx`, ''])
    it(`lists nothing for "${folder.replace(documents, '')}"`, async () =>
      expect(await opened('save').browse(folder)).toMatchObject({ ok: false }))
  it('is shown as what it really is behind a link', async () =>
    expect(await opened('save').browse(join(documents, 'link'))).toMatchObject({
      value: { folder: join(documents, 'Bilateral') },
    }))
  for (const name of ['../x.docx', 'a/b.docx', 'a\\b.docx', '..', '.', ' x.docx', 'Bilateral'])
    it(`saves nothing as "${name}"`, async () => {
      const { answer } = opened('save')
      const done = await answer({ folder: documents, name })
      // A folder's name gets the extension and is a file of its own then.
      expect(done?.ok).toBe(name === 'Bilateral')
    })
})
