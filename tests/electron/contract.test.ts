import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type Operation, operations } from '../../shared/api/contract.ts'
import { type App, openApp } from '../support/app.ts'
import { type LoopbackClient, openLoopbackClient } from '../support/loopbackClient.ts'

/** Inputs that the contract of `operation` refuses: anything at all, and objects that have its keys and one too many. */
function malformed(operation: Operation, keep: (value: unknown) => unknown): readonly unknown[] {
  const anything = fc.anything({
    withDate: true,
    withMap: true,
    withBigInt: false,
    withTypedArray: true,
    maxDepth: 3,
  })
  const keys = Object.keys(contract[operation].input.shape)
  const likeIt = fc.record(Object.fromEntries([...keys, 'extra'].map((key) => [key, anything])), {
    requiredKeys: [],
  })
  const inputs = fc
    .sample(fc.oneof(anything, likeIt), { numRuns: 400, seed: 2 })
    .map(keep)
    .filter((input) => !contract[operation].input.safeParse(input).success)
  return inputs.slice(0, 200)
}

function expectInvalid(operation: string, results: readonly unknown[]): void {
  expect([operation, results.length]).toEqual([operation, 200])
  for (const result of results) {
    expect(result).toEqual({
      ok: false,
      fault: { kind: 'InvalidInput', problems: expect.arrayContaining([expect.any(String)]) },
    })
    expect(JSON.stringify(result)).not.toMatch(/\bat .*\.(c?js|ts):\d+|Error:/)
  }
}

describe('200 malformed inputs to every operation, on the stand-in for Electron', () => {
  let app: App
  beforeAll(async () => void (app = await openApp({ host: 'standIn' })))
  afterAll(() => app.quit())

  it.each(operations)('%s', async (operation) => {
    const frame = { url: 'app://sepaham/', main: true }
    const inputs = malformed(operation, (value) => structuredClone(value))
    expectInvalid(
      operation,
      await Promise.all(inputs.map((input) => app.standIn?.ask('invoke', 1, operation, [input], frame))),
    )
  })

  it('and what the page itself sends', async () => {
    const results = await app.page.evaluate(
      async (names) =>
        await Promise.all(
          names.flatMap((name) =>
            [undefined, null, 7, 'x', [], new Uint8Array(3), { no: 1 }].map((input) =>
              window.sepaham?.invoke(name, input),
            ),
          ),
        ),
      [...operations, 'no.such', '__proto__', 'constructor'],
    )
    for (const result of results) expect(result).toMatchObject({ fault: { kind: 'InvalidInput' } })
  })
})

describe('200 malformed inputs to every operation, on the loopback host', () => {
  let app: App
  let client: LoopbackClient
  beforeAll(async () => {
    app = await openApp({ host: 'loopback' })
    client = await openLoopbackClient(/open (\S+)/.exec(app.said())?.[1] ?? '')
  })
  afterAll(async () => {
    client.close()
    await app.quit()
  })
  const post = (body: string) => client.post(body)

  it.each(operations)('%s', async (operation) => {
    const inputs = malformed(operation, (value) => JSON.parse(JSON.stringify(value) ?? 'null'))
    const results: unknown[] = []
    for (const input of inputs) results.push(await post(JSON.stringify({ operation, input })))
    expectInvalid(operation, results)
  })

  it('and bodies that are no request', async () => {
    const bodies = [
      '',
      '[',
      '7',
      'null',
      '[]',
      '{}',
      '{"operation":7}',
      '{"operation":"__proto__","input":{}}',
    ]
    for (const body of bodies)
      expect(await post(body)).toMatchObject({ ok: false, fault: { kind: 'InvalidInput' } })
  })
  it('and an input nested deeper than any text', async () => {
    const textId = '01900000-0000-7000-8000-000000000009'
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    const result = await post(
      `{"operation":"text.saveCopyTo","input":{"textId":"${textId}","name":"x","doc":${deep}}}`,
    )
    expect(result).toMatchObject({ ok: false })
    expect(await post('{"operation":"settings.read","input":{}}')).toMatchObject({ ok: true })
  })
})
