import { afterEach, describe, expect, it } from 'vitest'
import { createScreen } from '../../e2e/screen.ts'
import { expectSaved, openNusaDua, openSample } from '../../e2e/sample.ts'
import type { App } from '../../support/app.ts'
import type { RecordState } from '../../../shared/record.ts'
import type { Result } from '../../../shared/result.ts'
import type { Fault } from '../../../shared/fault.ts'

const passphrase = 'nusa dua sembilan belas mei'
const words = 'Tiga perahu kecil berlayar dari Benoa.'

let app: App | null = null
afterEach(async () => {
  await app?.kill().catch(() => undefined)
  app = null
})

async function open() {
  const opened = await openSample({ host: 'standIn' })
  app = opened.app
  const { standIn } = app
  if (standIn === null) throw new Error('no stand-in')
  /** Past the page, which may be dead. */
  const status = async () => {
    const reply = await standIn.ask('invoke', 1, 'record.state', [{}], { url: 'app://sepaham/', main: true })
    const state = reply as Result<RecordState, Fault>
    return state.ok ? state.value.status : state.fault.kind
  }
  return { ...opened, standIn, status }
}

describe('a computer that goes away', () => {
  for (const event of ['suspend', 'lock-screen'])
    it(`(${event}) finds what was just typed saved, and the record locked`, async () => {
      const { app: now, screen, standIn, status } = await open()
      await openNusaDua(screen)
      await screen.goToEnd(screen.text(5))
      await screen.page.keyboard.insertText(words)
      expect(await standIn.ask('emitPower', event), 'somebody listens').toBe(1)
      await screen.page.getByText(screen.t('record.unlock.intro')).waitFor()
      expect(await status()).toBe('locked')
      const { officers } = await lockedState(now)
      await now.call('record.unlock', { officerName: officers[0] ?? '', passphrase })
      await expectSaved(now, 5, words)
    })

  it('locks a record whose page answers no more', async () => {
    const { screen, standIn, status } = await open()
    screen.page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined)
    await standIn.ask('emitPower', 'suspend')
    expect(await status()).toBe('open')
    await expect.poll(status, { timeout: 15_000 }).toBe('locked')
  })

  it('leaves a record that is not open as it is', async () => {
    const { app: now, standIn, status } = await open()
    await now.call('record.close', {})
    await standIn.ask('emitPower', 'suspend')
    expect(await status()).toBe('closed')
    const screen = createScreen(now.page, 'id')
    await now.page.getByRole('heading', { level: 1, name: screen.t('record.start.title') }).waitFor()
  })
})

async function lockedState(now: App): Promise<Extract<RecordState, { readonly status: 'locked' }>> {
  const state = await now.call('record.state', {})
  if (!state.ok || state.value.status !== 'locked') throw new Error('not locked')
  return state.value
}
