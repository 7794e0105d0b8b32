/** How a list counts: 1, a, A, i, I, as HTML names them. */
export const listStyles = ['1', 'a', 'A', 'i', 'I'] as const
export type ListStyle = (typeof listStyles)[number]

/** The place in a list, from 1, as its style writes it; places that a style cannot write are in digits. */
export function listNumber(place: number, style: ListStyle): string {
  if (style === 'a') return letters(place)
  if (style === 'A') return letters(place).toUpperCase()
  if (style === 'i') return roman(place)
  if (style === 'I') return roman(place).toUpperCase()
  return String(place)
}

const romanValues = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
const romanSigns = 'm cm d cd c xc l xl x ix v iv i'.split(' ')

function letters(place: number): string {
  if (place < 1) return String(place)
  const rest = Math.floor((place - 1) / 26)
  return `${rest ? letters(rest) : ''}${String.fromCharCode(97 + ((place - 1) % 26))}`
}

function roman(place: number): string {
  if (place < 1 || place > 3999) return String(place)
  let left = place
  return romanSigns
    .map((sign, index) => {
      const value = romanValues[index] ?? 1
      const many = Math.floor(left / value)
      left -= many * value
      return sign.repeat(many)
    })
    .join('')
}
