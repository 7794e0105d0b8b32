declare module 'nspell' {
  type NSpell = {
    readonly correct: (word: string) => boolean
    readonly suggest: (word: string) => string[]
  }
  /** Both as text: bytes would be read as UTF-8. Throws on much that is no dictionary, but not on all of it. */
  export default function nspell(aff: string, dic: string): NSpell
}
