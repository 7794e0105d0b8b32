import type { DocxUnreadKind } from '../../docxReading.ts'
import { docxLimits } from './limits.ts'
import { formatNumber } from './numberFormats.ts'
import type { Styles } from './styles.ts'
import { child, children, isOn, valueOf, wholeNumber, type XmlElement } from './xml.ts'

/** Which list a paragraph is in, and on which of its nine levels, from 0. */
export type InList = { readonly numId: number; readonly level: number }

/** The number of a paragraph as Word shows it. */
export type AutomaticNumber = {
  readonly label: string // '3.', 'Article 3', '(a)'; '' for a bullet, and where the list shows nothing
  readonly bullet: boolean
  readonly level: number
  readonly apart: string // between it and the text
}

/** Counts through one view of a text; paragraphs are given in reading order. */
export type ListCounter = { readonly next: (place: InList) => AutomaticNumber | null }

export type Numbering = {
  readonly counter: () => ListCounter
  /** The list of a paragraph by what it says itself and by its style; null: it has no number. */
  readonly placeOf: (own: XmlElement | undefined, style: string | undefined) => InList | null
}

type Level = {
  readonly start: number
  readonly format: string
  readonly custom: string | undefined
  readonly text: string
  readonly apart: string
  readonly restartsAfter: number | undefined // level from 1; 0: never; undefined: after any higher one
  readonly legal: boolean
  readonly style: string | undefined
}

type List = {
  readonly levels: ReadonlyMap<number, Level>
  /** Lists of one definition count together. */
  readonly countsWith: object
  readonly starts: ReadonlyMap<number, number>
}

/**
 * The lists of a document. Source: ECMA-376-1, 17.9.
 * `said` hears what is shown otherwise than in Word.
 */
export function readNumbering(
  root: XmlElement | undefined,
  styles: Styles,
  said: (what: DocxUnreadKind, sample: string) => void,
): Numbering {
  const definitions = new Map<string, XmlElement>()
  for (const definition of children(root, 'w:abstractNum'))
    definitions.set(definition.attributes['w:abstractNumId'] ?? '', definition)
  const instances = new Map<number, XmlElement>()
  for (const instance of children(root, 'w:num')) {
    const id = wholeNumber(instance.attributes['w:numId'], 0, 1e9)
    if (id !== undefined) instances.set(id, instance)
  }
  const levelsOf = new Map<XmlElement, ReadonlyMap<number, Level>>()
  const lists = new Map<number, List | null>()

  const list = (numId: number): List | null => {
    const found = lists.get(numId)
    if (found !== undefined) return found
    const made = makeList(numId, 0)
    lists.set(numId, made)
    return made
  }

  const makeList = (numId: number, depth: number): List | null => {
    const instance = instances.get(numId)
    const definition = definitions.get(valueOf(instance, 'w:abstractNumId') ?? '')
    if (!instance || !definition) return null
    const linked = valueOf(definition, 'w:numStyleLink')
    const instead = linked === undefined || depth > 4 ? undefined : styles.listOf(linked)
    const base = instead === undefined ? null : makeList(instead, depth + 1)
    const levels = new Map(base?.levels ?? ownLevels(definition))
    const starts = new Map<number, number>()
    for (const override of children(instance, 'w:lvlOverride')) {
      const level = wholeNumber(override.attributes['w:ilvl'], 0, 8)
      if (level === undefined) continue
      const own = child(override, 'w:lvl')
      if (own) levels.set(level, readLevel(own, said))
      const start = wholeNumber(valueOf(override, 'w:startOverride'), 0, 999_999)
      if (start !== undefined) starts.set(level, start)
    }
    return { levels, countsWith: base?.countsWith ?? definition, starts }
  }

  const ownLevels = (definition: XmlElement): ReadonlyMap<number, Level> => {
    let levels = levelsOf.get(definition)
    if (!levels) {
      const own = children(definition, 'w:lvl').map(
        (level) => [wholeNumber(level.attributes['w:ilvl'], 0, 8) ?? 0, readLevel(level, said)] as const,
      )
      levelsOf.set(definition, (levels = new Map(own)))
    }
    return levels
  }

  return {
    counter: () => createCounter(list, said),
    placeOf(own, style) {
      const byStyle = styles.ofParagraph(style)
      const numId = wholeNumber(valueOf(own, 'w:numId'), 0, 1e9) ?? byStyle.numId
      if (numId === undefined || numId === 0) return null
      const levels = list(numId)?.levels
      if (!levels) return null
      const ownLevel = wholeNumber(valueOf(own, 'w:ilvl'), 0, 8)
      if (ownLevel !== undefined) return { numId, level: ownLevel }
      const tied = [...levels].find(([, level]) => style !== undefined && level.style === style)?.[0]
      return { numId, level: tied ?? byStyle.level ?? 0 }
    },
  }
}

