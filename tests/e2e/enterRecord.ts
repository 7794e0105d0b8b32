import type { MeetingDossier } from '../../shared/meeting/meeting.ts'
import { itemNumbers } from '../../shared/meeting/itemNumbers.ts'
import { writtenNumber } from '../../shared/meeting/meeting.ts'
import type { Action, AgendaItem } from '../../shared/meeting/meeting.ts'
import type { ComposedLanguage, SideOrBoth } from '../../shared/values.ts'
import type { App } from '../support/app.ts'
import { canary } from '../support/canaries.ts'
import { textId, type RecordOfMeeting } from '../support/nusaDua.ts'
import { escaped, type Screen } from './screen.ts'
import { join } from 'node:path'

export const passphrase = 'tujuh belas perahu berlayar ke Bali'

/** Makes a record from the first screen, as its first officer: key on paper at `sheet`, its last part confirmed. */
export async function makeRecord(app: App, screen: Screen, sheet: string): Promise<void> {
  const { t, page } = screen
  await page
    .getByRole('radio', { name: t(screen.language === 'id' ? 'settings.indonesian' : 'settings.english') })
    .click()
  await page.getByRole('button', { name: new RegExp(`^${escaped(t('record.start.make'))}`) }).click()
  await screen.fill(t('record.make.name'), 'Kerja Sama Keimigrasian')
  await screen.find(t('record.make.ownSide'), screen.country('IDN'))
  await screen.fill(t('record.make.officer'), 'Ayu Lestari')
  await screen.press(t('record.make.next'))
  await screen.fillSecret(t('record.make.passphrase'), passphrase)
  await screen.fillSecret(t('record.make.again'), passphrase)
  await app.answerSave(join(app.documentsFolder, 'kerja-sama.sepaham'))
  await screen.press(t('record.make.make'))

  const groups = page.getByRole('list', { name: t('record.key.groups') }).getByRole('listitem')
  await groups.first().waitFor()
  const lastTwo = (await groups.allTextContents()).slice(-2).join(' ')
  await app.answerSave(sheet)
  await screen.press(t('record.key.pdf'))
  await page.getByText(t('record.key.saved', { name: sheet.slice(sheet.lastIndexOf('/') + 1) })).waitFor()
  await screen.fill(t('record.key.part'), lastTwo)
  await screen.press(t('record.key.confirm'))
  await page.getByText(t('home.empty')).waitFor()
}

/** The agencies and people of a meeting, with their names in Latin and Khmer script. */
export async function enterPeople(screen: Screen, { delegates }: MeetingDossier): Promise<void> {
  const { t, page } = screen
  await screen.section(t('shell.people'))
  await screen.segment(t('people.title'), t('people.agencies'))
  const agencies = new Map(delegates.map((delegate) => [delegate.side, delegate.agency]))
  for (const [side, name] of agencies) {
    await page
      .getByRole('button', { name: t('people.newAgency') })
      .first()
      .click()
    await screen.fillWording(t('people.name'), side === 'KHM' ? { ...name, km: 'ក្រសួងមហាផ្ទៃ' } : name)
    await screen.find(t('people.side'), screen.country(side))
    await screen.choose(
      t('people.level'),
      t(side === 'KHM' ? 'people.levels.ministry' : 'people.levels.directorateGeneral'),
    )
    await screen.send(t('shell.save'))
  }
  await screen.segment(t('people.title'), t('people.people'))
  for (const { side, honorific, name, khmerName, title, agency } of delegates) {
    await page
      .getByRole('button', { name: t('people.newPerson') })
      .first()
      .click()
    await screen.fill(t('people.honorific'), honorific)
    await screen.fill(t('people.name'), name)
    await screen.fill(t('people.khmerName'), khmerName)
    await screen.find(t('people.side'), screen.country(side))
    await screen.choose(t('people.agency'), agency[screen.language] ?? '')
    await screen.fillWording(t('people.office'), title)
    await screen.send(t('shell.save'))
  }
}

