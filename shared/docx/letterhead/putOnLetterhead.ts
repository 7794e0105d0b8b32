import type { MinutesDocument } from '../../meeting/minutesDocument.ts'
import { locales } from '../../meeting/minutesWords.ts'
import type { DocxContent, WrittenDocx } from '../blocksDocx.ts'
import { blocksXml } from '../blocksXml.ts'
import { fonts, page } from '../docxLook.ts'
import { hasKhmer } from '../../hasKhmer.ts'
import { embeddedFaces, embeddedType, fontTable, type KhmerFont } from '../khmerFont.ts'
import { coreProperties } from '../packDocx.ts'
import { wordPart } from '../wordPart.ts'
import { xmlText } from '../xmlText.ts'
import { cleanPicture } from './cleanPicture.ts'
import { cleanSettings, cleanTheme, cleanTree, isOnIn, withEmbeddedFonts } from './cleanTree.ts'
import { namesIn, placeholderValues, withoutSaid } from './filling.ts'
import { joinStyles } from './joinStyles.ts'
import { countOf, measure, twips } from './measure.ts'
import { createPackage } from './newPackage.ts'
import { bodyOf, fieldsIn, isBodyParagraph, type OpenedLetterhead, type StoryPart } from './openLetterhead.ts'
import { footLine, markLine } from './pageMarks.ts'
import { fillIn, paragraphsOf } from './placeholders.ts'
import { createLooks } from './printLook.ts'
import { childOf, element, elements, everyElement, parseXml, writeXml, type XmlNode } from './xmlTree.ts'

type Paper = DocxContent & { readonly facts: MinutesDocument['facts'] }

/**
 * A paper on the office's own letterhead: its headers, footers, styles, pictures and section around our text. What the
 * letterhead says in its own place (the title, the place and day) is not said again.
 *
 * The classification stands on every page whether the letterhead has a place for it or not; so do the mark of a draft,
 * the number of the page and the end of the audit log. Only parts that pages are made of are carried along, cleaned of
 * names and ids. The same letterhead and paper give the same bytes. The letterhead must have no problems.
 */
