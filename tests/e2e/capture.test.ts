import { afterEach, describe, expect, it } from 'vitest'
import { samplePassphrase } from '../../electron/services/makingRecords.ts'
import type { AgendaItemId } from '../../shared/ids.ts'
import { canary } from '../support/canaries.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { expectSaved, nusaDuaOf, openNusaDua, openSample, type Sitting } from './sample.ts'
import { cursorIn } from './screen.ts'

describe.each(hosts)('minutes at the table, on the $title', ({ host }) => {
  let sitting: Sitting
  afterEach(() => sitting.app.kill())

  it('are taken by keys alone, and the wall follows without a word that is internal', async () => {
    sitting = await openSample({ host, width: 1024, height: 700 })
    const { app, screen } = sitting
    const { page, t } = screen
    const { keyboard } = page
    await fillInternalFields(sitting)
    await openNusaDua(screen)

    await keyboard.press('Control+Alt+c')
    const capture = page.getByRole('region', { name: t('capture.title') })
    await capture.waitFor()
    expect(await page.getByRole('navigation', { name: t('shell.sections') }).count()).toBe(0)
    await keyboard.press('Control+Alt+s')
    await page.getByRole('timer').filter({ hasText: /^0 / }).waitFor()
    expect((await nusaDuaOf(app)).meeting.status).toBe('running')

    const opening = (await nusaDuaOf(app)).agenda[0]?.id
    if (!opening) throw new Error('the meeting has an opening')
    for (const place of [2, 3, 4]) {
      await keyboard.press('Alt+PageDown')
      await capture.getByText(t('capture.itemOf', { number: place, of: 8 })).waitFor()
    }
    await expect.poll(() => keptTime(app, opening)).toBeGreaterThan(0)
    await app.call('itemTime.keep', { time: { itemId: opening, spent: 7 * 60_000 } }) // so much later
    await cursorIn(page)
    await keyboard.press('Control+Alt+2')
    await cursorIn(page)
    await keyboard.type('The draft needs the consent of its Council of Ministers.')
    await keyboard.press('Enter')
    await keyboard.press('Control+Alt+3')
    await cursorIn(page)
    await keyboard.press('Control+Alt+f')
    await page.getByRole('option').first().waitFor()
    await keyboard.press('1')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await cursorIn(page)
    await keyboard.type('meet again in June.')

    await keyboard.press('Control+Alt+k')
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
    expect(await page.getByRole('dialog').getByRole('textbox').count()).toBe(1)
    await keyboard.type('The sides meet again in June.')
    await keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await cursorIn(page)
    await keyboard.type('Nothing else was said.')
    const words = 'The two sides agreed to meet again in June.Nothing else was said.'
    await expectSaved(app, 4, `The draft needs the consent of its Council of Ministers.${words}`)
    expect(await axeFindings(page)).toEqual([])

    const opened = page.context().waitForEvent('page')
    await keyboard.press('Control+Alt+p')
    const wall = await opened
    await wall.getByText('The Cambodian side: The draft needs').waitFor()
    const decision = wall.getByRole('region', { name: /^Decision 2\/2025\/\d+$/ }).last()
    expect(await decision.innerText()).toContain('The sides meet again in June.')
    expect(await axeFindings(wall)).toEqual([])
    await page.bringToFront()
    await cursorIn(page)
    await keyboard.type(' The chairs thanked all.')
    await wall.getByText('Nothing else was said. The chairs thanked all.').waitFor()
    for (let place = 5; place <= 8; place++) {
      expect(await wall.content()).not.toContain(canary)
      await keyboard.press('Alt+PageDown')
      await wall.getByText(`Item ${place} of 8`, { exact: true }).waitFor() // in the language of the minutes
    }
    expect(await wall.content()).not.toContain(canary)

    await keyboard.press('Escape')
    await capture.waitFor({ state: 'hidden' })
    await screen.text(8).waitFor()
    await keyboard.press('Control+Shift+l')
    await page.getByText(t('record.unlock.intro')).waitFor()
    await expect.poll(() => wall.isClosed()).toBe(true)

    // Nothing of the record stays in a window that is locked; the time at each item is in the record.
    await screen.fillSecret(t('record.unlock.passphrase'), samplePassphrase)
    await screen.press(t('record.unlock.unlock'))
    await screen.text(8).waitFor()
    await keyboard.press('Control+Alt+c')
    for (let place = 8; place > 1; place--) {
      await capture.getByText(t('capture.itemOf', { number: place, of: 8 })).waitFor()
      await keyboard.press('Alt+PageUp')
    }
    await page.getByRole('timer').filter({ hasText: /^7 / }).waitFor()
  })
})

/** Milliseconds that the record keeps of an item of the meeting of Nusa Dua. */
async function keptTime(app: Sitting['app'], item: AgendaItemId): Promise<number> {
  const { meeting } = await nusaDuaOf(app)
  const times = await app.call('itemTime.list', { meetingId: meeting.id })
  return times.ok ? (times.value.find(({ itemId }) => itemId === item)?.spent ?? 0) : 0
}

/** What no counterpart may see, in the meeting that is about to be projected. */
async function fillInternalFields({ app }: Sitting): Promise<void> {
  const { meeting, actions } = await nusaDuaOf(app)
  const [action] = actions
  if (!action) throw new Error('the meeting has agreed on actions')
  const { number: _, dueChanges: __, ...parts } = action
  const replies = [
    await app.call('meeting.put', {
      meeting: { ...meeting, status: 'planned', venue: `${canary} venue` },
    }),
    await app.call('action.put', { action: { ...parts, channel: canary, evidence: `${canary} evidence` } }),
    ...(await Promise.all(
      (['internal', 'shared'] as const).map((visibility) =>
        app.call('note.put', {
          note: { id: null, meetingId: meeting.id, itemId: null, visibility, words: `${canary} note` },
        }),
      ),
    )),
  ]
  for (const reply of replies) if (!reply.ok) throw new Error(reply.fault.kind)
}
