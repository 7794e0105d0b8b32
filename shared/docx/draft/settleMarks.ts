import type { DraftLine, DraftParagraph, DraftRun, Fate } from './draftLines.ts'
import { isInBase, isInTarget } from './draftLines.ts'
import { marksApart } from './marksApart.ts'

/**
 * Lines whose paragraph marks a word processor can take back.
 *
 * - The mark of a paragraph that arrived with words that came at its end is marked as they are: LibreOffice otherwise
 *   leaves an empty paragraph behind.
 * - A paragraph that stays but ends in words that come, ahead of one that comes whole: LibreOffice, taking both back,
 *   takes the break between them too. The words that come are put ahead of those that go; where nothing goes, the
 *   mark that comes is the earlier one, as if a person had typed on at the end of the paragraph.
 * - Where the mark of a paragraph is taken away but not all of it as one change (`marksApart` too), LibreOffice keeps
 *   its shape for what it is joined with, Word takes that of the latter: it is given the shape of the latter as a change
 *   of its own. Not so an empty one, which LibreOffice takes away whole: its number would not come back.
 * - Where all ahead of an empty item of a list is taken back, LibreOffice numbers the item no more: what comes is given
 *   the shape of the item in the same way.
 * - The last mark of a cell always stays (`isCell`): where the last paragraph comes or goes, the mark before it does.
 */
export function settleMarks(
  lines: readonly DraftLine[],
  { isCell }: { readonly isCell: boolean },
): readonly DraftLine[] {
  const settled = lines.map(withMarkOfItsEnd)
  for (let index = 0; index < settled.length - 1; index++) {
    const line = settled[index]
    if (line?.kind !== 'paragraph' || line.fate !== 'stays' || line.runs.at(-1)?.fate !== 'comes') continue
    if (!isComing(settled[index + 1])) continue
    const turned = comingFirst(line.runs)
    if (turned.at(-1)?.fate !== 'comes') {
      settled[index] = { ...line, runs: turned }
      continue
    }
    let last = index + 1
    while (isComing(settled[last + 1])) last++
    passOn(settled, index, last, 'comes')
  }
  const all = isCell ? settleEnd(settled) : settled
  const apart = marksApart(all)
  return all.map((line, index) => {
    if (line.kind !== 'paragraph' || line.fate === 'stays') return line
    const next = joinedWith(all, index, line.fate)
    if (!next) return line
    const isTakenWhole = line.runs.every(({ fate }) => fate === line.fate)
    const isSafe = isTakenWhole && !apart.has(index) && (isInBase(line.fate) || !isEmptyItem(next))
    return isSafe ? line : joining(line, next)
  })
}

/** What a paragraph is joined with where its mark is taken away; null: a table follows, or nothing. */
function joinedWith(all: readonly DraftLine[], index: number, fate: Fate): DraftParagraph | null {
  const stays = isInBase(fate) ? isInTarget : isInBase
  for (let at = index + 1; at < all.length; at++) {
    const line = all[at]
    if (line?.kind === 'table') return null
    if (line?.kind === 'paragraph' && stays(line.fate)) return line
  }
  return null
}

function joining(line: DraftParagraph, next: DraftParagraph): DraftParagraph {
  return isInBase(line.fate)
    ? { ...line, ...shapes(line.shape, next.shape) }
    : { ...line, ...shapes(baseShape(next), line.shape) }
}

function isEmptyItem(line: DraftParagraph): boolean {
  return baseShape(line).list !== null && !line.runs.some(({ fate }) => isInBase(fate))
}

function baseShape({ shape, shapeBefore }: DraftParagraph): DraftParagraph['shape'] {
  return shapeBefore ?? shape
}

function isComing(line: DraftLine | undefined): line is DraftParagraph {
  return (
    line?.kind === 'paragraph' && line.fate === 'comes' && line.runs.every(({ fate }) => fate === 'comes')
  )
}

function withMarkOfItsEnd(line: DraftLine): DraftLine {
  if (line.kind !== 'paragraph') return line
  const last = line.runs.at(-1)?.fate
  return line.fate === 'arrives' && last === 'comes' ? { ...line, fate: last } : line
}

/** At the end of a line, what comes ahead of what goes. */
function comingFirst(runs: readonly DraftRun[]): readonly DraftRun[] {
  const stays = runs.findLastIndex(({ fate }) => fate !== 'goes' && fate !== 'comes') + 1
  const end = runs.slice(stays)
  return [
    ...runs.slice(0, stays),
    ...end.filter(({ fate }) => fate === 'comes'),
    ...end.filter(({ fate }) => fate === 'goes'),
  ]
}

/** Gives the marks from `first` up to the one before `last` the fate, and the mark that stays to the last. */
function passOn(lines: DraftLine[], first: number, last: number, fate: 'comes' | 'goes') {
  const [one, end] = [lines[first], lines[last]]
  if (one?.kind !== 'paragraph' || end?.kind !== 'paragraph') return
  const before = fate === 'comes' ? baseShape(one) : baseShape(end)
  const after = fate === 'comes' ? end.shape : one.shape
  for (let index = first; index < last; index++) {
    const line = lines[index]
    if (line?.kind === 'paragraph') lines[index] = { ...line, fate, shapeBefore: null }
  }
  lines[last] = { ...end, fate: 'stays', ...shapes(before, after) }
}

function shapes(before: DraftParagraph['shape'], after: DraftParagraph['shape']) {
  const { style, list, depth, level, align } = before
  const isSame =
    style === after.style &&
    list === after.list &&
    depth === after.depth &&
    level === after.level &&
    align === after.align
  return { shape: after, shapeBefore: isSame ? null : before }
}

function settleEnd(lines: DraftLine[]): readonly DraftLine[] {
  const last = lines.length - 1
  const end = lines[last]
  if (end?.kind !== 'paragraph' || end.fate === 'stays') return lines
  const fate = isInTarget(end.fate) ? 'comes' : 'goes'
  const isOther = (one: Fate) => (fate === 'comes' ? isInBase(one) : isInTarget(one))
  const index = lines.findLastIndex((line) => line.kind === 'paragraph' && isOther(line.fate))
  const other = lines[index]
  const isTorn = lines.slice(index + 1).some((line) => line.kind === 'table')
  if (other?.kind !== 'paragraph' || isTorn) return lines
  if (other.fate === 'stays') {
    passOn(lines, index, last, fate)
    return lines
  }
  // The last of one text and the last of the other become one paragraph, whose mark stays.
  const [before, after] = fate === 'comes' ? [other.shape, end.shape] : [end.shape, other.shape]
  lines[last] = { ...end, fate: 'stays', runs: [...other.runs, ...end.runs], ...shapes(before, after) }
  return lines.toSpliced(index, 1)
}