export async function putOnLetterhead(
  opened: OpenedLetterhead,
  paper: Paper,
  khmerFont: KhmerFont,
): Promise<WrittenDocx> {
  const { pack, text } = opened
  const { language, annexName } = paper
  const out = createPackage()
  const added: StoryPart[] = []
  const pictures = new Map<string, string>()
  const xmlOf = (purpose: string): XmlNode | null => {
    const part = pack.partFor(text.part, purpose)
    return part === undefined ? null : parseXml(part, pack.bytes(part))
  }
  const settings = cleanSettings(xmlOf('settings'))
  const looks = createLooks(xmlOf('styles'), xmlOf('theme'))
  const inText = namesIn(text, looks)
  const values = placeholderValues(paper)
  let removedCharacters = 0
  let inKhmer = false
  for (const name of opened.placeholders) {
    const { text: clean, removed } = xmlText(values[name])
    values[name] = clean
    removedCharacters += removed
  }

  for (const { root } of [text, ...opened.frames]) cleanTree(root)
  const body = bodyOf(text.root)
  const sections = [...everyElement(body)].filter(({ name }) => name === 'w:sectPr')
  if (childOf(body, 'w:sectPr') === undefined) {
    const last = element('w:sectPr')
    body.children.push(last)
    sections.push(last)
  }

  // What no section refers to is on no page.
  const referred = new Set(
    sections
      .flatMap(elements)
      .map((one) => pack.relationships(text.part).get(one.attributes['r:id'] ?? '')?.target),
  )
  const frames = opened.frames.filter(({ part }) => referred.has(part))
  const blocks = blocksXml(withoutSaid(paper, inText), language, annexName, widthAt(body))
  removedCharacters += blocks.removedCharacters
  const numbering = joinNumbering(xmlOf('numbering'), blocks.numbering)
  const used = new Set([...blocks.body.matchAll(/<w:pStyle w:val="([^"]+)"\/>/g)].map(([, id = '']) => id))
  const styles = await joinStyles(xmlOf('styles'), locales[language], used)

  markFrames()
  for (const { root } of [text, ...frames]) for (const one of paragraphsOf(root)) fillBut(one)
  const framePaths = writeFrames()
  writeText()
  writeBeside()
  out.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    withoutDeclaration(coreProperties({ title: xmlText(paper.title).text, language: locales[language] })),
  )
  out.link(
    '',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  )
  return { bytes: out.bytes(), removedCharacters }

  function fillBut(paragraph: XmlNode): void {
    if (!isBodyParagraph(paragraph)) fillIn(paragraph, values)
  }

  /** Sees to it that every page says what it must, also where the letterhead has no header or footer for it. */
  function markFrames(): void {
    const first = sections[0]
    if (!first) return
    const kinds = [
      'default',
      ...(sections.some((section) => isOnIn(section, 'w:titlePg')) ? ['first'] : []),
      ...(isOnIn(settings, 'w:evenAndOddHeaders') ? ['even'] : []),
    ]
    for (const story of ['footer', 'header'] as const)
      for (const kind of kinds) {
        const has = elements(first).some(
          ({ name, attributes }) => name === `w:${story}Reference` && attributes['w:type'] === kind,
        )
        if (has) continue
        const part = `new/${story}/${kind}`
        const root = element(story === 'header' ? 'w:hdr' : 'w:ftr', { ...namespaces })
        added.push({ part, story, root })
        first.children.unshift(element(`w:${story}Reference`, { 'w:type': kind, 'r:id': part }))
      }
    const [left, right] = paper.header
    for (const frame of [...frames, ...added]) {
      if (frame.story === 'header') {
        const says = namesIn(frame, looks).has('classification')
        const words = [says ? '' : left, right].filter(Boolean).join(' · ')
        if (words || paper.watermark !== null) frame.root.children.push(markLine(words, paper.watermark))
      } else {
        const counts = fieldsIn(frame.root).some((field) => /^\s*PAGE\b/i.test(field))
        const note = paper.footnote ?? null
        if (!counts || note !== null) frame.root.children.push(footLine(counts ? null : paper.pageOf, note))
      }
    }
  }

  /** Writes headers and footers; gives the path of each by the id under which the text refers to it. */
  function writeFrames(): ReadonlyMap<string, string> {
    const paths = new Map<string, string>()
    const count = { header: 0, footer: 0 }
    for (const { part, story, root } of [...frames, ...added]) {
      if (story === 'text') continue
      const path = `word/${story}${++count[story]}.xml`
      paths.set(part, path)
      carry(part, path, root)
      addStory(path, story, writeXml(root))
    }
    return paths
  }

  function writeText(): void {
    const { root, part } = text
    root.attributes['xmlns:r'] ??= namespaces['xmlns:r']
    const links = pack.relationships(part)
    const path = 'word/document.xml'
    out.link('', 'officeDocument', path)
    for (const reference of sections.flatMap(elements)) {
      if (!/^w:(?:header|footer)Reference$/.test(reference.name)) continue
      const id = reference.attributes['r:id'] ?? ''
      const frame = framePaths.get(links.get(id)?.target ?? id)
      if (frame === undefined) continue
      reference.attributes['r:id'] = out.link(
        path,
        reference.name === 'w:headerReference' ? 'header' : 'footer',
        frame,
      )
    }
    carry(part, path, root, (node) => /^w:(?:header|footer)Reference$/.test(node.name))
    const at = body.children.findIndex((child) => typeof child !== 'string' && isBodyParagraph(child))
    const place = body.children[at] as XmlNode
    const section = childOf(childOf(place, 'w:pPr'), 'w:sectPr')
    const after = section ? [element('w:p', {}, [element('w:pPr', {}, [section])])] : []
    body.children.splice(at, 1, element(hole), ...after)
    const [before = '', behind = ''] = writeXml(root).split(`<${hole}/>`)
    addStory(path, 'document.main', before + ourBody() + behind)
  }

  function addStory(path: string, type: string, xml: string): void {
    inKhmer ||= hasKhmer(xml)
    out.add(path, `${wordType}.${type}+xml`, xml)
  }

  /** Our text with the ids of the letterhead's styles and lists. */
  function ourBody(): string {
    return blocks.body
      .replace(
        /<w:numId w:val="(\d+)"\/>/g,
        (_, id: string) => `<w:numId w:val="${Number(id) + numbering.shift}"/>`,
      )
      .replace(
        /<w:pStyle w:val="([^"]+)"\/>((?:<w:(?:keepNext|keepLines|pageBreakBefore)\/>)*)(<w:numPr>)?/g,
        (_, id: string, keeps: string, list = '') =>
          `<w:pStyle w:val="${styles.idOf(id)}"/>${keeps}${list || (styles.isNumbered(id) ? unnumbered : '')}`,
      )
  }

  /** Styles, numbers, fonts, theme and settings. */
  function writeBeside(): void {
    const path = 'word/document.xml'
    const put = (purpose: string, root: XmlNode | null, added: (target: string) => void = () => {}) => {
      if (root === null) return
      const target = purpose === 'theme' ? 'word/theme/theme1.xml' : `word/${purpose}.xml`
      const type =
        purpose === 'theme'
          ? 'application/vnd.openxmlformats-officedocument.theme+xml'
          : `${wordType}.${purpose}+xml`
      carry(pack.partFor(text.part, purpose) ?? '', target, root)
      added(target)
      out.add(target, type, writeXml(root))
      out.link(path, purpose, target)
    }
    cleanTree(styles.styles)
    put('styles', styles.styles)
    if (numbering.root) cleanTree(numbering.root)
    put('numbering', numbering.root)
    const theme = xmlOf('theme')
    if (theme) cleanTheme(theme)
    put('theme', theme)
    const fontsOfBoth = joinFonts(xmlOf('fontTable'))
    put('fontTable', fontsOfBoth, (target) => {
      if (inKhmer) embedKhmer(fontsOfBoth, target)
    })
    put('settings', inKhmer ? withEmbeddedFonts(settings) : settings)
  }

  /** In place of what the letterhead embeds of the same font: that may be some letters of it only. */
  function embedKhmer(table: XmlNode, path: string): void {
    const font = elements(table).find(({ attributes }) => attributes['w:name'] === fonts.khmer)
    if (!font) return
    const faces = embeddedFaces(khmerFont).map(({ element: name, key, path: file, bytes }) => {
      out.add(file, embeddedType, bytes)
      return element(name, { 'r:id': out.link(path, 'font', file), 'w:fontKey': key })
    })
    font.children = [...elements(font).filter(({ name }) => !name.startsWith('w:embed')), ...faces]
    table.attributes['xmlns:r'] ??= namespaces['xmlns:r']
  }

  /** Carries along what a part refers to: pictures, fonts, addresses on the web; nothing else. */
  function carry(
    part: string,
    path: string,
    root: XmlNode,
    leave: (node: XmlNode) => boolean = () => false,
  ): void {
    const links = part === '' || part.startsWith('new/') ? new Map() : pack.relationships(part)
    for (const node of everyElement(root)) {
      if (leave(node)) continue
      for (const [name, id] of Object.entries(node.attributes)) {
        if (!name.startsWith('r:')) continue
        const link = links.get(id)
        const kind = /\/(\w+)$/.exec(link?.type ?? '')?.[1]
        if (link && !link.external && (kind === 'image' || kind === 'font') && pack.has(link.target))
          node.attributes[name] = out.link(path, kind, carried(link.target, kind))
        else if (link && link.external && kind === 'hyperlink' && /^(?:https?|mailto):/i.test(link.target))
          node.attributes[name] = out.link(path, 'hyperlink', link.target, true)
        else delete node.attributes[name]
      }
    }
  }

  function carried(target: string, kind: 'image' | 'font'): string {
    const known = pictures.get(target)
    if (known !== undefined) return known
    const ending = /\.(\w{1,8})$/.exec(target)?.[1]?.toLowerCase() ?? 'bin'
    const path = `word/${kind === 'font' ? 'fonts' : 'media'}/${kind}${pictures.size + 1}.${ending}`
    pictures.set(target, path)
    const bytes = pack.bytes(target)
    out.add(path, pack.mediaType(target), kind === 'font' ? bytes : cleanPicture(bytes))
    return path
  }
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

