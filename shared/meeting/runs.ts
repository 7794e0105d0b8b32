import type { Language, Wording } from '../values.ts'
import type { Run } from './minutesDocument.ts'

/** What a sentence may be made of. */
export type Words = string | Run | readonly Run[]

/** A sentence of runs: the parts keep their look and language, what stands between them is in that of the document. */
export function runs(strings: TemplateStringsArray, ...parts: readonly Words[]): readonly Run[] {
  return joined(strings.flatMap((text, index) => [text, ...parts.slice(index, index + 1)]))
}

/** Parts in a row as runs; neighbours of one look and one language become one run, and empty ones go. */
export function joined(parts: readonly Words[], between = ''): readonly Run[] {
  const all: Run[] = []
  parts.forEach((part, index) => {
    if (index > 0 && between) add(all, { text: between })
    if (typeof part === 'string') add(all, { text: part })
    else if ('text' in part) add(all, part)
    else for (const run of part) add(all, run)
  })
  return all
}

/** A wording in `language`; where nobody wrote it in this one, in another, which the run then names. Empty: in none. */
export function saidIn(wording: Wording, language: Language): Run {
  const own = wording[language]?.trim()
  if (own) return { text: own }
  const other = (['en', 'id', 'km'] as const).find((one) => wording[one]?.trim())
  return other === undefined ? { text: '' } : { text: wording[other]?.trim() ?? '', language: other }
}

/** The words alone. */
export function plain(words: readonly Run[]): string {
  return words.map(({ text }) => text).join('')
}

function sameLook(one: Run, other: Run): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.language === other.language
  )
}

function add(all: Run[], run: Run): void {
  if (run.text === '') return
  const last = all.at(-1)
  if (last && sameLook(last, run)) all[all.length - 1] = { ...last, text: last.text + run.text }
  else all.push(run)
}
