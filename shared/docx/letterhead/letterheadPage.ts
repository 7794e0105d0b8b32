import { base64 } from '../../base64.ts'
import { hasKhmer } from '../../hasKhmer.ts'
import {
  type LetterheadLoss,
  letterheadLosses,
  type LetterheadMargins,
  type LetterheadSheet,
  type PlaceholderName,
} from '../../letterhead.ts'
import type { Block, MinutesDocument } from '../../meeting/minutesDocument.ts'
import { footnoteOf, minutesWords, pageMarks } from '../../meeting/minutesWords.ts'
import { minutesHtml } from '../../meeting/minutesHtml.ts'
import { cssString, escapedHtml, fontFace, type PageFont, serif } from '../../meeting/pageHtml.ts'
import { xmlText } from '../xmlText.ts'
import { isOnIn } from './cleanTree.ts'
import { cleanPicture } from './cleanPicture.ts'
import { placeholderValues, withoutSaid } from './filling.ts'
import { countOf, measure, twips } from './measure.ts'
import { bodyOf, isBodyParagraph, type OpenedLetterhead, type StoryPart } from './openLetterhead.ts'
import { fillIn, paragraphsOf } from './placeholders.ts'
import { createLooks, pt } from './printLook.ts'
import type { Ground } from './printPlace.ts'
import { printBlocks, type Printed } from './printStory.ts'
import { widthOf } from './printText.ts'
import { childOf, elements, everyElement, parseXml, type XmlNode } from './xmlTree.ts'

type PrintOptions = { readonly draft: boolean; readonly fonts: readonly PageFont[] }

export type PrintedPage = {
  readonly html: string
  /** What of the letterhead is not on the page as Word has it; `textStyles` always is among it. */
  readonly losses: readonly LetterheadLoss[]
  /** The same to look at, page by page, and the blocks that the letterhead does not say itself. */
  readonly preview: () => { readonly sheet: LetterheadSheet; readonly blocks: readonly Block[] }
}

/**
 * A paper on the office's own letterhead as a page for printing to PDF: its paper and margins, its headers and footers
 * for the first, the even and all pages with their pictures, tables and lines, and what stands ahead of the paper and
 * behind it. The classification, the mark of a draft, "n of m" and the end of the audit log stand on every page, as in
 * a DOCX. The text itself looks as it is printed without a letterhead. The letterhead must have no problems.
 *
 * Headers and footers are pictures of SVG in the margins of the page, since a browser repeats nothing else there that
 * has a look of its own; their words stay words. The room for them is measured by likely widths of letters, rather too much.
 */
