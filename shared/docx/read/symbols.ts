/** Characters of the symbol fonts that Word puts into texts, by their code without the private-use offset. */
const wingdings: Readonly<Record<number, string>> = {
  0x22: '✂',
  0x28: '☎',
  0x2a: '✉',
  0x4a: '☺',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

/** The Symbol font: Greek on Latin keys, and signs of mathematics. */
const greek = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const greekCapitals = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const symbol: Readonly<Record<number, string>> = {
  0xa2: '′',
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xbc: '…',
  0xc5: '⊕',
  0xd0: '∠',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xd6: '√',
  0xde: '⇒',
  0xe5: '∑',
}

/**
 * The character that w:sym shows, or null where its font alone knows. `code` is hexadecimal; F000 to F0FF are the
 * places of a symbol font.
 */
export function symbolCharacter(font: string, code: string): string | null {
  if (!/^[0-9a-f]{1,6}$/i.test(code)) return null
  const point = Number.parseInt(code, 16)
  const place = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point
  if (/^wingdings$/i.test(font)) return wingdings[place] ?? null
  if (/^symbol$/i.test(font)) {
    if (place >= 0x61 && place <= 0x7a) return greek[place - 0x61] ?? null
    if (place >= 0x41 && place <= 0x5a) return greekCapitals[place - 0x41] ?? null
    return symbol[place] ?? (place >= 0x20 && place < 0x41 ? String.fromCharCode(place) : null)
  }
  const isPrivate = point >= 0xe000 && point <= 0xf8ff
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
  return isPrivate || !isCharacter || (point >= 0x7f && point < 0xa0) ? null : String.fromCodePoint(point)
}
