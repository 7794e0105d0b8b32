import { child, valueOf, type XmlElement } from './xml.ts'

/** The fields around a place: what their codes say is not text, their last results are. */
export type Fields = {
  readonly sign: (fldChar: XmlElement) => void
  readonly code: (text: string) => void
  readonly isShown: () => boolean
  /** Ends the codes that end nowhere, so that no more than a paragraph can vanish in one; gives them. */
  readonly endParagraph: () => readonly string[]
}

type Field = { code: string; isResult: boolean }

/** `met` hears of each field where it ends its code, and whether it is one to be filled in. */
export function createFields(met: (code: string, isForm: boolean) => void): Fields {
  const open: Field[] = []
  return {
    sign(fldChar) {
      const type = fldChar.attributes['w:fldCharType']
      const field = open.at(-1)
      if (type === 'begin') {
        open.push({ code: '', isResult: false })
        const form = child(fldChar, 'w:ffData')
        if (form) met(valueOf(form, 'w:name') ?? '', true)
      } else if (type === 'separate' && field && !field.isResult) {
        field.isResult = true
        met(field.code, false)
      } else if (type === 'end' && field) {
        if (!field.isResult) met(field.code, false)
        open.pop()
      }
    },
    code(text) {
      const field = open.at(-1)
      if (field && !field.isResult && field.code.length < 200) field.code += text
    },
    isShown: () => open.every(({ isResult }) => isResult),
    endParagraph() {
      const first = open.findIndex(({ isResult }) => !isResult)
      return first === -1 ? [] : open.splice(first).map(({ code }) => code)
    },
  }
}