/** The relationship and its series with the first meeting, and what was promised there. */
export async function enterFirstMeeting(
  screen: Screen,
  { series, formerActions }: MeetingDossier,
): Promise<void> {
  const { t, page } = screen
  await screen.section(t('shell.meetings'))
  await page
    .getByRole('button', { name: t('meetings.new') })
    .first()
    .click()
  await screen.fillNumber(t('meetings.form.number'), 1)
  await screen.find(t('meetings.form.otherSide'), screen.country('KHM'))
  await screen.fillWording(t('meetings.form.seriesName'), series.name)
  await screen.fillWording(t('meetings.form.shortName'), series.shortName)
  await screen.fillWording(t('meetings.form.place'), { en: 'Phnom Penh', id: 'Phnom Penh' })
  await screen.choose(t('meetings.form.zone'), 'Phnom Penh (ICT, GMT+7)')
  await screen.date(t('meetings.form.heldOn'), '2024-02-20')
  await screen.choose(t('meetings.form.status'), t('meetings.status.held'))
  await screen.send(t('meetings.form.make'))
  await screen.tab(new RegExp(`^${escaped(t('meeting.outcomes'))}`))
  for (const action of formerActions) {
    const [change] = action.dueChanges
    await enterAction(screen, change ? { ...action, dueOn: change.from } : action)
  }
}

/** The second meeting: its agenda as adopted, who sat there, what was written, decided, promised and noted. */
export async function enterMeeting(screen: Screen, record: RecordOfMeeting): Promise<void> {
  const { t, page } = screen
  const { dossier } = record
  const { meeting, agenda, delegates } = dossier
  await screen.section(t('shell.meetings'))
  await screen.press(t('meetings.new'))
  await screen.fillNumber(t('meetings.form.number'), meeting.number)
  await screen.fillWording(t('meetings.form.ownTitle'), { en: `${canary} title`, id: `${canary} title` })
  await screen.fillWording(t('meetings.form.place'), meeting.place)
  await screen.fill(t('meetings.form.venue'), `${canary} venue`)
  await screen.choose(t('meetings.form.zone'), 'Makassar (WITA, GMT+8)')
  await screen.date(t('meetings.form.heldOn'), meeting.heldOn)
  await screen.time(t('meetings.form.from'), meeting.from)
  await screen.time(t('meetings.form.to'), meeting.to)
  await screen.choose(
    t('meetings.form.classification'),
    t(`meetings.classification.${meeting.classification}`),
  )
  await screen.choose(t('meetings.form.status'), t(`meetings.status.${meeting.status}`))
  await screen.send(t('meetings.form.make'))

  for (const { side, name, role } of delegates) {
    await screen.press(t('meeting.addDelegateOf', { side: screen.country(side) }))
    await screen.find(t('meeting.person'), name, new RegExp(escaped(name)))
    await screen.choose(t('meeting.roleLabel'), t(`meeting.role.${role}`))
    await screen.send(t('meeting.add'))
  }
  for (const head of delegates.filter(({ role }) => role === 'head')) {
    await screen.more(head.name, t('shell.edit'))
    await screen.fill(t('meeting.signsAs'), head.signsAs)
    if (head.signedOn) await screen.date(t('meeting.signedOn'), head.signedOn)
    await screen.fillWording(t('meeting.signedAt'), head.signedAt)
    await screen.send(t('shell.save'))
  }

  await enterAgenda(screen, agenda)
  await screen.pick(t('meeting.more'), t('meeting.nextMeeting'))
  await screen.fillWording(t('meeting.place'), meeting.next?.place ?? {})
  await screen.fillWording(t('meeting.nextWhen'), meeting.next?.when ?? {})
  await screen.send(t('shell.save'))

  await writeTexts(screen, record, 'en')
  await screen.segment(t('meeting.minutesLanguage'), t('meeting.language.id'))
  await writeTexts(screen, record, 'id')
  await citeFigure(screen, record)

  await screen.tab(new RegExp(`^${escaped(t('meeting.outcomes'))}`))
  for (const action of dossier.actions)
    await enterAction(screen, { ...action, channel: `${canary} channel`, evidence: `${canary} evidence` })
  await moveDue(screen, dossier)

  await screen.tab(t('meeting.programme'))
  await screen.press(t('meeting.addEvent'))
  await screen.fillWording(t('meeting.eventTitle'), { en: `${canary} event`, id: `${canary} event` })
  await screen.fill(t('meeting.place'), `${canary} place`)
  await screen.choose(t('meeting.visibilityLabel'), t('meeting.visibility.internal'))
  await screen.send(t('meeting.add'))
  await screen.tab(t('meeting.notes'))
  await screen.press(t('meeting.addNote'))
  await screen.fill(t('meeting.noteWords'), `${canary} note`)
  await screen.send(t('meeting.add'))
  await page.getByText(`${canary} note`).waitFor()
}

