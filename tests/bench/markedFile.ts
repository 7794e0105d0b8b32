import { del, ins, r, wordFile } from '../support/wordFile.ts'

const words =
  'the Parties shall cooperate in the prevention and combating of trafficking in persons and exchange information'.split(
    ' ',
  )
const look = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/>'

/** A Word file of three reviewers with so many tracked changes, as Word writes it: each in its own run, with a look. */
export function markedFile(changes: number): Uint8Array {
  let change = 0
  const paragraph = (at: number) => {
    const parts: string[] = []
    for (let index = 0; index < 20 && change < changes; index++, change++) {
      const author = `Reviewer ${change % 3}`
      const date = `2025-05-19T10:${10 + (change % 50)}:00Z`
      parts.push(r(`${words[(at + index) % words.length]} ${(at * 31 + index * 17) % 997} `, look))
      parts.push(
        index % 2 === 0
          ? del(`jointly ${change} `, author, date, `<w:rPr>${look}</w:rPr>`)
          : ins(r(`promptly ${change} `, look), author, date),
      )
    }
    return `<w:p w:rsidR="00AB12CD"><w:pPr><w:jc w:val="both"/></w:pPr>${parts.join('')}</w:p>`
  }
  const body: string[] = []
  for (let at = 0; change < changes; at++) body.push(paragraph(at))
  return wordFile({ body: body.join('') })
}
