/**
 * Values that a structured clone keeps, as text and back: what JSON knows as it is, and with a `$` that says what they
 * are `undefined`, bigint, NaN and infinities, Date, Map, Set, Uint8Array and objects that have a `$` of their own. Both functions stand alone: they are also put into pages as source.
 */
export function toText(value: unknown): string {
  const encode = (it: unknown): unknown => {
    if (it === undefined) return { $: 'undefined' }
    if (typeof it === 'bigint' || (typeof it === 'number' && !Number.isFinite(it)))
      return { $: typeof it, of: String(it) }
    if (it === null || typeof it !== 'object') return it
    if (Array.isArray(it)) return it.map(encode)
    if (it instanceof Date) return { $: 'date', of: it.getTime() }
    if (it instanceof Map) return { $: 'map', of: [...it].map(encode) }
    if (it instanceof Set) return { $: 'set', of: [...it].map(encode) }
    if (it instanceof Uint8Array) return { $: 'bytes', of: Array.from(it) }
    const parts = Object.entries(it).map(([key, part]) => [key, encode(part)] as const)
    return '$' in it ? { $: 'object', of: parts } : Object.fromEntries(parts)
  }
  return JSON.stringify(encode(value))
}

export function fromText(text: string): unknown {
  const decode = (it: unknown): unknown => {
    if (it === null || typeof it !== 'object') return it
    if (Array.isArray(it)) return it.map(decode)
    if (!('$' in it)) return Object.fromEntries(Object.entries(it).map(([key, part]) => [key, decode(part)]))
    const { $: kind, of } = it as { readonly $: string; readonly of: unknown }
    const list = () => (of as readonly unknown[]).map(decode)
    if (kind === 'bigint') return BigInt(of as string)
    if (kind === 'number') return Number(of)
    if (kind === 'date') return new Date(of as number)
    if (kind === 'map') return new Map(list() as [unknown, unknown][])
    if (kind === 'set') return new Set(list())
    if (kind === 'bytes') return Uint8Array.from(of as number[])
    if (kind === 'object') return Object.fromEntries(list() as [string, unknown][])
    return undefined
  }
  return decode(JSON.parse(text))
}
