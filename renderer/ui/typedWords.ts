type Field = { readonly value: string; readonly isConnected: boolean }

/** Remembers what fields held when a person came to them, so that a layer knows whether closing it loses words. */
export function createTypedWords() {
  const found = new Map<object, string>()
  return {
    cameTo(target: EventTarget): void {
      if (isField(target) && !found.has(target)) found.set(target, target.value)
    },

    /** Whether a field that is still there holds something else now. */
    wouldBeLost: (): boolean =>
      [...found].some(([field, value]) => isField(field) && field.isConnected && field.value !== value),
  }
}

/** A field of text; what is ticked or chosen is done again at once. */
function isField(target: object): target is Field {
  return 'selectionStart' in target && 'value' in target && typeof target.value === 'string'
}
