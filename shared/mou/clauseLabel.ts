/** How a line announces the clause that it begins; the label is `before + number + after`, then the text. */
export type ClauseLabel =
  | {
      readonly type: 'article'
      readonly word: string // as written: 'Article', 'Pasal', 'មាត្រា', 'PARAGRAPH'
      readonly gap: string // between word and number; Khmer often has none
      readonly number: string // as typed: '3', '7 bis', '១០'
      readonly joint: string // what ends the label: '', '.', or ahead of a heading on the same line ': ', ' – '
      readonly length: number // UTF-16 code units of the whole label, joint included
    }
  | {
      readonly type: 'numberedParagraph' | 'letter'
      readonly before: string
      readonly number: string
      readonly after: string // the sign behind the number and the white space up to the text
      readonly length: number
    }

const ARTICLE =
  /^(Article|ARTICLE|Art\.|Paragraph|PARAGRAPH|Section|SECTION|Pasal|PASAL|មាត្រា|ប្រការ)([ \t\u00a0]{0,8})((?:[0-9]{1,4}|[០-៩]{1,4}|[IVXLC]{1,8})[A-Z]?(?:[ \u00a0](?:bis|ter|quater|quinquies))?)(?:([ \t]{0,8}[.:៖–—-]?)$|([ \t]{0,8}[.:៖–—-][ \t]{1,8})(?=\S))/u
const NUMBER_SIGNED =
  /^(\(?)((?:[0-9]{1,4}|[០-៩]{1,4})(?:\.(?:[0-9]{1,3}|[០-៩]{1,3})){0,5})([.)])([ \t]{1,16}|$)/u
/** '3.1 The Meeting' is numbered; '1.5 million' and '09.15 hrs' are not, so a small letter may not follow. */
const NUMBER_DOTTED =
  /^((?:[0-9]{1,3}|[០-៩]{1,3})(?:\.(?:[0-9]{1,3}|[០-៩]{1,3})){1,5})([ \t]{1,16})(?![\p{Ll}\s])/u
const LETTER = /^(\(?)([a-z]{1,2}|[ivx]{2,5}|[ក-អ])([.)])([ \t]{1,16}|$)/u

/** The label at the start of a line, or null. A round bracket that opens a label must also close it. */
export function clauseLabel(line: string): ClauseLabel | null {
  const article = ARTICLE.exec(line)
  if (article) {
    const [label, word = '', gap = '', number = '', atEnd, joint = atEnd ?? ''] = article
    return { type: 'article', word, gap, number, joint, length: label.length }
  }
  const dotted = NUMBER_DOTTED.exec(line)
  if (dotted) {
    const [label, number = '', after = ''] = dotted
    return { type: 'numberedParagraph', before: '', number, after, length: label.length }
  }
  for (const [type, form] of [
    ['numberedParagraph', NUMBER_SIGNED],
    ['letter', LETTER],
  ] as const) {
    const match = form.exec(line)
    if (!match) continue
    const [label, before = '', number = '', sign = '', gap = ''] = match
    if (before === '(' && sign !== ')') continue
    if (type === 'letter' && sign === '.' && /^[a-z]{2}$/.test(number) && !/^[ivx]+$/.test(number)) continue // 'cf. '
    return { type, before, number, after: sign + gap, length: label.length }
  }
  return null
}

/** Whether a line begins a new clause, or a numbered line of a list: nothing inline reaches across such a place. */
export function beginsClause(line: string): boolean {
  return /^[0-9០-៩]{1,4} /u.test(line) || clauseLabel(line) !== null
}
