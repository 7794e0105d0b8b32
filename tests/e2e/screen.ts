import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { countryOf } from '../../shared/meeting/countries.ts'
import type { ComposedLanguage, Language, Side, Wording } from '../../shared/values.ts'
import { startWords, words } from '../../renderer/i18n/words.ts'

startWords('id')

export type Screen = ReturnType<typeof createScreen>

/** What a person does at the screen, by the words that stand on it. A dialog that is open hides what is under it. */
export function createScreen(page: Page, language: ComposedLanguage) {
  page.setDefaultTimeout(10_000)
  const t = words.getFixedT(language)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  const group = (name: string) => page.getByRole('group', { name, exact: true })
  const inLanguage = (what: string, wordsIn: Language) =>
    t('people.wording', { what, language: t(`people.inLanguage.${wordsIn}`) })

  async function fill(label: string, text: string): Promise<void> {
    await field(label).fill(text)
  }

  /** The parts of a date or time are typed one after the other; each leads to the next. */
  async function typeParts(label: string, keys: string): Promise<void> {
    await page
      .getByRole('spinbutton', { name: new RegExp(`, ${escaped(label)}$`) })
      .first()
      .click()
    await page.keyboard.type(keys)
  }

  /** An entry of the menu that a button opens. */
  async function pick(name: string, entry: string): Promise<void> {
    await button(name).click()
    await page.getByRole('menuitem', { name: entry }).first().click()
  }

  return {
    t,
    page,
    language,
    button,
    field,
    press: (name: string) => button(name).click(),
    fill,

    async fillWording(label: string, wording: Wording): Promise<void> {
      for (const one of ['en', 'id', 'km'] as const)
        if (wording[one] !== undefined) await fill(inLanguage(label, one), wording[one])
    },

    fillSecret: (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text),

    async fillNumber(label: string, value: number): Promise<void> {
      await fill(label, String(value))
      await field(label).blur() // a number is taken over when its field is left
    },

    /** One of a few, from the list that opens below its label. */
    async choose(label: string, choice: string): Promise<void> {
      await page.getByRole('button', { name: new RegExp(`(^| )${escaped(label)}$`) }).click()
      await page.getByRole('option', { name: choice, exact: true }).click()
    },

    /** One of many, found by typing. */
    async find(label: string, typed: string, choice: string | RegExp = typed): Promise<void> {
      const box = page.getByRole('combobox', { name: label, exact: true })
      await box.fill(typed)
      await page.getByRole('option', { name: choice }).first().click()
    },

    /** One of the ways that stand beside each other. */
    segment: (label: string, choice: string) =>
      page
        .getByRole('radiogroup', { name: label, exact: true })
        .last() // what a dialog asks comes after what is under it
        .getByRole('radio', { name: choice, exact: true })
        .click(),

    date: (label: string, date: string) => typeParts(label, date.split('-').reverse().join('')),
    time: (label: string, time: string) => typeParts(label, time.replace(':', '')),

    tab: (name: string | RegExp) => page.getByRole('tab', { name }).click(),

    pick,
    /** An entry of the menu behind the three dots of something. */
    more: (name: string, entry: string) => pick(t('shell.more', { name }), entry),

    /** The same in a row of the agenda, which shows its three dots to the pointer. */
    async moreInRow(name: string, entry: string): Promise<void> {
      await page.getByRole('row', { name, exact: true }).hover()
      await pick(t('shell.more', { name }), entry)
    },

    /** The button at the foot of a dialog; it goes when what was entered is in the record. */
    async send(name: string): Promise<void> {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name, exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
    },

    dialog: (name: string) => page.getByRole('dialog', { name, exact: true }),

    section: (name: string) =>
      page
        .getByRole('navigation', { name: t('shell.sections') })
        .getByRole('link', { name, exact: true })
        .click(),

    /** The editor of one item of the agenda, by its number. */
    text(number: number): Locator {
      const [before = ''] = t('meeting.textOf', { number, title: '\n', language: '' }).split('\n')
      return page.getByRole('textbox', { name: new RegExp(`^${escaped(before)}`) })
    },

    /**
     * Puts the cursor behind the last word of a text. The editor settles its selection some frames after it got the
     * focus; keys of a person come later than that.
     */
    async goToEnd(text: Locator): Promise<void> {
      await text.click()
      let times = 0
      await expect
        .poll(
          async () => {
            const isThere = await text.evaluate(isAtEnd)
            times = isThere ? times + 1 : 0
            if (!isThere) await page.keyboard.press('Control+End')
            return times
          },
          { timeout: 10_000 },
        )
        .toBeGreaterThan(2)
    },

    savedAt: () => page.getByText(new RegExp(`^${escaped(t('shell.saved', { time: '' }))}`)),

    country: (side: Side) => countryOf(side).name[language],

    headline: () => page.getByRole('heading', { level: 1 }),
    group,
  }
}

/** Whether the cursor is behind all that an editor shows. */
function isAtEnd(editor: Element): boolean {
  const selection = getSelection()
  if (selection === null || !selection.isCollapsed || !editor.contains(selection.focusNode)) return false
  const rest = document.createRange()
  rest.setStart(selection.focusNode ?? editor, selection.focusOffset)
  rest.setEnd(editor, editor.childNodes.length)
  return rest.toString() === ''
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** Waits until nothing that the screen asked for is on its way. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
}

/**
 * The editor has the keys: a layer has gone, or another item has come. ProseMirror puts the cursor of the page in its
 * place within 20 ms of that, two frames; nobody types as soon.
 */
export async function cursorIn(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.classList.contains('ProseMirror')))
    .toBe(true)
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}