/** From the usual agenda, which a new meeting has: the main item gets its name, one is added at adoption, breaks go in. */
async function enterAgenda(screen: Screen, agenda: readonly AgendaItem[]): Promise<void> {
  const { t } = screen
  const [main, added] = agenda.filter(({ part }) => part === 'discussion')
  if (!main || !added) throw new Error('the agenda has two items that are discussed')
  const usual = { en: 'Discussion', id: 'Pembahasan' }
  await screen.moreInRow(usual[screen.language], t('shell.edit'))
  await screen.fillWording(t('meeting.itemTitle'), main.title)
  await screen.fillNumber(t('meeting.plannedMinutes'), main.plannedMinutes)
  await screen.choose(t('meeting.lead'), screen.country('IDN'))
  await screen.choose(
    t('meeting.topicLabel'),
    screen.language === 'en' ? 'Draft MoU' : 'Rancangan Nota Kesepahaman',
  )
  await saveAndShift(screen, t('shell.save'))
  await screen.press(t('meeting.adoptAgenda'))
  await screen.send(t('meeting.adoptAgenda'))
  await screen.button(t('meeting.unadoptAgenda')).waitFor()
  await screen.press(t('meeting.addItem'))
  await screen.fillWording(t('meeting.itemTitle'), added.title)
  await screen.fillNumber(t('meeting.plannedMinutes'), added.plannedMinutes)
  await screen.choose(t('meeting.lead'), screen.country('KHM'))
  await screen.choose(t('meeting.addedByLabel'), screen.country('KHM'))
  await saveAndShift(screen, t('meeting.add'))
}

/** The meeting has been held: what follows an item gets other times only when that is said. */
async function saveAndShift({ page, t, press }: Screen, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await press(t('meeting.shiftTimes'))
  await dialog.first().waitFor({ state: 'hidden' })
}

async function enterAction(screen: Screen, action: Action): Promise<void> {
  const { t, page } = screen
  await screen.press(t('meeting.addAction'))
  await screen.fillWording(t('meeting.what'), action.what)
  await screen.choose(t('meeting.responsible'), sideOf(screen, action.side))
  if (action.dueOn) await screen.date(t('meeting.due'), action.dueOn)
  if (action.channel) await screen.fill(t('meeting.channel'), action.channel)
  if (action.evidence) await screen.fill(t('meeting.evidenceWords'), action.evidence)
  if (action.state === 'done') {
    await screen.choose(t('meeting.state'), t('meeting.actionState.done'))
    if (action.closedOn) await screen.date(t('meeting.doneOnLabel'), action.closedOn)
  }
  await screen.send(t('meeting.add'))
  await page
    .getByRole('article', {
      name: t('meeting.actionNumber', { number: writtenNumber(action.number) }),
      exact: true,
    })
    .waitFor()
}

/** What this meeting did to a promise of the one before it. */
async function moveDue(screen: Screen, { formerActions }: MeetingDossier): Promise<void> {
  const { t } = screen
  const moved = formerActions.find(({ dueChanges }) => dueChanges.length > 0)
  if (!moved?.dueOn) throw new Error('one due date was moved')
  await screen.more(t('meeting.actionNumber', { number: writtenNumber(moved.number) }), t('shell.edit'))
  await screen.date(t('meeting.dueMoved'), moved.dueOn)
  await screen.fill(t('meeting.evidenceWords'), `${canary} evidence`)
  await screen.send(t('shell.save'))
}

