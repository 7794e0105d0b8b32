import { describe, expect, it } from 'vitest'
import { zipSync } from 'fflate'
import { readSpoilt, spoilt } from './readSpoilt.ts'
import { foundFiles, seeds } from './seeds.ts'

const runs = 10_000

describe('files that were spoilt by chance', () => {
  it('begin from files that are read', () => {
    for (const parts of seeds().slice(0, 2)) expect(readSpoilt(zipSync(parts))).toBe('read')
  })
  it.each([0, 1, 2, 3])(
    'are read or refused by name, and nothing else comes of them (part %i of 4)',
    (part) => {
      const from = seeds()
      const outcomes = { read: 0, refused: 0 }
      for (let run = part; run < runs; run += 4) {
        try {
          outcomes[readSpoilt(spoilt(from, run))]++
        } catch (error) {
          throw new Error(`run ${run}`, { cause: error })
        }
      }
      // Mostly whole files that say something odd: what is refused at the door tries little.
      expect(outcomes.read).toBeGreaterThan(runs / 4 / 3)
      expect(outcomes.refused).toBeGreaterThan(runs / 4 / 20)
    },
    180_000,
  )
  it.each(foundFiles())('never break the reader again: $name', ({ bytes }) =>
    expect(['read', 'refused']).toContain(readSpoilt(bytes)),
  )
})