function readLevel(level: XmlElement, said: (what: DocxUnreadKind, sample: string) => void): Level {
  const alternative = child(level, 'mc:AlternateContent')
  const chosen =
    child(level, 'w:numFmt') ??
    child(child(alternative, 'mc:Choice'), 'w:numFmt') ??
    child(child(alternative, 'mc:Fallback'), 'w:numFmt')
  const suffix = valueOf(level, 'w:suff')
  if (child(level, 'w:lvlPicBulletId')) said('pictureBullet', '')
  return {
    start: wholeNumber(valueOf(level, 'w:start'), 0, 999_999) ?? 0,
    format: chosen?.attributes['w:val'] ?? 'decimal',
    custom: chosen?.attributes['w:format'],
    // A label is part of a line, whatever a file puts into it.
    text: (valueOf(level, 'w:lvlText') ?? '')
      .slice(0, docxLimits.label)
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' '),
    apart: suffix === 'nothing' ? '' : ' ',
    restartsAfter: wholeNumber(valueOf(level, 'w:lvlRestart'), 0, 9),
    legal: isOn(level, 'w:isLgl') ?? false,
    style: valueOf(level, 'w:pStyle'),
  }
}

function createCounter(
  list: (numId: number) => List | null,
  said: (what: DocxUnreadKind, sample: string) => void,
): ListCounter {
  const counts = new Map<object, Map<number, number>>()
  const begun = new Set<number>()
  return {
    next({ numId, level }) {
      const found = list(numId)
      const own = found?.levels.get(level)
      if (!found || !own) return null
      let count = counts.get(found.countsWith)
      if (!count) counts.set(found.countsWith, (count = new Map()))
      if (!begun.has(numId)) {
        begun.add(numId)
        for (const [at, start] of found.starts) count.set(at, start - 1)
      }
      count.set(level, (count.get(level) ?? own.start - 1) + 1)
      for (const at of [...count.keys()]) {
        const after = found.levels.get(at)?.restartsAfter
        if (at > level && (after === undefined || level < after)) count.delete(at)
      }
      // A start of its own holds for the whole list, so a level below begins from it again.
      for (const [at, start] of found.starts) if (at > level && !count.has(at)) count.set(at, start - 1)
      return shown(found, count, level, said)
    },
  }
}

function shown(
  { levels }: List,
  count: ReadonlyMap<number, number>,
  level: number,
  said: (what: DocxUnreadKind, sample: string) => void,
): AutomaticNumber {
  const own = levels.get(level)
  const apart = own?.apart ?? ' '
  if (!own || own.format === 'bullet') return { label: '', bullet: own !== undefined, level, apart }
  const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const other = levels.get(at)
    if (!other) return ''
    const counted = count.get(at) ?? other.start
    const number = at === level ? counted : Math.max(counted, other.start)
    const { written, known } = formatNumber(number, own.legal ? 'decimal' : other.format, other.custom)
    if (!known) said('numberFormat', other.format)
    return written
  })
  return { label: label.slice(0, docxLimits.label), bullet: false, level, apart }
}
