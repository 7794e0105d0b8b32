import type { DocxUnreadKind } from '../../docxReading.ts'
import { readDrawing } from './drawings.ts'
import { isContentsStyle } from './contentsLines.ts'
import { chosenBranch, ignored, wrappers } from './elements.ts'
import { createFields } from './fields.ts'
import { byLanguage } from './languages.ts'
import type {
  Anchor,
  Look,
  MarkedBlock,
  MarkedBox,
  MarkedParagraph,
  MarkedPiece,
  MarkedRevision,
  ParagraphForm,
} from './markedText.ts'
import type { ReadingContext } from './readingContext.ts'
import { changedProperties, continues, lengthen, revisionMark, type RevisionMark } from './revisions.ts'
import { runProperties, type Languages, type RunProperties } from './styles.ts'
import { symbolCharacter } from './symbols.ts'
import { child, children, isOn, valueOf, wholeNumber, type XmlElement } from './xml.ts'

export type ParagraphReader = {
  readonly read: (paragraph: XmlElement, marks: readonly RevisionMark[]) => MarkedParagraph
  /** What w:ins, w:del, w:moveFrom and w:moveTo say; a move by the range that it stands in. */
  readonly mark: (element: XmlElement) => RevisionMark
  /** Takes in what may stand between blocks as well as between words; false for anything else. */
  readonly between: (element: XmlElement) => boolean
  readonly section: (properties: XmlElement) => void
}

type Around = {
  /** Reads the blocks of a text box. */
  readonly box: (elements: readonly XmlElement[]) => readonly MarkedBlock[]
  /** Hears every word. */
  readonly said: (text: string) => void
}

/** A run while it is being read: what holds for all its words. */
type Run = {
  readonly now: RunProperties
  readonly before: RunProperties
  readonly marks: readonly RevisionMark[]
  readonly format: RevisionMark | null
}

const kinds = {
  'w:ins': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'moveFrom',
  'w:moveTo': 'moveTo',
} as const

const none: readonly never[] = []

