import type { DraftLine, DraftParagraph, Fate } from './draftLines.ts'

/**
 * The places of the paragraphs whose marks LibreOffice takes for changes of their own, though they go or come with
 * their words.
 *
 * As soon as it has read words that come and that also went, or the other way round, it takes both for the halves of a
 * move; the mark, which it reads behind its words, is then no part of that.
 *
 * Source: LibreOffice 7.4, SwRedlineTable::isMoved (sw/source/core/doc/docredln.cxx).
 */
export function marksApart(lines: readonly DraftLine[]): ReadonlySet<number> {
  const apart = new Set<number>()
  const closed = { goes: byLength(), comes: byLength() }
  let open: Stretch | null = null

  function close() {
    if (open && !open.isMoved && canMove(open)) closed[open.fate].add(open)
    open = null
  }

  function read(fate: Fate, text: string) {
    if (open?.fate !== fate || open.isMoved) close()
    if (fate !== 'goes' && fate !== 'comes') return
    open ??= { fate, text: '', from: 0, to: 0, isMoved: false }
    extend(open, text)
  }

  function isHalfOfMove(): boolean {
    if (!open || open.isMoved) return false
    open.isMoved = closed[open.fate === 'goes' ? 'comes' : 'goes'].take(open)
    return open.isMoved
  }

  function readParagraph({ runs, fate }: DraftParagraph): boolean {
    let isApart = false
    for (const run of runs) {
      read(run.fate, run.text)
      isApart = isHalfOfMove()
    }
    read(fate, '\n')
    return isApart
  }

  function readAll(inner: readonly DraftLine[], found: (index: number) => void) {
    inner.forEach((line, index) => {
      if (line.kind === 'paragraph') {
        if (readParagraph(line)) found(index)
      } else if (line.kind === 'table') {
        close()
        for (const { cells } of line.rows)
          for (const cell of cells) {
            readAll(cell.lines, () => {})
            close()
          }
      }
    })
  }

  readAll(lines, (index) => apart.add(index))
  return apart
}

/** What LibreOffice reads as one change; its words without white space at the ends are those from `from` up to `to`. */
type Stretch = { readonly fate: 'goes' | 'comes'; text: string; from: number; to: number; isMoved: boolean }

function extend(stretch: Stretch, text: string) {
  const length = stretch.text.length
  stretch.text += text
  const words = text.trimEnd()
  if (words === '') return
  if (stretch.to === 0) stretch.from = length + text.length - text.trimStart().length
  stretch.to = length + words.length
}

/** Less may stand anywhere: LibreOffice wants six characters with a space between them. */
function canMove({ text, from, to }: Stretch): boolean {
  if (to - from < 6) return false
  const space = text.indexOf(' ', from)
  return space !== -1 && space < to
}

/** Stretches to be found by their words. A long text is compared only with what is as long. */
function byLength() {
  const all = new Map<number, Stretch[]>()
  const wordsOf = ({ text, from, to }: Stretch) => text.slice(from, to)
  return {
    add(stretch: Stretch) {
      const length = stretch.to - stretch.from
      const same = all.get(length)
      if (same) same.push(stretch)
      else all.set(length, [stretch])
    },
    /** Takes out one that has the same words; whether there was one. */
    take(stretch: Stretch): boolean {
      const same = all.get(stretch.to - stretch.from) ?? []
      const index = same.findLastIndex((one) => wordsOf(one) === wordsOf(stretch))
      if (index !== -1) same.splice(index, 1)
      return index !== -1
    },
  }
}
