import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHistoryHandlers } from '../../../electron/services/historyService.ts'
import { ok } from '../../../shared/result.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'

let record: MeetingRecord
beforeEach(async () => void (record = await newMeetingRecord()))
afterEach(() => record.close())

async function pages(): Promise<readonly (readonly number[])[]> {
  const handlers = createHistoryHandlers({ opened: () => ok({ store: record.store }) })
  const found: (readonly number[])[] = []
  let after: string | null = null
  do {
    const reply = await handlers['history.list']({ after }, { client: 'window 1' })
    if (!reply.ok) throw new Error(reply.fault.kind)
    found.push(reply.value.rows.map(({ sequence }) => sequence))
    after = reply.value.next
  } while (after !== null)
  return found
}

async function act(times: number): Promise<void> {
  for (let time = 0; time < times; time++)
    await record.get('agency.put', {
      agency: { id: null, side: 'IDN', name: { id: `Instansi ${time}` }, level: 'agency' },
    })
}

describe('the history', () => {
  it('has no page where nothing was done', async () => expect(await pages()).toEqual([[]]))

  it.each([
    [1, [1]],
    [49, [49]],
    [50, [50]], // a whole page, and nothing more is there
    [51, [50, 1]],
    [101, [50, 50, 1]],
  ])('of %i acts has pages of %j, newest first, each act once', async (acts, lengths) => {
    await act(acts)
    const found = await pages()
    expect(found.map(({ length }) => length)).toEqual(lengths)
    expect(found.flat()).toEqual(Array.from({ length: acts }, (_, index) => acts - index))
  })

  it('says that nothing more is there also where it does not begin with the first act', async () => {
    await act(60)
    const { history } = record.store
    const handlers = createHistoryHandlers({
      opened: () =>
        ok({
          store: {
            undo: record.store.undo,
            history: (after, limit) => history(after, limit).filter(({ sequence }) => sequence > 20),
          },
        }),
    })
    expect(await handlers['history.list']({ after: null }, { client: 'window 1' })).toMatchObject({
      value: { rows: { length: 40 }, next: null },
    })
  })

  it.each(['0', '-1', '1.5', 'x', ''])('refuses the cursor "%s"', async (after) => {
    const handlers = createHistoryHandlers({ opened: () => ok({ store: record.store }) })
    expect(await handlers['history.list']({ after }, { client: 'window 1' })).toEqual({
      ok: false,
      fault: { kind: 'InvalidInput', problems: ['after: invalid_format'] },
    })
  })
})
