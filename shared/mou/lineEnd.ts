type LineEnd = '\n' | '\r\n'

/**
 * The line end that a text uses throughout. A text that mixes line ends counts as '\n', and its carriage
 * returns are then characters like others, so that nothing is lost.
 */
export function lineEndOf(text: string): LineEnd {
  if (!text.includes('\r')) return '\n'
  let at = text.indexOf('\n')
  if (at === -1) return '\n'
  let lines = 0
  for (; at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] !== '\r') return '\n'
    lines++
  }
  let returns = 0
  for (let cr = text.indexOf('\r'); cr !== -1; cr = text.indexOf('\r', cr + 1)) returns++
  return returns === lines ? '\r\n' : '\n'
}
