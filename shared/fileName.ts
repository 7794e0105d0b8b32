const atMostBytes = 150
const nameless = 'tanpa-judul'

/** Device names of Windows, also with an extension and with superscript digits. Source: Microsoft, "Naming Files". */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f]/g
/** Characters that show nothing or turn the direction of what follows: a name must be what it looks like. */
const unseen =
  /[\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/gu

/**
 * A file name, without folder, that every system takes, made of words that a person wrote: NFC, no character that a
 * system forbids, none unseen, no leading or trailing dot or space, no device name, at most 150 UTF-8 bytes with
 * `extension` (which begins with a dot, or is empty). Naming the result again changes nothing.
 */
export function safeFileName(words: string, extension: string): string {
  const asked = words.endsWith(extension) ? words.slice(0, words.length - extension.length) : words
  const room = atMostBytes - utf8Length(extension)
  const clean = trimEnds(
    asked.normalize('NFC').replace(unseen, '').replace(forbidden, '-').replace(/\s+/g, ' '),
  )
  const own = reserved.test(clean) ? `_${clean}` : clean
  return (trimEnds(cut(own, room)) || nameless) + extension
}

/** `name (2).docx` and so on: the first such name that is not `taken`. */
export function freeFileName(name: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  const extension = dot > 0 ? name.slice(dot) : ''
  for (let count = 2; ; count++) {
    const next = `${stem} (${count})${extension}`
    if (!taken(next)) return next
  }
}

function trimEnds(text: string): string {
  return text.replace(/^[. ]+|[. ]+$/g, '')
}

/** As many whole characters, with the marks that combine with them, as fit into `bytes`. */
function cut(text: string, bytes: number): string {
  let length = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter('und').segment(text)) {
    length += utf8Length(segment)
    if (length > bytes) break
    kept += segment
  }
  return kept
}

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
