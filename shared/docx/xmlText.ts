/** Everything that XML 1.0 cannot hold: most controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
)

/**
 * Text as an XML document can hold it. `removed` counts the characters left out.
 *
 * Source: XML 1.0 (Fifth Edition), production Char.
 */
export function xmlText(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0
  const clean = text.replace(forbidden, () => {
    removed++
    return ''
  })
  return { text: clean, removed }
}

/** Clean text as the content of an element or of an attribute in double quotes. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`)
}
