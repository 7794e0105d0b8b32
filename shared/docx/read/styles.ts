import { child, isValueOn, valueOf, wholeNumber, type XmlElement } from './xml.ts'

/** Languages of a run by script, as written: of Latin and other simple scripts, of complex ones, of East Asian. */
export type Languages = {
  readonly simple?: string
  readonly complex?: string
  readonly eastAsian?: string
}

/** What a run says of its words itself; undefined where it leaves that to its styles. */
export type RunProperties = {
  readonly bold: boolean | undefined
  readonly boldComplex: boolean | undefined
  readonly italic: boolean | undefined
  readonly underline: boolean | undefined
  readonly hidden: boolean | undefined
  readonly languages: Languages
}

type ParagraphStyle = {
  readonly name: string // in lower case; Word's own names are English in every language
  readonly numId: number | undefined
  readonly level: number | undefined
  readonly outline: number | undefined // 0 to 8 for headings
  readonly run: RunProperties
}

export type Styles = {
  readonly defaults: RunProperties
  /** The default style where none is named, and where the name is of no style. */
  readonly ofParagraph: (id: string | undefined) => ParagraphStyle
  readonly ofRun: (id: string | undefined) => RunProperties
  /** The list that a numbering style stands for. */
  readonly listOf: (id: string) => number | undefined
}

/** How far styles may build on one another; a ring of them ends here too. */
const DEEPEST = 32

const nothing: RunProperties = {
  bold: undefined,
  boldComplex: undefined,
  italic: undefined,
  underline: undefined,
  hidden: undefined,
  languages: {},
}

/** Styles by what matters to a text: numbering, outline, emphasis, languages. Source: ECMA-376-1, 17.7. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, XmlElement>()
  let usual: string | undefined
  for (const style of root?.children ?? []) {
    const { 'w:styleId': id, 'w:type': type, 'w:default': isDefault } = style.attributes
    if (style.name !== 'w:style' || id === undefined) continue
    styles.set(id, style)
    if (type === 'paragraph' && /^(?:1|true|on)$/.test(isDefault ?? '')) usual = id
  }
  const defaults = runProperties(child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'))

  const paragraphs = new Map<string, ParagraphStyle>()
  const ofParagraph = (id: string | undefined, depth = 0): ParagraphStyle => {
    const key = id !== undefined && styles.has(id) ? id : (usual ?? '')
    const found = paragraphs.get(key)
    if (found) return found
    const style = styles.get(key)
    const basedOn = valueOf(style, 'w:basedOn')
    const base =
      basedOn !== undefined && styles.has(basedOn) && depth < DEEPEST
        ? ofParagraph(basedOn, depth + 1)
        : undefined
    const own = child(style, 'w:pPr')
    const list = child(own, 'w:numPr')
    const made = {
      name: (valueOf(style, 'w:name') ?? key).toLowerCase(),
      numId: wholeNumber(valueOf(list, 'w:numId'), 0, 1e9) ?? base?.numId,
      level: wholeNumber(valueOf(list, 'w:ilvl'), 0, 8) ?? base?.level,
      outline: wholeNumber(valueOf(own, 'w:outlineLvl'), 0, 9) ?? base?.outline,
      run: over(base?.run ?? nothing, runProperties(child(style, 'w:rPr'))),
    }
    if (depth === 0) paragraphs.set(key, made) // deeper ones may stand in a ring, cut where this one began
    return made
  }

  const runs = new Map<string, RunProperties>()
  const ofRun = (id: string | undefined, depth = 0): RunProperties => {
    if (id === undefined || depth > DEEPEST) return nothing
    const found = runs.get(id)
    if (found) return found
    const style = styles.get(id)
    const made = over(ofRun(valueOf(style, 'w:basedOn'), depth + 1), runProperties(child(style, 'w:rPr')))
    if (depth === 0) runs.set(id, made)
    return made
  }

  return {
    defaults,
    ofParagraph: (id) => ofParagraph(id),
    ofRun: (id) => ofRun(id),
    listOf: (id) => wholeNumber(valueOf(child(child(styles.get(id), 'w:pPr'), 'w:numPr'), 'w:numId'), 0, 1e9),
  }
}

/** What w:rPr says of words. One pass, since a long text has a hundred thousand of them. */
export function runProperties(properties: XmlElement | undefined): RunProperties {
  if (!properties || properties.children.length === 0) return nothing
  let made: { -readonly [Key in keyof RunProperties]: RunProperties[Key] } | null = null
  for (const property of properties.children) {
    const key = keys[property.name]
    if (key === undefined) continue
    made ??= { ...nothing }
    if (key === 'languages') made.languages = languages(property)
    else if (key === 'underline') {
      const value = property.attributes['w:val']
      if (value !== undefined) made.underline = value !== 'none'
    } else made[key] = isValueOn(property)
  }
  return made ?? nothing
}

const keys: Readonly<Record<string, keyof RunProperties>> = {
  'w:b': 'bold',
  'w:bCs': 'boldComplex',
  'w:i': 'italic',
  'w:u': 'underline',
  'w:vanish': 'hidden',
  'w:lang': 'languages',
}

function languages({ attributes }: XmlElement): Languages {
  const { 'w:val': simple, 'w:bidi': complex, 'w:eastAsia': eastAsian } = attributes
  return {
    ...(simple === undefined ? {} : { simple }),
    ...(complex === undefined ? {} : { complex }),
    ...(eastAsian === undefined ? {} : { eastAsian }),
  }
}

/** The nearer properties over those that they build on. */
function over(base: RunProperties, own: RunProperties): RunProperties {
  if (own === nothing) return base
  return {
    bold: own.bold ?? base.bold,
    boldComplex: own.boldComplex ?? base.boldComplex,
    italic: own.italic ?? base.italic,
    underline: own.underline ?? base.underline,
    hidden: own.hidden ?? base.hidden,
    languages: { ...base.languages, ...own.languages },
  }
}
