import type { MeetingRecord } from './meetingRecord.ts'
import { meetingOf, typed, withSeries } from './meetingRecord.ts'

/**
 * Two meetings of a series with Cambodia, both held, and a third that is planned. The second has everything that
 * minutes are composed of: heads and members, a programme, an added item, words in its texts, a decision, actions, a
 * figure that is cited, and what it says on the action of the first.
 */
export async function twoHeldMeetings(record: MeetingRecord) {
  const base = await withSeries(record)
  const { series, wirawan, lestari, dara } = base
  const put = async (number: number, heldOn: string, status: 'held' | 'planned') =>
    (
      await record.get('meeting.put', {
        meeting: meetingOf(series.id, { number, heldOn, status, languages: ['en'] }),
      })
    ).value
  const first = await put(1, '2024-02-20', 'held')
  const second = await put(2, '2025-05-19', 'held')
  const third = await put(3, '2026-04-21', 'planned')
  const action = async (meetingId: typeof first.id, what: string) =>
    (
      await record.get('action.put', {
        action: {
          ...{ id: null, meetingId, itemId: null, side: 'KHM', what: { en: what }, agencyId: null },
          ...{ personId: null },
          ...{ channel: '', dueOn: '2025-09-01', state: 'open', closedOn: null, evidence: '' },
        },
      })
    ).value
  const former = await action(first.id, 'name a contact point')
  await record.get('action.moveDue', { actionId: former.id, meetingId: second.id, dueOn: '2025-10-01' })
  const own = await action(second.id, 'send the list')
  for (const [person, role] of [
    [wirawan, 'head'],
    [lestari, 'member'],
    [dara, 'head'],
  ] as const)
    await record.get('delegate.add', { meetingId: second.id, personId: person.id, role })
  const event = (
    await record.get('programme.put', {
      event: {
        ...{
          id: null,
          meetingId: second.id,
          kind: 'studyVisit',
          title: { en: 'Study visit' },
          place: 'Denpasar',
        },
        ...{ heldOn: '2025-05-20', from: '09:00', to: '11:00', visibility: 'shared' },
      },
    })
  ).value
  const figure = (
    await record.get('figure.put', {
      figure: {
        ...{ id: null, value: 500, unit: { en: 'workers' }, what: { en: 'workers brought home' } },
        ...{ period: { en: 'April 2025' }, place: '', source: 'Directorate General', asOf: null },
      },
    })
  ).value
  const dossier = await record.get('meeting.dossier', { meetingId: second.id })
  const discussed = dossier.agenda.filter(({ part }) => ['discussion', 'closing'].includes(part))
  const item = discussed[0] ?? dossier.agenda[0]
  if (!item) throw new Error('The usual agenda is empty')
  const decision = (
    await record.get('decision.put', {
      decision: {
        ...{ id: null, meetingId: second.id, itemId: item.id, outcome: 'agreed' },
        wording: { en: 'The Meeting agreed on Article 1.' },
      },
    })
  ).value
  for (const { id } of dossier.agenda) await write(id, `Words of ${id}`)
  const text = await textOf(item.id)
  await save(text, [
    insert(1, { type: 'figureRef', attrs: { recordId: figure.id } }),
    insert(0, { type: 'decisionRef', attrs: { recordId: decision.id } }),
  ])
  const meetingId = second.id
  const amendments = [{ en: 'item 3: “ten days” is replaced by “two weeks”' }]
  await record.get('minutes.confirmPrevious', { meetingId, amendments })

  return {
    ...base,
    ...{ first, second, third, meetingId, former, own, event, figure, item, decision, text },
    save,
    /** Types words into the text that says the decision, behind it. */
    type: (words: string) => save(text, typed(words, 2)),
    /** The minutes of the second meeting, letter for letter, places and days of signatures aside. */
    async hash() {
      return (await record.get('minutes.words', { meetingId })).hash
    },
    circulate: () =>
      record.get('minutes.circulate', {
        ...{ meetingId, sentOn: '2025-05-19', recipients: 'Phnom Penh', channel: 'atTable' },
      }),
    agree: (side: string) => record.get('minutes.agree', { meetingId, side, agreedOn: '2025-05-19' }),
    async agreeBoth() {
      await this.circulate()
      await this.agree('IDN')
      return await this.agree('KHM')
    },
  }

  async function textOf(itemId: string) {
    const { texts } = await record.get('meeting.dossier', { meetingId: second.id })
    const found = texts.find((text) => text.itemId === itemId)
    if (!found) throw new Error(`There is no text of ${itemId}`)
    return found.textId
  }

  async function write(itemId: string, words: string) {
    await save(await textOf(itemId), typed(words))
  }

  async function save(textId: Awaited<ReturnType<typeof textOf>>, steps: readonly unknown[]) {
    const { revision } = await record.get('text.open', { textId })
    await record.get('text.save', { textId, revision, steps: [...steps] })
    await record.get('text.close', { textId })
  }
}
export type TwoMeetings = Awaited<ReturnType<typeof twoHeldMeetings>>

function insert(at: number, node: unknown) {
  return { stepType: 'replace', from: at, to: at, slice: { content: [node] } }
}