/** Stands where our text goes, while the rest is put together; no file has such an element. */
const hole = 'w:paper'

/** A paragraph whose style counts, and which has a number of its own in words. */
const unnumbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'

/** The width of the text, or of one of its columns, where our text goes, in twips. */
function widthAt(body: XmlNode): number {
  const children = elements(body)
  const at = children.findIndex(isBodyParagraph)
  const section = children
    .slice(at)
    .map((child) => (child.name === 'w:sectPr' ? child : childOf(childOf(child, 'w:pPr'), 'w:sectPr')))
    .find((found) => found !== undefined)
  const length = (of: string, name: string, usual: number) =>
    Math.abs(measure(childOf(section, of)?.attributes[name], twips, usual / twips)) * twips
  const margins = ['w:left', 'w:right'].map((side) => length('w:pgMar', side, page.margin))
  const whole = length('w:pgSz', 'w:w', page.width) - length('w:pgMar', 'w:gutter', 0)
  const columns = countOf(childOf(section, 'w:cols')?.attributes['w:num'])
  const space = length('w:cols', 'w:space', 720)
  const width = (whole - margins.reduce((sum, one) => sum + one, 0) - (columns - 1) * space) / columns
  return width > 1_000 ? Math.floor(width) : page.text
}

/** The lists of the letterhead and ours behind them, under ids of their own. */
function joinNumbering(
  letterhead: XmlNode | null,
  ours: string,
): { readonly root: XmlNode | null; readonly shift: number } {
  if (ours === '') return { root: letterhead, shift: 0 }
  const own = parseXml('numbering', wordPart('numbering', ours))
  if (letterhead === null) return { root: own, shift: 0 }
  const of = (root: XmlNode, name: string) => elements(root).filter((child) => child.name === name)
  const highest = (name: string, id: string) =>
    of(letterhead, name).reduce((most, { attributes }) => Math.max(most, Number(attributes[id] ?? 0)), 0)
  const definitions = highest('w:abstractNum', 'w:abstractNumId') + 1
  const shift = highest('w:num', 'w:numId')
  const raise = (node: XmlNode | undefined, name: string, by: number) => {
    if (node) node.attributes[name] = String(Number(node.attributes[name] ?? 0) + by)
  }
  for (const one of of(own, 'w:abstractNum')) raise(one, 'w:abstractNumId', definitions)
  for (const one of of(own, 'w:num')) {
    raise(one, 'w:numId', shift)
    raise(childOf(one, 'w:abstractNumId'), 'w:val', definitions)
  }
  const before = of(letterhead, 'w:numPicBullet')
  const behind = of(letterhead, 'w:numIdMacAtCleanup')
  return {
    root: {
      ...letterhead,
      // In the order of the schema (wml.xsd, CT_Numbering).
      children: [
        ...before,
        ...[...of(letterhead, 'w:abstractNum'), ...of(own, 'w:abstractNum')],
        ...[...of(letterhead, 'w:num'), ...of(own, 'w:num'), ...behind],
      ],
    },
    shift,
  }
}

/** The fonts of the letterhead, and those of ours that it does not name: Khmer has its own. */
function joinFonts(letterhead: XmlNode | null): XmlNode {
  const own = parseXml('fonts', fontTable())
  if (letterhead === null) return own
  cleanTree(letterhead)
  const known = new Set(elements(letterhead).map(({ attributes }) => attributes['w:name']))
  const more = elements(own).filter(({ attributes }) => !known.has(attributes['w:name']))
  return { ...letterhead, children: [...letterhead.children, ...more] }
}

function withoutDeclaration(xml: string): string {
  return xml.replace(/^<\?xml[^>]*\?>/, '')
}
