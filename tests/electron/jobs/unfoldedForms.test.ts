import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unfoldedForms } from '../../../electron/jobs/unfoldedForms.ts'
import { root } from '../../support/sources.ts'

const of = (aff: string, ...words: readonly string[]) =>
  unfoldedForms({ aff, dic: [String(words.length), ...words].join('\n') })

describe('the forms that rules make of words', () => {
  it('are the words alone where nothing is made of them', () =>
    expect(of('SET UTF-8', 'pasal', 'ayat/Z')).toBe(2))
  it('are one for each entry of a rule', () =>
    expect(of('SFX A Y 2\nSFX A 0 nya .\nSFX A 0 lah .', 'pasal/A', 'ayat')).toBe(4))
  it('are those of a prefix and a suffix together, too', () =>
    expect(of('PFX P Y 1\nPFX P 0 me .\nSFX S Y 2\nSFX S 0 kan .\nSFX S 0 i .', 'tulis/PS')).toBe(1 + 3 + 2))
  it('go on where an entry has flags of its own', () =>
    expect(of('SFX A Y 1\nSFX A 0 kan/B .\nSFX B Y 1\nSFX B 0 lah .', 'tulis/A')).toBe(3))
  it('have no end where rules lead to each other', () =>
    expect(of('SFX A Y 1\nSFX A 0 a/B .\nSFX B Y 1\nSFX B 0 b/A .', 'pasal/A')).toBe(Infinity))
  it('are read by the kind of flags that the file has', () => {
    expect(of('FLAG num\nSFX 12 Y 1\nSFX 12 0 nya .', 'pasal/12,9')).toBe(2)
    expect(of('FLAG long\nSFX Aa Y 1\nSFX Aa 0 nya .', 'pasal/BbAa')).toBe(2)
  })
  it('of the English dictionary are far from too many', () => {
    const folder = join(root, 'node_modules', 'dictionary-en')
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    const forms = unfoldedForms({ dic: read('index.dic'), aff: read('index.aff') })
    expect(forms).toBeGreaterThan(100_000)
    expect(forms).toBeLessThan(2_000_000)
  })
})
