import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * Lists that come from Word. It puts them on the clipboard as paragraphs, each with its list and level in its style and
 * its mark as typed text; here they become lists again. A number of several parts (1.2, Article 3) stays as words: no
 * list of a text writes it.
 */
export const wordLists = Extension.create({
  name: 'wordLists',
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: withLists } })],
})

function withLists(html: string): string {
  if (!/mso-list:/i.test(html)) return html
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const entry = entryOf(paragraph)
    if (entry) putIn(paragraph, entry)
  }
  return body.innerHTML
}

type Entry = {
  readonly level: number
  readonly isOrdered: boolean
  readonly start: number
  /** As HTML names the kinds of numbers: 1, a, A, i, I. */
  readonly type: string
}

/** What the style and the mark of a paragraph say; null where it is in no list that a text has. The mark is taken out. */
function entryOf(paragraph: Element): Entry | null {
  const level = /mso-list:\s*\S+\s+level([1-9])/i.exec(paragraph.getAttribute('style') ?? '')?.[1]
  const typed = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  if (level === undefined || !typed) return null
  const mark = (typed.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  const isOrdered = /^\(?(\d{1,3}|[a-z]{1,4})[.)]$/i.test(mark)
  if (!isOrdered && /[\p{L}\p{N}]{2}|\p{N}/u.test(mark)) return null
  typed.remove()
  const letter = /[a-z]/i.exec(mark)?.[0]
  const type =
    letter === undefined ? '1' : /i/i.test(letter) ? letter : letter === letter.toLowerCase() ? 'a' : 'A'
  return { level: Number(level), isOrdered, start: Number(/\d+/.exec(mark)?.[0] ?? 1), type }
}

/** Moves what a paragraph says behind the list that ends before it, or into a new one in its place. */
function putIn(paragraph: Element, { level, isOrdered, start, type }: Entry): void {
  const { ownerDocument } = paragraph
  const tag = isOrdered ? 'OL' : 'UL'
  const made = () => {
    const list = ownerDocument.createElement(tag)
    if (isOrdered && start !== 1) list.setAttribute('start', String(start))
    if (isOrdered && type !== '1') list.setAttribute('type', type)
    list.dataset.word = ''
    return list
  }
  const before = paragraph.previousElementSibling
  let list: Element
  if (
    before instanceof HTMLElement &&
    before.dataset.word !== undefined &&
    (level > 1 || before.tagName === tag)
  )
    list = before
  else paragraph.before((list = made()))
  for (let depth = 1; depth < level; depth++) {
    const item = list.lastElementChild
    if (!item) break // Word may begin a list at any level
    const below = item.lastElementChild
    if (
      below instanceof HTMLElement &&
      below.dataset.word !== undefined &&
      (depth + 1 < level || below.tagName === tag)
    )
      list = below
    else item.append((list = made()))
  }
  const item = ownerDocument.createElement('li')
  const words = ownerDocument.createElement('p')
  words.append(...paragraph.childNodes)
  item.append(words)
  list.append(item)
  paragraph.remove()
}