/** Reads paragraphs of one story, in order. */
export function createParagraphReader(
  context: ReadingContext,
  part: string,
  around: Around,
): ParagraphReader {
  const { styles, numbering, report, revisions, pictures } = context
  /** Those of a table of contents go with its lines, which are told as such. */
  const reportField = (code: string, what: 'field' | 'formField' = 'field') => {
    if (!isContentsStyle(style.name)) report.add(what, part, code)
  }
  const fields = createFields((code, isForm) => reportField(code, isForm ? 'formField' : 'field'))
  const looks = new Map<string, Look>()
  const waiting: Anchor[] = [] // met between paragraphs
  const going = new Map<DocxUnreadKind, string>() // looks of the last runs, which Word cuts anywhere, with their words
  let moves: { readonly from: string | null; readonly to: string | null } = { from: null, to: null }

  // Of the paragraph that is being read:
  let pieces: MarkedPiece[] = []
  let boxes: MarkedBox[] = []
  let last: MarkedPiece | null = null // the last with words
  let style = styles.ofParagraph(undefined)
  let ofStyle: Languages = {}

  const lookOf = (properties: RunProperties, text: string, lang: string | null): Look => {
    const bold = properties.bold ?? (properties.boldComplex === true && lang === 'km')
    const italic = properties.italic ?? false
    const underline = properties.underline ?? false
    const known = text.trim() === '' ? null : lang
    const key = `${bold} ${italic} ${underline} ${known}`
    let look = looks.get(key)
    if (!look) looks.set(key, (look = { bold, italic, underline, lang: known }))
    return look
  }

  const add = (run: Run, text: string) => {
    context.count(text.length)
    around.said(text)
    for (const { text: words, lang } of text === '\n'
      ? [{ text, lang: null }]
      : byLanguage(text, allLanguages(run.now))) {
      const look = lookOf(run.now, words, lang)
      const was = run.format ? lookOf(run.before, words, languageBefore(run, words, lang)) : look
      addPiece(run, words, look, was)
    }
  }

  const languageBefore = (run: Run, words: string, lang: string | null) =>
    byLanguage(words, allLanguages(run.before))[0]?.lang ?? lang

  const addPiece = (run: Run, text: string, look: Look, was: Look) => {
    const changes = revisions.join(run.marks, last?.revisions ?? none, part)
    for (const revision of changes) revision.words.push(text)
    const format = run.format ? formatRevision(run.format, look, was) : null
    format?.words.push(text)
    const previous = pieces.at(-1)
    const goesOn =
      previous !== undefined &&
      previous === last &&
      text !== '\n' &&
      previous.text !== '\n' &&
      previous.look === look &&
      previous.was === was &&
      previous.format === format &&
      previous.revisions === changes
    if (goesOn) {
      last = { ...previous, text: previous.text + text }
      pieces[pieces.length - 1] = last
    } else {
      last = { text, look, was, revisions: changes, format, anchor: null }
      pieces.push(last)
    }
  }

  const formatRevision = (mark: RevisionMark, look: Look, was: Look): MarkedRevision => {
    const before = last?.format
    if (before && continues(before, mark) && last?.look.bold === look.bold && last.was.bold === was.bold) {
      lengthen(before, mark.at)
      return before
    }
    return revisions.begin(mark, part)
  }

  /** The languages of a run, those of its styles included. */
  const allLanguages = ({ languages }: RunProperties): Languages => {
    for (const _ in languages) return { ...ofStyle, ...languages }
    return ofStyle
  }

  const addAnchor = (anchor: Anchor, marks: readonly RevisionMark[] = none) => {
    const text = anchor.what === 'picture' ? '\ufffc' : ''
    const changes = text === '' ? none : revisions.join(marks, last?.revisions ?? none, part)
    for (const revision of changes) revision.words.push(text)
    const look = lookOf(styles.defaults, '', null)
    const piece = { text: '', look, was: look, revisions: changes, format: null, anchor }
    pieces.push(piece)
    if (text !== '') last = piece
  }

  const inline = (elements: readonly XmlElement[], marks: readonly RevisionMark[]): void => {
    for (const element of elements) {
      switch (element.name) {
        case 'w:r':
          readRun(element, marks)
          break
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          inline(element.children, [...marks, mark(element)])
          break
        case 'w:hyperlink':
          link(element)
          inline(element.children, marks)
          break
        case 'w:fldSimple':
          reportField(element.attributes['w:instr'] ?? '')
          inline(element.children, marks)
          break
        case 'w:sdt':
          report.add('contentControl', part, valueOf(child(element, 'w:sdtPr'), 'w:alias'))
          inline(child(element, 'w:sdtContent')?.children ?? none, marks)
          break
        case 'mc:AlternateContent':
          inline(chosenBranch(element), marks)
          break
        case 'm:oMathPara':
        case 'm:oMath':
          equation(element, marks)
          break
        case 'w:subDoc':
          report.add('embeddedText', part)
          break
        case 'w:p': // a paragraph in a paragraph: no file may have it, and its words must not be lost
          inline(element.children, marks)
          break
        default:
          if (between(element, true)) break
          if (ignored.has(element.name)) break
          if (!wrappers.has(element.name)) report.add('unknownElement', part, element.name)
          inline(element.children, marks)
      }
    }
  }

  const link = (element: XmlElement) => {
    const to = context.pack.relationships(part).get(element.attributes['r:id'] ?? '')
    if (!to) return
    report.add(
      /^(?:https?|mailto):/i.test(to.target) || !to.external ? 'link' : 'unsafeLink',
      part,
      to.target,
    )
  }

  const equation = (element: XmlElement, marks: readonly RevisionMark[]) => {
    const signs: string[] = []
    const collect = ({ name, text, children }: XmlElement) => {
      if (name === 'm:t' || name === 'w:t' || name === 'w:delText') signs.push(spaced(text))
      children.forEach(collect)
    }
    collect(element)
    const text = signs.join('')
    report.add('equation', part, text)
    const plain = propertiesOf(undefined)
    const run = { now: plain, before: plain, marks, format: null }
    if (text !== '' && fields.isShown()) add(run, text)
  }

  const readRun = (element: XmlElement, marks: readonly RevisionMark[]): void => {
    const properties = child(element, 'w:rPr')
    const change = child(properties, 'w:rPrChange')
    const before = child(change, 'w:rPr')
    const changed = change ? changedProperties(properties?.children ?? none, before?.children ?? none) : none
    const now = propertiesOf(properties)
    reportLook(element, now.hidden ?? style.run.hidden ?? false)
    const run: Run = {
      now,
      before: change ? propertiesOf(before) : now,
      marks,
      format: change && changed.length > 0 ? revisionMark(change, 'format', null, changed) : null,
    }
    for (const one of element.children) content(one, run)
  }

  /** Direct properties over those of the character style. What a paragraph style says is no emphasis. */
  const propertiesOf = (properties: XmlElement | undefined): RunProperties => {
    const own = runProperties(properties)
    const named = valueOf(properties, 'w:rStyle')
    if (named === undefined) return own
    const base = styles.ofRun(named)
    return {
      bold: own.bold ?? base.bold,
      boldComplex: own.boldComplex ?? base.boldComplex,
      italic: own.italic ?? base.italic,
      underline: own.underline ?? base.underline,
      hidden: own.hidden ?? base.hidden,
      languages: { ...base.languages, ...own.languages },
    }
  }

  const content = (element: XmlElement, run: Run): void => {
    const say = (text: string) => {
      if (text === '') return
      if (!fields.isShown()) {
        report.add('field', part, text)
        return
      }
      add(run, text)
    }
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        say(wordsOf(element))
        break
      case 'w:tab':
      case 'w:ptab':
        say('\t')
        break
      case 'w:br':
        if (/^(?:page|column)$/.test(element.attributes['w:type'] ?? '')) report.add('pageBreak', part)
        else say('\n')
        break
      case 'w:cr':
        say('\n')
        break
      case 'w:noBreakHyphen':
        say('\u2011')
        break
      case 'w:softHyphen':
        say('\u00ad')
        break
      case 'w:sym':
        symbol(element, say)
        break
      case 'w:fldChar':
        fields.sign(element)
        break
      case 'w:instrText':
      case 'w:delInstrText':
        fields.code(element.text)
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        addAnchor({
          what: element.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
          id: element.attributes['w:id'] ?? '',
        })
        break
      case 'w:commentReference':
        addAnchor({ what: 'comment', id: element.attributes['w:id'] ?? '' })
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        drawing(element, run)
        break
      case 'w:ruby':
        report.add('ruby', part)
        inline(child(element, 'w:rubyBase')?.children ?? none, run.marks)
        break
      case 'mc:AlternateContent':
        for (const one of chosenBranch(element)) content(one, run)
        break
      case 'w:r':
        readRun(element, run.marks)
        break
      case 'w:pgNum':
      case 'w:dayShort':
      case 'w:dayLong':
      case 'w:monthShort':
      case 'w:monthLong':
      case 'w:yearShort':
      case 'w:yearLong':
        report.add('field', part, element.name.slice(2))
        break
      default:
        if (between(element, true) || ignored.has(element.name)) break
        report.add('unknownElement', part, element.name)
        if (element.children.length > 0) inline(element.children, run.marks)
    }
  }

  const symbol = ({ attributes }: XmlElement, say: (text: string) => void) => {
    const { 'w:font': font = '', 'w:char': code = '' } = attributes
    const shown = symbolCharacter(font, code)
    if (shown === null) report.add('symbol', part, `${font} ${code}`)
    say(shown ?? '\ufffd')
  }

  const drawing = (element: XmlElement, run: Run) => {
    const { pictures: shown, boxes: texts, unread } = readDrawing(element)
    for (const { relationship, name, description } of shown)
      if (pictures.show(part, relationship, { name, description }))
        addAnchor({ what: 'picture', id: name ?? '' }, run.marks)
    for (const { what, sample } of unread) report.add(what, part, sample)
    for (const elements of texts) {
      report.add('textBox', part)
      const outer = { pieces, boxes, last, style, ofStyle }
      const changes = revisions.join(run.marks, last?.revisions ?? none, part)
      const blocks = around.box(elements)
      ;({ pieces, boxes, last, style, ofStyle } = outer)
      boxes.push({ blocks, revisions: changes })
    }
  }

  const between = (element: XmlElement, isInside: boolean): boolean => {
    const id = element.attributes['w:id'] ?? ''
    switch (element.name) {
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd': {
        const what = element.name === 'w:commentRangeStart' ? 'commentStart' : 'commentEnd'
        if (isInside) addAnchor({ what, id })
        else waiting.push({ what, id })
        return true
      }
      case 'w:moveFromRangeStart':
        moves = { ...moves, from: element.attributes['w:name'] ?? null }
        return true
      case 'w:moveToRangeStart':
        moves = { ...moves, to: element.attributes['w:name'] ?? null }
        return true
      case 'w:bookmarkStart': {
        const name = element.attributes['w:name'] ?? ''
        if (!/^_(?:GoBack|Toc|Hlk|Ref)/.test(name)) report.add('bookmark', part, name)
        return true
      }
      default:
        return false
    }
  }

  const mark = (element: XmlElement): RevisionMark => {
    const kind = kinds[element.name as keyof typeof kinds]
    const move = kind === 'moveFrom' ? moves.from : kind === 'moveTo' ? moves.to : null
    return revisionMark(element, kind, move)
  }

  const formOf = (properties: XmlElement | undefined): ParagraphForm => {
    const named = valueOf(properties, 'w:pStyle')
    const byStyle = styles.ofParagraph(named)
    const outline = wholeNumber(valueOf(properties, 'w:outlineLvl'), 0, 9) ?? byStyle.outline
    return {
      styleName: byStyle.name,
      outline: outline === undefined || outline === 9 ? null : outline,
      list: numbering.placeOf(child(properties, 'w:numPr'), named),
    }
  }

  const section = (properties: XmlElement) => {
    const change = child(properties, 'w:sectPrChange')
    if (change) revisions.begin(revisionMark(change, 'sectionFormat'), part)
  }

  /** Looks are counted by the words that share them, however many runs Word cut these into. */
  const reportLook = (run: XmlElement, isHidden: boolean) => {
    const words = run.children.map(({ name, text }) => (/^w:(?:t|delText)$/.test(name) ? text : '')).join('')
    const looks = new Set<DocxUnreadKind>()
    for (const { name, attributes } of child(run, 'w:rPr')?.children ?? none) {
      const what = looksOf[name]
      if (what !== undefined && !/^(?:0|false|off|none|baseline)$/.test(attributes['w:val'] ?? ''))
        looks.add(what)
    }
    if (looks.delete('characterLook')) report.add('characterLook', part)
    if (isHidden && words !== '') looks.add('hiddenText')
    endLooks(looks)
    for (const what of looks) going.set(what, (going.get(what) ?? '') + words)
  }

  const endLooks = (goOn?: ReadonlySet<DocxUnreadKind>) => {
    for (const [what, words] of going) {
      if (goOn?.has(what)) continue
      report.add(what, part, words)
      going.delete(what)
    }
  }

  const read: ParagraphReader['read'] = (paragraph, marks) => {
    const properties = child(paragraph, 'w:pPr')
    style = styles.ofParagraph(valueOf(properties, 'w:pStyle'))
    ofStyle = { ...styles.defaults.languages, ...style.run.languages }
    pieces = []
    boxes = []
    last = null
    for (const anchor of waiting.splice(0)) addAnchor(anchor)
    inline(paragraph.children, marks)
    endLooks()
    fields.endParagraph().forEach((code) => reportField(code))

    const change = child(properties, 'w:pPrChange')
    const before = child(change, 'w:pPr')
    const changed = change ? changedProperties(properties?.children ?? none, before?.children ?? none) : none
    const form = formOf(properties)
    const format =
      change && changed.length > 0
        ? revisions.begin(revisionMark(change, 'paragraphFormat', null, changed), part)
        : null
    if (format) format.words.push(...pieces.map(({ text }) => text))
    const ofMark = child(properties, 'w:rPr')
    const own = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((name) =>
      children(ofMark, name).map((element) => mark(element)),
    )
    const onMark = revisions.join([...marks, ...own], (last as MarkedPiece | null)?.revisions ?? none, part)
    for (const revision of onMark) revision.endsParagraph = true
    if (properties) reportForm(properties)
    const { bold, italic, underline } = style.run
    const isStructure = form.outline !== null || /title|heading|header|footer|caption/.test(form.styleName)
    if ((bold || italic || underline) && !isStructure && pieces.length > 0)
      report.add('styleLook', part, form.styleName)
    return {
      kind: 'paragraph',
      pieces,
      mark: onMark,
      form,
      was: format ? formOf(before) : form,
      format,
      boxes,
    }
  }

  const reportForm = (properties: XmlElement) => {
    const sectionProperties = child(properties, 'w:sectPr')
    if (sectionProperties) {
      report.add('sectionBreak', part)
      section(sectionProperties)
    }
    if (isOn(properties, 'w:pageBreakBefore')) report.add('pageBreak', part)
    if (properties.children.some(({ name }) => paragraphLooks.has(name))) report.add('paragraphLook', part)
  }

  return { read, mark, section, between: (element) => between(element, false) }
}

/** White space of XML at the ends counts only where the file says so; within words a line end is a space. */
function wordsOf({ text, attributes }: XmlElement): string {
  return spaced(attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''))
}

function spaced(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/\r\n|[\r\n]/g, ' ') : text
}

const looksOf: Readonly<Record<string, DocxUnreadKind>> = {
  ...Object.fromEntries(
    [
      ...[
        'w:rFonts',
        'w:sz',
        'w:szCs',
        'w:color',
        'w:spacing',
        'w:w',
        'w:kern',
        'w:position',
        'w:shd',
        'w:bdr',
      ],
      ...['w:em', 'w:effect', 'w:outline', 'w:shadow', 'w:emboss', 'w:imprint', 'w:fitText'],
    ].map((name) => [name, 'characterLook']),
  ),
  'w:strike': 'strikethrough',
  'w:dstrike': 'strikethrough',
  'w:vertAlign': 'raised',
  'w:highlight': 'highlight',
  'w:caps': 'capitals',
  'w:smallCaps': 'capitals',
}

const paragraphLooks = new Set(['w:jc', 'w:ind', 'w:spacing', 'w:pBdr', 'w:shd', 'w:tabs', 'w:framePr'])
