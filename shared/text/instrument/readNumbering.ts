import type { Node } from '@tiptap/pm/model'
import type { NumberStyle } from '../../mou/clauseNumbers.ts'
import { khmerLetters } from '../../mou/clauseNumbers.ts'
import type { NumberForm, NumberingScheme } from '../../mou/numberingScheme.ts'
import { NumberingScheme as Scheme } from '../../mou/numberingScheme.ts'
import { numberingOf } from './clauseNumbering.ts'

/**
 * The scheme by which a text that somebody else wrote is numbered: of each kind of clause the form that most of them
 * have, so that numbering the text by it changes what is irregular and nothing else. Kinds that it has none of are
 * numbered as is usual in its language.
 */
export function readNumbering(doc: Node): NumberingScheme {
  const usual = numberingOf(doc)
  const forms = new Map<string, Map<string, number>>()
  doc.descendants((node) => {
    const kind = kindOf(node)
    const form = kind && formOf(node)
    if (kind && form) {
      const counts = forms.get(kind) ?? new Map<string, number>()
      forms.set(kind, counts)
      const key = JSON.stringify(form)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return !node.isTextblock
  })
  const most = (kind: string, instead: NumberForm): NumberForm => {
    const [first] = [...(forms.get(kind) ?? [])].sort(([, one], [, other]) => other - one)
    return first ? (JSON.parse(first[0]) as NumberForm) : instead
  }
  const read: NumberingScheme = {
    chapter: most('chapter', usual.chapter),
    annex: most('annex', usual.annex),
    article: most('article', usual.article),
    paragraph: most('numberedParagraph', usual.paragraph),
    letters: usual.letters.map((form, index) => most(`letter ${index + 1}`, form)),
    reference: usual.reference,
  }
  const checked = Scheme.safeParse(read)
  return checked.success ? checked.data : usual
}

function kindOf(node: Node): string | null {
  switch (node.type.name) {
    case 'article':
    case 'numberedParagraph':
      return node.type.name
    case 'division':
      return String(node.attrs['kind'])
    case 'letter':
      return `letter ${node.attrs['level']}`
    default:
      return null
  }
}

function formOf(node: Node): NumberForm | null {
  const { number, before, after, word, gap, joint } = node.attrs
  const style = styleOf(String(number), node.type.name === 'letter' ? Number(node.attrs['level']) : 0)
  if (!style) return null
  if (node.type.name === 'article')
    return { before: `${word}${gap}`, style, after: String(joint).replace(/\n$/, '') }
  return { before, style, after: String(after).replace(/\n$/, '') }
}

/** 'i' is a letter at the first level and a Roman numeral below it; longer numerals are Roman everywhere. */
function styleOf(number: string, level: number): NumberStyle | null {
  if (/^[0-9]/.test(number)) return '1'
  if (/^[០-៩]/u.test(number)) return '១'
  if (/^[ivxlc]{2,}$/.test(number) || (level > 1 && /^[ivx]$/.test(number))) return 'i'
  if (/^[IVXLC]+$/.test(number) && level !== 1) return 'I'
  if (/^[a-z]$/.test(number)) return 'a'
  if (/^[A-Z]$/.test(number)) return 'A'
  return number.length === 1 && khmerLetters.includes(number) ? 'ក' : null
}
