import { readFileSync } from 'node:fs'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import type { CompareOptions } from '../../../shared/compare/compareTexts.ts'
import type { Change, Comparison, Item, Layer } from '../../../shared/compare/comparison.ts'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import type { TextDoc } from '../../../shared/text/writtenText.ts'
import { ids } from '../text/support.ts'

export function fixture(name: string, lang: string | null = 'en'): TextDoc {
  const text = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
  return read(text, lang)
}

export function read(text: string, lang: string | null = 'en', prefix = 'b'): TextDoc {
  return fromPlainText(text, { lang, newId: ids(prefix) }).doc
}

export function compare(base: TextDoc, target: TextDoc, options: Partial<CompareOptions> = {}): Comparison {
  const result = compareTexts(base, target, { baseHash: 'of base', targetHash: 'of target', ...options })
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

/** Compares two plain texts. */
export function compareLines(base: string, target: string, lang = 'en'): Comparison {
  return compare(read(base, lang), read(target, lang, 'c'))
}

/** One line for each change: layer, kind, where, and what became of what. */
export function shown({ changes }: Comparison): readonly string[] {
  return changes.map(({ layer, kind, wordsBefore, wordsAfter, ...change }) => {
    const words = [wordsBefore, wordsAfter].map((one) => one.trim().replaceAll('\n', ' / '))
    return `${layer} ${kind} ${placeOf(change)}: ${words.join(' → ')}`
  })
}

export function placeOf({ before, after }: Pick<Change, 'before' | 'after'>): string {
  const name = (at: Change['before']) => (at ? at.label || at.role : '–')
  return name(before) === name(after) ? name(before) : `${name(before)} → ${name(after)}`
}

export function itemsIn({ items }: Comparison, layer: Layer): readonly Item[] {
  return items.filter((item) => item.layer === layer)
}
