import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildShim, faultRounds } from './faults.ts'
import { bitFlips, killRounds, twoInstances, works, type Figures } from './rounds.ts'
import { makeTemplate, type Template } from './template.ts'

const folder = mkdtempSync(join(tmpdir(), 'sepaham-torture-'))
const shim = buildShim(folder)
if (!shim) process.stderr.write('SKIPPED: write faults need Linux and gcc (apt-get install gcc libc6-dev)\n')
const killsOfEach = 15
let template: Template

beforeAll(async () => {
  template = await makeTemplate(join(folder, 'template'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('nothing that was acknowledged is lost', () => {
  it.each(works)(
    `killed while %s, ${killsOfEach} times`,
    async (work) => {
      const figures = await killRounds(work, killsOfEach, template, folder)
      // A migration is killed at any moment of it: on a busy machine none of them may have come to its end.
      expectWhole(work === 'migrating' ? { ...figures, acknowledged: figures.rounds } : figures)
    },
    300_000,
  )
  it('started twice', async () => expectWhole(await twoInstances(1, template, folder)), 60_000)
  it(
    'one bit flipped, 200 times: noticed each time',
    async () => expectWhole(await bitFlips(200, template, folder)),
    60_000,
  )
  it.skipIf(!shim)(
    'a disk that is full or broken at any call',
    async () => expectWhole(await faultRounds(shim ?? '', 11, folder)),
    300_000,
  )
})

function expectWhole({ lost, bad, acknowledged }: Figures): void {
  expect(bad).toEqual([])
  expect(lost).toBe(0)
  expect(acknowledged).toBeGreaterThan(0)
}
