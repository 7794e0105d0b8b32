import type { ReactNode } from 'react'
import type { Language } from '../../../shared/values.ts'
import type { Snippet } from '../../../shared/search/search.ts'

/** The words around a hit, with what was looked for marked. */
export function SnippetWords(props: { readonly snippet: Snippet; readonly language: Language | null }) {
  const { snippet, language } = props
  const { words, marks } = snippet
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    parts.push(words.slice(at, from), <mark key={from}>{words.slice(from, to)}</mark>)
    at = to
  }
  return (
    <span dir="auto" {...(language && { lang: language })}>
      {parts}
      {words.slice(at)}
    </span>
  )
}
