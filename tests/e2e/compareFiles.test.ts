import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { convertToDocx } from '../support/convertToDocx.ts'
import { hosts } from '../support/hosts.ts'
import { type LibreOffice, type ReadDocument, startLibreOffice } from '../support/libreOffice.ts'
import { root } from '../support/sources.ts'
import { axeFindings } from './axe.ts'
import { nusaDuaOf, openSample } from './sample.ts'
import type { Screen } from './screen.ts'

const fixture = (name: string) => readFileSync(join(root, 'tests/fixtures', name), 'utf8')
const [draft, counterDraft] = [fixture('mou-v1-idn-draft.en.txt'), fixture('mou-v2-khm-counterdraft.en.txt')]
let folder: string
let office: LibreOffice
let draftDocx: Uint8Array
let counterDraftDocx: Uint8Array
let app: App
let screen: Screen

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
  office = await startLibreOffice()
  const [one, other] = await convertToDocx([draft, counterDraft])
  if (!one || !other) throw new Error('LibreOffice wrote no files')
  ;[draftDocx, counterDraftDocx] = [one, other]
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => await app.quit())

describe.each(hosts)('two files of one memorandum on the $title', ({ host }) => {
  it('are dropped, compared, exported as a redline and kept with a meeting', async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    const { page, t } = screen
    await openCompare()
    await drop({ 'ours.docx': draftDocx, 'theirs.docx': counterDraftDocx })
    await resultShown()
    expect(await axeFindings(page)).toEqual([])

    const redline = join(folder, `${host}-redline.docx`)
    await app.answerSave(redline)
    await page.keyboard.press('F12')
    await page.getByRole('dialog').waitFor()
    // What is dropped now is not taken: the dialog is about the texts under it.
    await drop({ 'another.docx': draftDocx })
    await page.getByText(t('compare.front')).click() // without the pages in front
    await screen.send(t('compare.exportRedline'))
    await page.getByText('theirs.docx').first().waitFor()
    expect(await page.getByText('another.docx').count()).toBe(0)
    const bytes = readFileSync(redline)
    const decided = async (decision: 'accept' | 'reject') =>
      wordsOf(await office.readDecided(bytes, decision))
    expect(await decided('accept')).toEqual(wordsIn(counterDraft))
    expect(await decided('reject')).toEqual(wordsIn(draft))

    await page.getByRole('button', { name: new RegExp(`^${t('compare.base')}`) }).click()
    await page.getByRole('menuitem', { name: t('attachments.keepBoth') }).click()
    await screen.choose(t('attachments.meeting'), 'Second Bilateral Meeting on Immigration Matters')
    await screen.send(t('attachments.keep'))
    const kept = async () => {
      const meeting = await nusaDuaOf(app)
      const reply = await app.call('attachment.list', { owner: { kind: 'meeting', id: meeting.meeting.id } })
      return reply.ok ? reply.value.map(({ name }) => name) : []
    }
    await expect.poll(kept).toEqual(expect.arrayContaining(['ours.docx', 'theirs.docx']))
  })

  it('may be given up while they are compared, and what lay there before lies there again', async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    const { page, t } = screen
    await openCompare()
    const givenUp = giveUpComparing()
    for (const [choose, seed] of [
      ['chooseBase', 3],
      ['chooseTarget', 7],
    ] as const) {
      const path = join(folder, `${host}-${seed}.txt`)
      writeFileSync(path, unlike(seed))
      await app.answerOpen(path)
      await screen.press(t(`compare.${choose}`))
    }
    await givenUp
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await page.getByRole('radiogroup', { name: t('compare.view') }).count()).toBe(0)
    await drop({ 'ours.docx': draftDocx, 'theirs.docx': counterDraftDocx, 'third.docx': draftDocx })
    await page
      .getByText(t('compare.onlyTwo', { count: 1 }))
      .first()
      .waitFor()
    await resultShown()
  })
})

async function openCompare(): Promise<void> {
  await screen.section(screen.t('compare.nav'))
  await screen.page.getByText(screen.t('compare.about')).waitFor()
}

const resultShown = () =>
  screen.page.getByRole('radiogroup', { name: screen.t('compare.view') }).waitFor({ timeout: 30_000 })

/** Presses Cancel in the first frame that has it: a fast machine shows it for less than Playwright looks away. */
const giveUpComparing = () =>
  screen.page.evaluate(
    (comparing) =>
      new Promise<void>((done) => {
        const look = () => {
          const bar = document.querySelector(`[role=progressbar][aria-label="${comparing}"]`)
          const cancel = bar?.parentElement?.querySelector('button')
          if (!cancel) return requestAnimationFrame(look)
          cancel.click()
          return done()
        }
        look()
      }),
    screen.t('compare.comparing'),
  )

async function drop(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await screen.page.evaluate(
    (all) => {
      const data = new DataTransfer()
      for (const [name, base64] of all)
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      )
    },
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
  )
}

/** The words of a document with their automatic numbers. */
function wordsOf({ blocks }: ReadDocument): readonly string[] {
  return blocks.flatMap((block) =>
    (block.kind === 'paragraph' ? [block] : block.rows.flat(2)).flatMap(({ label, text }) =>
      wordsIn(`${label} ${text}`),
    ),
  )
}

/** Without the signs that part the columns of signatures, which become a table. */
function wordsIn(text: string): readonly string[] {
  return text.split(/[\s\uFEFF|]+/u).filter((word) => word !== '')
}

/** A long text that has hardly a word in common with that of another seed. */
function unlike(seed: number): string {
  return Array.from(
    { length: 4_000 },
    (_, line) =>
      `${line + 1}. ${Array.from({ length: 50 }, (_, word) => `w${(line * 53 + word * seed * 97) % 90_001}x${seed}`).join(' ')}.`,
  ).join('\n')
}
