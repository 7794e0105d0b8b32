import type { AgendaItemId, TextId } from '../ids.ts'
import type { ComposedLanguage } from '../values.ts'
import { agendaTimes } from './agendaTimes.ts'
import { composeMinutes } from './composeMinutes.ts'
import { itemNumbers } from './itemNumbers.ts'
import type { AgendaItem, MeetingDossier } from './meeting.ts'
import type { Block } from './minutesDocument.ts'
import type { Projection } from './projection.ts'

/**
 * What may be seen on the wall of a meeting: the sections of its minutes as composed (`composeMinutes`: shared fields
 * only), by item. The meeting's own title, its venue, notes, channels, evidence and what is said about brackets are not
 * in it. `docs` are the texts of the items in `language`.
 */
export function projectionOf(
  dossier: MeetingDossier,
  docs: ReadonlyMap<TextId, unknown>,
  language: ComposedLanguage,
  shown: AgendaItemId | null,
): Projection {
  const { meeting, series, relationship, agenda } = dossier
  const { blocks } = composeMinutes({
    dossier,
    docs,
    language,
    keptBy: relationship.ownSide,
    sample: false,
    auditHead: null,
  }).document
  const sections = sectionsOf(blocks, agenda)
  const numbers = itemNumbers(agenda)
  const times = agendaTimes(meeting, agenda).items
  return {
    number: meeting.number,
    seriesName: series.name,
    shortName: series.shortName,
    sides: [relationship.ownSide, relationship.otherSide],
    place: meeting.place,
    zone: meeting.zone,
    counterpartZone: meeting.counterpartZone,
    heldOn: meeting.heldOn,
    status: meeting.status,
    language,
    items: agenda.flatMap(({ id, title }, index) => {
      const time = times[index]
      const number = numbers.get(id) ?? null
      if (!time) return []
      const { from, to, starts, ends } = time
      return [{ id, number, title, from, to, starts, ends, blocks: sections.get(number ?? 0) ?? [] }]
    }),
    shown: agenda.some(({ id }) => id === shown) ? shown : null,
  }
}

/**
 * What stands below each heading of minutes, by its number, up to signatures and annexes. The heading of a group of
 * items stands above the first of them and is in no section.
 */
export function sectionsOf(
  blocks: readonly Block[],
  agenda: readonly AgendaItem[],
): ReadonlyMap<number, readonly Block[]> {
  const sections = new Map<number, Block[]>()
  let open: Block[] | null = null
  for (const block of blocks) {
    if (block.kind === 'heading') {
      open = []
      sections.set(block.number, open)
    } else if (block.kind === 'signatures' || block.kind === 'annex') open = null
    else open?.push(block)
  }
  for (const [number, count] of groupsBehind(agenda)) sections.get(number)?.splice(-count)
  return sections
}

/** How many headings of groups follow a numbered item before the next one. */
function groupsBehind(agenda: readonly AgendaItem[]): ReadonlyMap<number, number> {
  const numbers = itemNumbers(agenda)
  const counts = new Map<number, number>()
  let last: number | undefined
  for (const { id, part } of agenda) {
    last = numbers.get(id) ?? last
    if (part === 'section' && last !== undefined) counts.set(last, (counts.get(last) ?? 0) + 1)
  }
  return counts
}
