/**
 * What a field keeps of what was typed or pasted in it: characters that no record, XML or person can show are left out,
 * which other programs put on the clipboard without a sign of it. A tab in a single line becomes a space; in several
 * lines tabs and line feeds stay. What joins or parts letters of a script (zero-width space, joiners) is no such character.
 */
export function typable(text: string, severalLines: boolean): string {
  return severalLines
    ? text.replace(unseen, '')
    : text.replace(/\s*[\t\n\r\u2028\u2029]\s*/g, ' ').replace(unseen, '')
}

// oxlint-disable-next-line no-control-regex -- they are what is left out
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
