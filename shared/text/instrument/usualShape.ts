import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { countryOf } from '../../meeting/countries.ts'
import type { InstrumentType } from '../../mou/mou.ts'
import type { Language, Side, Wording } from '../../values.ts'
import { assignBlockIds } from '../blockIds.ts'
import { type ParagraphRole, textSchema } from '../extensions.ts'
import { fromPlainText, inlineFromPlainText } from '../plainText.ts'
import { labelChanges } from './clauseNumbering.ts'
import { type ShapeLine, type ShapeWords, shapeWords } from './usualShapeWords.ts'

/** What is known of an instrument when its first text is begun. */
export type ShapeFacts = {
  readonly type: InstrumentType
  readonly title: Wording
  /** In the order of the alternat: the side whose text it is first. */
  readonly parties: readonly [ShapeParty, ShapeParty]
  readonly languages: readonly Language[]
  readonly prevailing: Language | null
}

type ShapeParty = {
  readonly side: Side
  /** Null: not settled yet. */
  readonly agency: Wording | null
}

/**
 * A first text of the usual shape in a language: cover, title with the sides in the order of the alternat, opening,
 * recitals, articles that count themselves, testimonium with the languages and the one that prevails, two columns of
 * signatures. What is not known stands in a bracket of the kind placeholder, as '[subject]'; so does wording that
 * somebody has to settle, as the number of days.
 *
 * In Khmer only names that the record or the table of countries has, and formulas that are attested in the sources of
 * this program are written out; the wording of its articles is left to placeholders in English, for nobody here can
 * vouch for another. Lawyers of the ministry write it.
 *
 * Source: the usual shape of such memoranda (domain 1.6), after PNP-INP 2011 and ATC-NCTA 2014.
 */
export function usualShape(facts: ShapeFacts, language: Language, newId: () => string): Node {
  const words = shapeWords[language]
  const names = facts.parties.map((party) => nameOf(party, language, words))
  const [first = '', second = ''] = names
  const [upperFirst, upperSecond] = [upper(first, language), upper(second, language)]
  const [one, other] = facts.parties.map(({ side }) => countryOf(side).name[language])
  const known: Readonly<Record<string, string>> = {
    '{instrument}': words.names[facts.type],
    '{first}': one ?? '',
    '{second}': other ?? '',
  }
  const filled = (text: string) => text.replace(/\{\w+\}/gu, (name) => known[name] ?? name)
  const inline = (text: string) => inlineFromPlainText(filled(text), { newId }).content.map(asPlaceholder)
  const paragraph = (role: ParagraphRole, text: string, isApart: boolean) =>
    textSchema.node('paragraph', { role, blankLinesBefore: isApart ? 1 : 0 }, inline(text))
  const lines = (role: ParagraphRole, all: readonly string[]) =>
    all.map((text, index) => paragraph(role, text, index === 0 && role !== 'cover'))

  const content = [
    ...lines('cover', words.cover(one ?? '')),
    ...lines(
      'title',
      words.title(words.types[facts.type], upperFirst, upperSecond, subjectOf(facts, language, words)),
    ),
    ...lines('opening', [words.opening(first, second)]),
    ...words.recitals.map((text) => paragraph('recital', text, true)),
    ...lines('agreed', [words.agreed]),
    ...words.articles.map(({ heading, lines }) =>
      textSchema.node('article', { ...byScheme, blankLinesBefore: 1 }, [
        textSchema.node('articleHeading', null, inline(heading)),
        ...lines.map((line) => clause(line, inline)),
      ]),
    ),
    ...lines('testimonium', [words.witness]),
    ...lines('testimonium', [testimonium(facts, words)]),
    ...signatures(words.signatures(upperFirst, upperSecond), newId),
  ]
  const doc = assignBlockIds(textSchema.node('doc', { lang: language }, content), newId)
  const numbered = new Transform(doc)
  for (const { pos, attrs } of labelChanges(doc))
    for (const [name, value] of Object.entries(attrs)) numbered.setNodeAttribute(pos, name, value)
  return numbered.doc
}

const byScheme = { numbered: 'byScheme' } as const

function clause(line: ShapeLine, inline: (text: string) => readonly Node[]): Node {
  if (typeof line === 'string') return textSchema.node('paragraph', null, inline(line))
  return 'letter' in line
    ? textSchema.node('letter', { ...byScheme, level: 1 }, inline(line.letter))
    : textSchema.node('numberedParagraph', byScheme, inline(line.paragraph))
}

/** Every bracket of a template is a blank. */
function asPlaceholder(node: Node): Node {
  return node.type.name === 'bracketOpen'
    ? node.type.create({ ...node.attrs, kind: 'placeholder' }, null, node.marks)
    : node
}

function nameOf({ agency, side }: ShapeParty, language: Language, words: ShapeWords): string {
  return agency?.[language]?.trim() || `[${words.agencyOf(countryOf(side).name[language])}]`
}

/** Names of placeholders stay as they are. */
function upper(name: string, language: Language): string {
  return name.startsWith('[') ? name : name.toLocaleUpperCase(language)
}

/** What a title says that the instrument is about: 'Memorandum of Understanding on Trafficking' gives the last word. */
function subjectOf({ title }: ShapeFacts, language: Language, { subject, about }: ShapeWords): string {
  const found = about.exec(title[language] ?? '')?.[1]?.trim()
  return found ? upper(found, language) : `[${subject}]`
}

/** The own language of a text is said with the others, in the order of the record; English, where it is one, last. */
function testimonium({ languages, prevailing }: ShapeFacts, words: ShapeWords): string {
  const ordered = [...languages.filter((one) => one !== 'en'), ...languages.filter((one) => one === 'en')]
  const named = ordered.map((one) => words.languages[one])
  return [
    words.done(named),
    ...(prevailing && languages.length > 1 ? [words.prevails(words.languages[prevailing])] : []),
  ].join(' ')
}

function signatures(columns: string, newId: () => string): readonly Node[] {
  const { doc } = fromPlainText(columns, { lang: null, newId })
  return doc.children.map((node) => {
    const table = mapped(node)
    return table.type.create({ ...table.attrs, blankLinesBefore: 1 }, table.content)
  })
}

/** A node with its brackets as placeholders. */
function mapped(node: Node): Node {
  const own = asPlaceholder(node)
  return own.isLeaf ? own : own.type.create(own.attrs, own.children.map(mapped), own.marks)
}