async function writeTexts(
  screen: Screen,
  record: RecordOfMeeting,
  language: ComposedLanguage,
): Promise<void> {
  const { page } = screen
  const numbers = itemNumbers(record.dossier.agenda)
  for (const [position, item] of record.dossier.agenda.entries()) {
    const blocks = blocksOf(record, position, language)
    const number = numbers.get(item.id)
    if (number === undefined || blocks.every((block) => block === '')) continue
    await screen.text(number).click()
    for (const [index, block] of blocks.entries()) {
      if (block === 'decision') {
        if (language === 'en') await enterDecision(screen, record.dossier, number)
        else await placeDecision(screen, record.dossier, number)
        continue
      }
      if (index > 0 && blocks[index - 1] !== 'decision') await page.keyboard.press('Enter')
      await page.keyboard.insertText(block)
    }
  }
  await screen.savedAt().waitFor()
}

/** Where the cursor is, with Ctrl+Alt+K. */
async function enterDecision(screen: Screen, { decisions }: MeetingDossier, item: number): Promise<void> {
  const { t, page } = screen
  const [decision] = decisions
  await page.keyboard.press('Control+Alt+K')
  await screen.fillWording(t('meeting.wording'), decision?.wording ?? {})
  await screen.choose(t('meeting.outcomeLabel'), t('meeting.outcome.agreedAdReferendum'))
  await screen.send(t('meeting.add'))
  await page.getByRole('group', { name: t('meeting.decisionNumber', { number: '2/2025/1' }) }).waitFor()
  // The focus is back a frame after the dialog has gone, and the cursor some more: a machine types faster than that.
  await screen.text(item).getByRole('paragraph').last().click()
}

/** The decision is in the record already; here it only gets its place in the other language. */
async function placeDecision(screen: Screen, { decisions }: MeetingDossier, item: number): Promise<void> {
  const { t, page } = screen
  const [decision] = decisions
  await screen.tab(new RegExp(`^${escaped(t('meeting.outcomes'))}`))
  await page
    .getByRole('article', {
      name: t('meeting.decisionNumber', { number: decision ? writtenNumber(decision.number) : '' }),
    })
    .getByRole('button', { name: t('meeting.putInText') })
    .click()
  await screen.text(item).getByRole('group').waitFor()
  await screen.text(item).getByRole('paragraph').last().click()
}

async function citeFigure(screen: Screen, { dossier }: RecordOfMeeting): Promise<void> {
  const { t, page } = screen
  const [figure] = dossier.figures
  if (!figure) throw new Error('a figure is cited')
  await screen.goToEnd(screen.text(5))
  await page.keyboard.insertText(' ')
  await screen.pick(t('editor.insert'), t('editor.figure'))
  await screen.fillNumber(t('meeting.value'), figure.value)
  await screen.fillWording(t('meeting.unit'), figure.unit)
  await screen.fillWording(t('meeting.counted'), figure.what)
  await screen.fillWording(t('meeting.period'), figure.period)
  await screen.fill(t('meeting.source'), figure.source)
  if (figure.asOf) await screen.date(t('meeting.asOf'), figure.asOf)
  await screen.send(t('editor.insert'))
  await screen.text(5).getByText('5.000').waitFor()
}

/** The paragraphs of a text; 'decision' stands where the decision has its place. */
function blocksOf(
  { docs }: RecordOfMeeting,
  position: number,
  language: ComposedLanguage,
): readonly string[] {
  type Block = { readonly type: string; readonly content?: readonly { readonly text?: string }[] }
  const { content } = docs.get(textId(position, language)) as { readonly content: readonly Block[] }
  return content.map((block) =>
    block.type === 'decisionRef' ? 'decision' : (block.content ?? []).map(({ text = '' }) => text).join(''),
  )
}

function sideOf(screen: Screen, side: SideOrBoth): string {
  return side === 'both' ? screen.t('meeting.both') : screen.country(side)
}
