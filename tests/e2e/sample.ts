import { expect } from 'vitest'
import type { CalendarDate, ComposedLanguage } from '../../shared/values.ts'
import type { MeetingDossier } from '../../shared/meeting/meeting.ts'
import { itemNumbers } from '../../shared/meeting/itemNumbers.ts'
import { type App, type AppOptions, openApp } from '../support/app.ts'
import { createScreen, type Screen } from './screen.ts'

export type Sitting = { readonly app: App; readonly screen: Screen }

/** The program with the sample record open, at its list of meetings. */
export async function openSample(options: AppOptions, language: ComposedLanguage = 'id'): Promise<Sitting> {
  const app = await openApp({ ...options, args: ['--sample', ...(options.args ?? [])] })
  const screen = createScreen(app.page, language)
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  await setLanguage(app, language)
  await screen.section(screen.t('shell.meetings')) // the program opens at what is next
  await app.page.getByRole('heading', { level: 1, name: screen.t('meetings.title') }).waitFor()
  return { app, screen }
}

/** Opens the meeting of Nusa Dua; its texts are there when this resolves. */
export async function openNusaDua({ page, language, text }: Screen): Promise<void> {
  await page
    .getByRole('link', { name: language === 'id' ? /Kedua/ : /Second/ })
    .first()
    .click()
  await text(8).waitFor()
}

export async function setLanguage(app: App, language: ComposedLanguage): Promise<void> {
  const before = await app.call('settings.read', {})
  if (!before.ok) throw new Error(before.fault.kind)
  if (before.value.language === language) return
  await app.call('settings.change', { settings: { ...before.value, language } })
}

export async function setTheme(app: App, theme: 'light' | 'dark' | 'system'): Promise<void> {
  const before = await app.call('settings.read', {})
  if (before.ok) await app.call('settings.change', { settings: { ...before.value, theme } })
}

/** The meeting of Nusa Dua as the record has it. */
export async function nusaDuaOf(app: App): Promise<MeetingDossier> {
  const list = await app.call('meeting.list', { query: 'Nusa Dua', after: null })
  const [row] = list.ok ? list.value.rows : []
  if (!row) throw new Error('the sample has a meeting in Nusa Dua')
  const dossier = await app.call('meeting.dossier', { meetingId: row.id })
  if (!dossier.ok) throw new Error(dossier.fault.kind)
  return dossier.value
}

/** Plans another meeting of the series of Nusa Dua, in so many days from today; its number in the series is 9. */
export async function planNext(app: App, days = 7): Promise<{ readonly heldOn: CalendarDate }> {
  const { id: _, ...meeting } = (await nusaDuaOf(app)).meeting
  const heldOn = Temporal.Now.plainDateISO().add({ days }).toString()
  const next = { ...meeting, id: null, number: 9, title: {}, status: 'planned' as const, heldOn }
  const put = await app.call('meeting.put', { meeting: { ...next, agendaAdoptedOn: null, next: null } })
  if (!put.ok) throw new Error(put.fault.kind)
  return { heldOn }
}

/** What the record holds of the text of an item, in English, with when it was saved. */
export async function savedText(app: App, number: number): Promise<{ words: string; savedAt: number }> {
  const dossier = await nusaDuaOf(app)
  const item = [...itemNumbers(dossier.agenda)].find(([, one]) => one === number)?.[0]
  const text = dossier.texts.find((one) => one.itemId === item && one.language === 'en')
  if (!text) throw new Error(`no text for item ${number}`)
  const opened = await app.call('text.open', { textId: text.textId })
  if (!opened.ok) throw new Error(opened.fault.kind)
  return { words: wordsIn(opened.value.doc), savedAt: Date.parse(opened.value.savedAt ?? '') }
}

/** Waits until the record holds these words in the text of an item. */
export async function expectSaved(app: App, number: number, words: string): Promise<void> {
  await expect.poll(async () => (await savedText(app, number)).words, { timeout: 15_000 }).toContain(words)
}

type Node = { readonly text?: string; readonly content?: readonly Node[] }

function wordsIn(doc: unknown): string {
  const { text = '', content = [] } = doc as Node
  return text + content.map(wordsIn).join('')
}
