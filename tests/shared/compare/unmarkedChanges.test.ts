import { describe, expect, it } from 'vitest'
import { applyDecisions, withNeeded } from '../../../shared/compare/applyDecisions.ts'
import { unmarkedChanges } from '../../../shared/compare/unmarkedChanges.ts'
import { compare, compareLines, fixture, read } from './support.ts'

const sent = `Article 1
Scope

1. The Parties shall cooperate within fourteen (14) days.
2. Each Party bears its own costs.

Article 2
Confidentiality

The Parties keep information confidential for five (5) years.
`
const back = (...edits: readonly (readonly [string, string])[]) =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`'${from}' is not there`)
    return text.replace(from, to)
  }, sent)

describe('changes that were not marked', () => {
  it('are none where all are', () =>
    expect(unmarked(sent, sent, back(['fourteen (14)', 'thirty (30)']))).toEqual([]))
  it('are words changed outside of the tracked changes', () => {
    const silent = back(['five (5)', 'three (3)'])
    expect(unmarked(sent, silent, silent.replace('fourteen (14)', 'thirty (30)'))).toEqual([
      'five (5) → three (3)',
    ])
  })
  it('are words deleted silently, though others beside them are marked', () => {
    const silent = back([' its own', ''])
    expect(unmarked(sent, silent, silent.replace('Each Party', 'Each Participant'))).toEqual(['its own → '])
  })
  it('are not words deleted with a mark', () =>
    expect(unmarked(sent, sent, back([' its own', '']))).toEqual([]))
  it('are words inserted silently', () => {
    const silent = back(['confidential for', 'strictly confidential for'])
    expect(unmarked(sent, silent, silent)).toEqual([' → strictly'])
  })
  it('are a paragraph that came without a mark', () => {
    const silent = back([
      '2. Each Party bears its own costs.\n',
      '2. Each Party bears its own costs.\n3. Disputes go to court.\n',
    ])
    expect(unmarked(sent, silent, silent)).toEqual([' → 3. Disputes go to court.'])
  })
  it('are a paragraph that went without a mark', () => {
    const silent = back(['2. Each Party bears its own costs.\n', ''])
    expect(unmarked(sent, silent, silent)).toHaveLength(1)
  })
  it('are all of them where nothing was tracked', () => {
    const silent = back(['shall', 'will'], ['five (5)', 'three (3)'])
    expect(unmarked(sent, silent, silent)).toHaveLength(2)
  })
  it('are not the same words seen a little earlier', () => {
    const [was, now] = ['1. The cat and the dog.\n', '1. The cat and the cow and the dog.\n']
    expect(unmarked(was, was, now)).toEqual([])
  })
  it('are a change back of what the file itself had marked before', () => {
    // Their file began from other words than ours: what they marked gave ours back, and is no change for us.
    expect(unmarked(sent, back(['fourteen (14)', 'thirty (30)']), sent)).toEqual([])
  })
  it('are not told of another text', () =>
    expect(
      unmarkedChanges(
        compareLines(sent, back(['shall', 'will'])),
        compareLines('1. Apples.\n', '1. Pears.\n'),
      ),
    ).toBeNull())
  it('of a real counter-draft are just the one where all others are tracked', () => {
    const [ours, theirs] = [fixture('mou-v1-idn-draft.en.txt'), fixture('mou-v2-khm-counterdraft.en.txt')]
    const comparison = compare(ours, theirs)
    expect(unmarkedChanges(comparison, compare(ours, theirs))).toEqual([])
    expect(unmarkedChanges(comparison, compare(theirs, theirs))).toHaveLength(comparison.changes.length)
  })
  it('of a real counter-draft are the ones that were made before the tracking began', () => {
    const [ours, theirs] = [fixture('mou-v1-idn-draft.en.txt'), fixture('mou-v2-khm-counterdraft.en.txt')]
    const comparison = compare(ours, theirs)
    for (const { id } of comparison.changes.filter(({ layer }) => layer === 'substance')) {
      const silent = withNeeded(comparison, [id])
      const was = applyDecisions(comparison, silent)
      if (!was.ok) throw new Error(was.fault.kind)
      expect(unmarkedChanges(comparison, compare(was.value, theirs))).toEqual(
        comparison.changes.filter((change) => silent.has(change.id)).map((change) => change.id),
      )
    }
  })
})

/** What was sent; the file as it was before its tracked changes; the file as it proposes. */
function unmarked(sent: string, was: string, proposed: string): readonly string[] {
  const target = read(proposed, 'en', 'c')
  const comparison = compare(read(sent), target)
  const found = unmarkedChanges(comparison, compare(read(was, 'en', 'd'), target))
  return comparison.changes
    .filter(({ id }) => found?.includes(id))
    .map(({ wordsBefore, wordsAfter }) => `${wordsBefore.trim()} → ${wordsAfter.trim()}`)
}