export function letterheadPage(
  opened: OpenedLetterhead,
  minutes: MinutesDocument,
  { draft, fonts }: PrintOptions,
): PrintedPage {
  const { pack, text } = opened
  const { language, classification, internal, sample } = minutes
  const lost = new Set<LetterheadLoss>(['textStyles'])
  const lose = (loss: LetterheadLoss) => void lost.add(loss)
  const xmlOf = (purpose: string): XmlNode | null => {
    const part = pack.partFor(text.part, purpose)
    return part === undefined ? null : parseXml(part, pack.bytes(part))
  }
  const looks = createLooks(xmlOf('styles'), xmlOf('theme'))
  const settings = xmlOf('settings')
  const body = bodyOf(text.root)
  const sections = [...everyElement(body)].filter(({ name }) => name === 'w:sectPr')
  const section = sections[0]
  const marks = pageMarks({ language, classification, internal, sample, draft })
  const values = filledValues(placeholderValues({ ...minutes, header: marks }))
  const filled = new Map<XmlNode, readonly PlaceholderName[]>()
  for (const { root } of [text, ...opened.frames])
    for (const one of paragraphsOf(root))
      if (!isBodyParagraph(one)) for (const [words, names] of fillIn(one, values)) filled.set(words, names)
  tellOfSections()

  const sheet = sheetOf(section, lose)
  const fontsInside = fonts.filter(({ family }) => family === 'Noto Serif Khmer').map(fontFace)
  const ahead: string[] = []
  const margins = new Map<string, LetterheadMargins>()
  const footLine = [` ${minutesWords(language).pageOf.trim()} `, footnoteOf(minutes)] as const
  const rules = pageRules()
  const around = aroundBody()
  const blocks = withoutSaid(minutes, around.says)
  const html = minutesHtml(minutes, {
    draft,
    fonts,
    paper: {
      pageStyle: rules,
      before: `${ahead.map((picture) => `<img alt="" src="${picture}" style="position:absolute;width:1px;height:1px;opacity:0">`).join('')}${block(around.ahead)}`,
      after: block(around.behind),
      blocks,
    },
  })
  return {
    html,
    losses: letterheadLosses.filter((loss) => lost.has(loss)),
    preview: () => ({ sheet: sheetToLookAt(), blocks }),
  }

  function tellOfSections(): void {
    if (sections.length > 1) lose('sections')
    if (countOf(childOf(section, 'w:cols')?.attributes['w:num']) > 1) lose('columns')
    if (childOf(section, 'w:pgBorders')) lose('pageBorders')
    if (childOf(text.root, 'w:background')) lose('background')
    const table = xmlOf('fontTable')
    if (table && [...everyElement(table)].some(({ name }) => name.startsWith('w:embed'))) lose('fonts')
  }

  function frameOf(story: 'header' | 'footer', kind: string): StoryPart | undefined {
    const reference = section && elements(section).find(({ name, attributes }) => name === `w:${story}Reference` && attributes['w:type'] === kind) // prettier-ignore
    const target = pack.relationships(text.part).get(reference?.attributes['r:id'] ?? '')?.target
    return opened.frames.find(({ part }) => part === target)
  }

  /** `@page` for all pages, and what differs on the first and on even ones. */
  function pageRules(): string {
    const kinds = [
      ['', 'default'],
      ...(isOnIn(section, 'w:titlePg') ? [[':first', 'first']] : []),
      ...(isOnIn(settings, 'w:evenAndOddHeaders') ? [[':left', 'even']] : []),
    ] as const
    return kinds
      .map(([selector = '', kind = '']) => {
        const top = headerOf(frameOf('header', kind))
        const foot = footerOf(frameOf('footer', kind), top.room)
        margins.set(kind, {
          ...{ header: { source: top.picture, height: top.height }, top: top.room },
          ...{ footer: foot.picture, bottom: foot.room },
        })
        return `
@page${selector} {
  size: ${pt(sheet.width)} ${pt(sheet.height)};
  margin: ${pt(top.room)} ${pt(sheet.right)} ${pt(foot.room)} ${pt(sheet.left)};
  @top-center { width: ${sheet.width}pt; margin: 0 -${sheet.right}pt 0 -${sheet.left}pt; ${inMargin} vertical-align: top; content: url(${top.picture}); }
  @bottom-center { width: ${sheet.width}pt; margin: 0 -${sheet.right}pt 0 -${sheet.left}pt; ${inMargin} vertical-align: bottom; padding-bottom: ${sheet.footer}pt; content: ${foot.content}; }
}`
      })
      .join('')
  }

  function headerOf(frame: StoryPart | undefined): {
    readonly picture: string
    readonly height: number
    readonly room: number
  } {
    const [left, right] = marks
    const printed = frame ? print(frame, sheet.header) : nothing
    const { html, height: high, says } = ifFits(printed, sheet.header + mark(marks).height, sheet.bottom)
    const line = mark([says.has('classification') ? '' : left, right])
    const height = high + line.height
    const picture = svg(`${html}${line.html}`, sheet.header + height, sheet.header)
    return {
      picture,
      height: sheet.header + height,
      room: Math.max(sheet.top, Math.ceil(sheet.header + height + 8)),
    }
  }

  /** A line at the end of a header: what the paper is. */
  function mark(said: readonly string[]): Printed {
    const words = said.filter(Boolean).join(' · ')
    if (words === '') return { html: '', height: 0 }
    const rows = Math.ceil(widthOf(words, { size: 9, bold: true, caps: false }) / textWidth())
    return {
      html: `<p style="margin:0;text-align:right;font:bold 9pt ${escapedHtml(serif)};line-height:13pt;color:#404040">${escapedHtml(words)}</p>`,
      height: 13 * rows,
    }
  }

  /** A header or footer if the text has room beside it, its own distance and what is at the other end of the page. */
  function ifFits(story: PrintedStory, distance: number, otherEnd: number): PrintedStory {
    const left = sheet.height - otherEnd - distance - story.height - 8
    if (story.height >= 0 && left >= leastText) return story
    lose('noRoom')
    return nothing
  }

  function footerOf(
    frame: StoryPart | undefined,
    top: number,
  ): { readonly content: string; readonly picture: LetterheadMargins['footer']; readonly room: number } {
    const [pageOf, note] = footLine
    const counted = `counter(page) ${cssString(pageOf)} counter(pages)${note === null ? '' : ` ${cssString(` · ${note}`)}`}`
    const plain = { content: counted, picture: null, room: Math.max(sheet.bottom, sheet.footer + 22) }
    if (!frame) return plain
    // The line with the number stands below: what the footer places on the page counts from above it.
    const guess = ifFits(print(frame, 0), sheet.footer + 13, top)
    if (guess === nothing) return plain
    const printed = print(frame, sheet.height - sheet.footer - 13 - guess.height)
    const source = svg(printed.html, printed.height, 0)
    return {
      picture: { source, height: printed.height },
      content: `url(${source}) "\\A" ${counted}`,
      room: Math.max(sheet.bottom, Math.ceil(sheet.footer + printed.height + 13 + 8)),
    }
  }

  function print({ part, root }: Pick<StoryPart, 'part' | 'root'>, storyTop: number): PrintedStory {
    const ground: Ground = { ...sheet, storyLeft: sheet.left, storyTop }
    const says = new Set<PlaceholderName>()
    const said = (words: XmlNode) => filled.get(words)?.forEach((name) => says.add(name))
    const picture = (id: string) => pictureOf(part, id)
    return { ...printBlocks(elements(root), textWidth(), { looks, ground, picture, said, lose }), says }
  }

  function textWidth(): number {
    return sheet.width - sheet.left - sheet.right
  }

  function pictureOf(part: string, id: string): string | null {
    const link = pack.relationships(part).get(id)
    if (!link || link.external || !pack.has(link.target)) return null
    const bytes = pack.bytes(link.target)
    const type = pictureType(bytes)
    return type === null ? null : `data:${type};base64,${base64(cleanPicture(bytes))}`
  }

  /** HTML as a picture as wide as the page, that begins at its edge; its text begins at the margin, `from` the top. */
  function svg(html: string, height: number, from: number): string {
    const [wide, high] = [sheet.width, height].map((points) => Math.round((points / 0.75) * 100) / 100)
    const faces = hasKhmer(html) ? `<style>${fontsInside.join('')}</style>` : ''
    const image =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">` +
      `${faces}<foreignObject width="${wide}" height="${high}"><div xmlns="http://www.w3.org/1999/xhtml" ` +
      `style="position:absolute;box-sizing:border-box;left:${sheet.left}pt;top:${from}pt;width:${textWidth()}pt;font-family:${escapedHtml(serif)}">` +
      `${html}</div></foreignObject></svg>`
    const source = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(image))}`
    if (!ahead.includes(source)) ahead.push(source)
    return source
  }

  /** What stands in the text ahead of the paper and behind it, and what of the paper that says. */
  function aroundBody(): Record<'ahead' | 'behind', Printed> & Pick<PrintedStory, 'says'> {
    const children = elements(body)
    const at = children.findIndex(isBodyParagraph)
    const top = headerOf(frameOf('header', isOnIn(section, 'w:titlePg') ? 'first' : 'default')).room
    const printed = (nodes: readonly XmlNode[]) =>
      print({ part: text.part, root: { ...body, children: [...nodes] } }, top)
    const [ahead, behind] = [printed(children.slice(0, at)), printed(children.slice(at + 1))]
    return { ahead, behind, says: new Set([...ahead.says, ...behind.says]) }
  }

  function block({ html }: Printed): string {
    return html && `<div style="position:relative;font-family:${escapedHtml(serif)}">${html}</div>`
  }

  function sheetToLookAt(): LetterheadSheet {
    const others = margins.get('default')
    if (!others) throw new Error('Every letterhead has margins')
    const picture = ({ html, height }: Printed) =>
      html === '' ? null : { source: svg(html, height, 0), height }
    return {
      ...{ width: sheet.width, left: sheet.left, right: sheet.right, foot: sheet.footer },
      ...{ first: margins.get('first') ?? others, others },
      ...{ ahead: picture(around.ahead), behind: picture(around.behind) },
    }
  }
}

const inMargin =
  'white-space: pre; text-align: center; font: 9pt "Noto Serif", "Times New Roman", serif; color: #404040;'
const nothing: PrintedStory = { html: '', height: 0, says: new Set() }

/** The height, and the width, in points, that the text has at least, whatever stands around it. */
const leastText = 100

/** With the places that were filled in and stand on the page. */
type PrintedStory = Printed & { readonly says: ReadonlySet<PlaceholderName> }

type Sheet = Pick<Ground, 'width' | 'height' | 'left' | 'right' | 'top' | 'bottom'> & {
  readonly header: number
  readonly footer: number
}

/** The paper and its margins, in points; as Word takes them where the letterhead says nothing, or leaves no room. */
function sheetOf(section: XmlNode | undefined, lose: (loss: LetterheadLoss) => void): Sheet {
  const size = childOf(section, 'w:pgSz')?.attributes ?? {}
  const margins = childOf(section, 'w:pgMar')?.attributes ?? {}
  const side = (name: string, usual: number) => Math.abs(measure(size[name], twips, usual / twips))
  const margin = (name: string, usual: number) => Math.abs(measure(margins[name], twips, usual / twips))
  const orUsual = <Lengths extends Record<string, number>>(
    lengths: Lengths,
    usual: Lengths,
    most: number,
  ) => {
    if (Object.values(lengths).reduce((sum, one) => sum + one, 0) <= most) return lengths
    lose('noRoom')
    return usual
  }
  const [width, height] = [side('w:w', 11_906), side('w:h', 16_838)]
  const paper = Math.min(width, height) < leastPaper ? { width: 595.3, height: 841.9 } : { width, height }
  if (paper.width !== width || paper.height !== height) lose('noRoom')
  const usual = 1_417 / twips
  return {
    ...paper,
    ...orUsual(
      { left: margin('w:left', 1_417) + margin('w:gutter', 0), right: margin('w:right', 1_417) },
      { left: usual, right: usual },
      paper.width - leastText,
    ),
    ...orUsual(
      { top: margin('w:top', 1_417), bottom: margin('w:bottom', 1_417) },
      { top: usual, bottom: usual },
      paper.height - leastText,
    ),
    ...orUsual({ header: margin('w:header', 708) }, { header: 708 / twips }, paper.height / 4),
    ...orUsual({ footer: margin('w:footer', 708) }, { footer: 708 / twips }, paper.height / 4),
  }
}

/** The shorter side of the smallest paper that has the usual margins and any text, in points. */
const leastPaper = 250

function filledValues(values: Record<PlaceholderName, string>): Record<PlaceholderName, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, words]) => [name, xmlText(words).text]),
  ) as Record<PlaceholderName, string>
}

/** The media type of a picture that browsers show, by how it begins; null: another kind. */
function pictureType(bytes: Uint8Array): string | null {
  const begins = (...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  return null
}
