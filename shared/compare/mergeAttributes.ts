import type { TextDoc } from '../text/writtenText.ts'

export type MergedForm = {
  readonly type: TextDoc['type']
  readonly attrs: TextDoc['attrs']
  /** What both set differently, so that the base's stands (without a base that of the first). 'type' stands for the type. */
  readonly leftAside: readonly string[]
}

/**
 * Type and attributes of a block after both sides' changes, each attribute by itself. These are numbers, roles and
 * looks and no wording, so they come into no bracket. With `keepsBase` what only one side set is left aside too.
 */
export function mergeForms(
  base: TextDoc | null,
  first: TextDoc,
  second: TextDoc,
  keepsBase: boolean,
): MergedForm {
  if (!base) return merged(first, first, second, true)
  if (first.type === base.type && second.type === base.type) return merged(base, first, second, keepsBase)
  if (keepsBase) return { type: base.type, attrs: base.attrs, leftAside: ['type'] }
  if (first.type === second.type) return merged(first, first, second, true)
  const changedOnce = first.type === base.type ? second : second.type === base.type ? first : null
  if (!changedOnce) return { type: base.type, attrs: base.attrs, leftAside: ['type'] }
  return { type: changedOnce.type, attrs: withId(changedOnce.attrs, base), leftAside: [] }
}

function merged(base: TextDoc, first: TextDoc, second: TextDoc, keepsBase: boolean): MergedForm {
  const attrs: Record<string, unknown> = {}
  const leftAside: string[] = []
  for (const name of Object.keys(base.attrs)) {
    const [b, f, s]: readonly unknown[] = [base.attrs[name], first.attrs[name], second.attrs[name]]
    attrs[name] = b
    if (name === 'blockId' || name === 'bracketId' || isSame(f, s)) {
      if (name !== 'blockId' && name !== 'bracketId' && !keepsBase) attrs[name] = f
    } else if (keepsBase) leftAside.push(name)
    else if (isSame(f, b)) attrs[name] = s
    else if (isSame(s, b)) attrs[name] = f
    else leftAside.push(name)
  }
  return { type: base.type, attrs, leftAside }
}

function withId(attrs: TextDoc['attrs'], base: TextDoc): TextDoc['attrs'] {
  return 'blockId' in attrs ? { ...attrs, blockId: base.attrs['blockId'] } : attrs
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
