import type { DictionaryTexts } from './dictionaryTexts.ts'

/** The flags that each entry of a rule goes on with. */
type Rule = { readonly entries: (readonly string[])[]; readonly isCombined: boolean }

/**
 * How many forms the rules make of the words of a dictionary, at most: conditions that would keep some from being made
 * are left out of account. `Infinity` where rules lead to each other without end. To be asked before the words are
 * unfolded: a worker that runs out of memory in the middle of it may take the whole program along.
 *
 * Source: hunspell(5), SFX and PFX with their continuation flags, and the cross product of combined rules.
 */
export function unfoldedForms({ dic, aff }: Pick<DictionaryTexts, 'dic' | 'aff'>): number {
  const flagKind = /^\s*FLAG[ \t]+(\S+)/m.exec(aff)?.[1] ?? ''
  const flagsOf = (written: string): readonly string[] => {
    if (written === '') return []
    if (flagKind === 'long') return written.match(/.{1,2}/gsu) ?? []
    return flagKind === 'num' ? written.split(',') : [...written]
  }
  const rules = rulesOf(aff, flagsOf)
  const known = new Map<string, number>()
  /** Of one rule, with those that its forms go on with. */
  const formsOf = (flag: string, above: ReadonlySet<string>): number => {
    const rule = rules.get(flag)
    if (!rule) return 0
    const counted = known.get(flag)
    if (counted !== undefined) return counted
    if (above.has(flag)) return Infinity
    const within = new Set(above).add(flag)
    let forms = 0
    for (const continued of rule.entries)
      forms += 1 + continued.reduce((sum, next) => sum + formsOf(next, within), 0)
    known.set(flag, forms)
    return forms
  }
  let all = 0
  const ofFlags = new Map<string, number>()
  for (const line of dic.split('\n').slice(1)) {
    const written = /(?<!\\)\/(\S*)/u.exec(line)?.[1] ?? ''
    const forms = ofFlags.get(written) ?? formsOfWord(flagsOf(written))
    ofFlags.set(written, forms)
    all += forms
  }
  return all

  function formsOfWord(flags: readonly string[]): number {
    let alone = 0
    let combined = 0
    let pairs = 0
    for (const flag of flags) {
      const forms = formsOf(flag, new Set())
      alone += forms
      if (!rules.get(flag)?.isCombined) continue
      if (combined > 0 && forms > 0) pairs += combined * forms
      combined += forms
    }
    return 1 + alone + pairs
  }
}

function rulesOf(aff: string, flagsOf: (written: string) => readonly string[]): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>()
  for (const line of aff.split('\n')) {
    const [kind, flag, second = '', third] = line.trim().split(/\s+/)
    if ((kind !== 'SFX' && kind !== 'PFX') || flag === undefined) continue
    const rule = rules.get(flag)
    if (!rule) rules.set(flag, { entries: [], isCombined: second === 'Y' })
    else if (third !== undefined) rule.entries.push(flagsOf(third.split('/')[1] ?? ''))
  }
  return rules
}
