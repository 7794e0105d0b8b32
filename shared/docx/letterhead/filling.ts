import type { PlaceholderName } from '../../letterhead.ts'
import type { Block, MinutesDocument } from '../../meeting/minutesDocument.ts'
import { plain } from '../../meeting/runs.ts'
import type { PageFrame } from '../pageFrame.ts'
import type { StoryPart } from './openLetterhead.ts'
import { paragraphsOf, placeholdersIn, wordsOf } from './placeholders.ts'

type Filled = { readonly blocks: readonly Block[]; readonly facts: MinutesDocument['facts'] }

/** The places that a part leaves to be filled in. */
export function namesIn({ root }: StoryPart): ReadonlySet<PlaceholderName> {
  const all = paragraphsOf(root).flatMap((one) => placeholdersIn(wordsOf(one)))
  return new Set(all.flatMap(({ name }) => name ?? []))
}

/** What stands in the places of a letterhead. */
export function placeholderValues({
  blocks,
  facts,
  header,
}: Filled & Pick<PageFrame, 'header'>): Record<PlaceholderName, string> {
  const titles = blocks.flatMap((block) => (block.kind === 'title' ? [plain(block.runs)] : []))
  return {
    title: titles.join(' '),
    place: facts.place,
    date: facts.date,
    heads: facts.heads.join('\n'),
    classification: header[0],
    body: '',
  }
}

/** The blocks that the letterhead does not say in its own place. */
export function withoutSaid({ blocks, facts }: Filled, said: ReadonlySet<PlaceholderName>): readonly Block[] {
  const saysWhere = said.has('place') && said.has('date')
  return blocks.filter(({ kind, ...block }) => {
    if (kind === 'title') return !said.has('title')
    if (kind !== 'placeAndDate' || !saysWhere || !('runs' in block)) return true
    return plain(block.runs) !== `${facts.place}, ${facts.date}`
  })
}
