import type { PlaceholderName } from '../../letterhead.ts'
import type { Block, MinutesDocument } from '../../meeting/minutesDocument.ts'
import { plain } from '../../meeting/runs.ts'
import type { PageFrame } from '../pageFrame.ts'
import type { StoryPart } from './openLetterhead.ts'
import { placesIn } from './placeholders.ts'
import type { Looks } from './printLook.ts'
import { elements, type XmlNode } from './xmlTree.ts'

type Filled = { readonly blocks: readonly Block[]; readonly facts: MinutesDocument['facts'] }

/** The places that a part leaves to be filled in where readers see them: in Word nobody sees hidden text. */
export function namesIn({ root }: StoryPart, looks: Looks): ReadonlySet<PlaceholderName> {
  const names = new Set<PlaceholderName>()
  const visit = (node: XmlNode, paragraph: XmlNode | null): void => {
    for (const child of elements(node)) {
      if (paragraph && child.name === 'w:r' && looks.run(child, paragraph).hidden) continue
      if (child.name === 'w:p')
        for (const { name, run } of placesIn(child)) if (!looks.run(run, child).hidden) names.add(name)
      visit(child, child.name === 'w:p' ? child : paragraph)
    }
  }
  visit(root, null)
  return names
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
