/** A library that compares two plain texts, as far as it can. */
export type Peer = { readonly name: string; readonly diff: (one: string, other: string) => unknown }

type Loaded = Readonly<Record<string, unknown>>
type Differ = (...given: readonly unknown[]) => unknown

/** The libraries beside which a comparison is measured, of those that are installed. */
export async function peers(): Promise<readonly Peer[]> {
  const found = await Promise.all([
    peer('diff', (library) => {
      const diffWords = functionOf(library, 'diffWords')
      return (one, other) => diffWords(one, other)
    }),
    peer('diff-match-patch', (library) => {
      const Differs = (library['diff_match_patch'] ?? library['default']) as new () => WordDiffer
      return (one, other) => wordMode(new Differs(), one, other)
    }),
    peer('fast-myers-diff', (library) => {
      const diff = functionOf(library, 'diff')
      return (one, other) => [...(diff(...asNumbers(one, other)) as Iterable<unknown>)]
    }),
    peer('node-htmldiff', (library) => {
      const diff = library['default'] as Differ
      return (one, other) => diff(asHtml(one), asHtml(other))
    }),
  ])
  return found.flatMap((one) => (one ? [one] : []))
}

async function peer(name: string, differ: (library: Loaded) => Peer['diff']): Promise<Peer | null> {
  try {
    const library = (await import(name)) as Loaded
    return { name, diff: differ(library) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}

function functionOf(library: Loaded, name: string): Differ {
  const found = library[name] ?? (library['default'] as Loaded | undefined)?.[name]
  if (typeof found !== 'function') throw new Error(`The library has no ${name}`)
  return found as Differ
}

type WordDiffer = {
  Diff_Timeout: number
  diff_main: (one: string, other: string, lines: boolean) => unknown[]
  diff_cleanupSemantic: (diffs: unknown[]) => void
}

/** Each word as one character: the usual way to words; its default time-out would give up and call all replaced. */
function wordMode(differ: WordDiffer, one: string, other: string): unknown {
  differ.Diff_Timeout = 0
  const [a, b] = asNumbers(one, other)
  const characters = (numbers: readonly number[]) =>
    numbers.map((number) => String.fromCharCode(number + 1)).join('')
  const diffs = differ.diff_main(characters(a), characters(b), false)
  differ.diff_cleanupSemantic(diffs)
  return diffs
}

function asNumbers(one: string, other: string): readonly [readonly number[], readonly number[]] {
  const known = new Map<string, number>()
  const numbers = (text: string) =>
    (text.match(/\w+|\s+|[^\w\s]+/gu) ?? []).map((token) => {
      const number = known.get(token) ?? known.size
      known.set(token, number)
      return number
    })
  return [numbers(one), numbers(other)]
}

function asHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')
}
