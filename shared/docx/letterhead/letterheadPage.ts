import { base64 } from '../../base64.ts'
import { type LetterheadLoss, letterheadLosses, type PlaceholderName } from '../../letterhead.ts'
import type { MinutesDocument } from '../../meeting/minutesDocument.ts'
import { footnoteOf, minutesWords, pageMarks } from '../../meeting/minutesWords.ts'
import { minutesHtml } from '../../meeting/minutesHtml.ts'
import { cssString, escapedHtml, fontFace, type PageFont, serif } from '../../meeting/pageHtml.ts'
import { hasKhmer } from '../hasKhmer.ts'
import { xmlText } from '../xmlText.ts'
import { isOnIn } from './cleanTree.ts'
import { cleanPicture } from './cleanPicture.ts'
import { namesIn, placeholderValues, withoutSaid } from './filling.ts'
import { bodyOf, isBodyParagraph, type OpenedLetterhead, type StoryPart } from './openLetterhead.ts'
import { fillIn, paragraphsOf } from './placeholders.ts'
import { createLooks } from './printLook.ts'
import type { Ground } from './printPlace.ts'
import { printBlocks, type Printed } from './printStory.ts'
import { childOf, elements, everyElement, parseXml, type XmlNode } from './xmlTree.ts'

type PrintOptions = { readonly draft: boolean; readonly fonts: readonly PageFont[] }

export type PrintedPage = {
  readonly html: string
  /** What of the letterhead is not on the page as Word has it; `textStyles` always is among it. */
  readonly losses: readonly LetterheadLoss[]
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
  const said = namesIn(text)
  const saysClassification = new Set(opened.frames.filter((frame) => namesIn(frame).has('classification')))
  const marks = pageMarks({ language, classification, internal, sample, draft })
  const values = filledValues(placeholderValues({ ...minutes, header: marks }))
  for (const { root } of [text, ...opened.frames])
    for (const one of paragraphsOf(root)) if (!isBodyParagraph(one)) fillIn(one, values)
  tellOfSections()

  const sheet = sheetOf(section)
  const fontsInside = fonts.filter(({ family }) => family === 'Noto Serif Khmer').map(fontFace)
  const ahead: string[] = []
  const footLine = [` ${minutesWords(language).pageOf.trim()} `, footnoteOf(minutes)] as const
  const rules = pageRules()
  const [before, behind] = aroundBody()
  const html = minutesHtml(minutes, {
    draft,
    fonts,
    paper: {
      pageStyle: rules,
      before: `${ahead.map((picture) => `<img alt="" src="${picture}" style="position:absolute;width:1px;height:1px;opacity:0">`).join('')}${before}`,
      after: behind,
      blocks: withoutSaid(minutes, said),
    },
  })
  return { html, losses: letterheadLosses.filter((loss) => lost.has(loss)) }

  function tellOfSections(): void {
    if (sections.length > 1) lose('sections')
    if (Number(childOf(section, 'w:cols')?.attributes['w:num'] ?? 1) > 1) lose('columns')
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
      ...(section && childOf(section, 'w:titlePg') ? [[':first', 'first']] : []),
      ...(isOnIn(settings, 'w:evenAndOddHeaders') ? [[':left', 'even']] : []),
    ] as const
    return kinds
      .map(([selector = '', kind = '']) => {
        const top = headerOf(frameOf('header', kind))
        const foot = footerOf(frameOf('footer', kind))
        return `
@page${selector} {
  size: ${sheet.width}pt ${sheet.height}pt;
  margin: ${top.room}pt ${sheet.right}pt ${foot.room}pt ${sheet.left}pt;
  @top-center { width: ${sheet.width}pt; margin: 0 -${sheet.right}pt 0 -${sheet.left}pt; ${inMargin} vertical-align: top; content: url(${top.picture}); }
  @bottom-center { width: ${sheet.width}pt; margin: 0 -${sheet.right}pt 0 -${sheet.left}pt; ${inMargin} vertical-align: bottom; padding-bottom: ${sheet.footer}pt; content: ${foot.content}; }
}`
      })
      .join('')
  }

  function headerOf(frame: StoryPart | undefined): { readonly picture: string; readonly room: number } {
    const [left, right] = marks
    const words = [frame && saysClassification.has(frame) ? '' : left, right].filter(Boolean).join(' · ')
    const printed = frame ? print(frame, sheet.header) : nothing
    const line = words === '' ? '' : `<p style="margin:0;text-align:right;font:bold 9pt ${escapedHtml(serif)};line-height:13pt;color:#404040">${escapedHtml(words)}</p>` // prettier-ignore
    const height = printed.height + (line ? 13 : 0)
    const picture = svg(`${printed.html}${line}`, sheet.header + height, sheet.header)
    return { picture, room: Math.max(sheet.top, Math.ceil(sheet.header + height + 8)) }
  }

  function footerOf(frame: StoryPart | undefined): { readonly content: string; readonly room: number } {
    const [pageOf, note] = footLine
    const counted = `counter(page) ${cssString(pageOf)} counter(pages)${note === null ? '' : ` ${cssString(` · ${note}`)}`}`
    if (!frame) return { content: counted, room: Math.max(sheet.bottom, sheet.footer + 22) }
    // The line with the number stands below: what the footer places on the page counts from above it.
    const guess = print(frame, 0)
    const printed = print(frame, sheet.height - sheet.footer - 13 - guess.height)
    return {
      content: `url(${svg(printed.html, printed.height, 0)}) "\\A" ${counted}`,
      room: Math.max(sheet.bottom, Math.ceil(sheet.footer + printed.height + 13 + 8)),
    }
  }

  function print({ part, root }: StoryPart, storyTop: number): Printed {
    return printBlocks(elements(root), textWidth(), printing(part, storyTop))
  }

  function printing(part: string, storyTop: number) {
    const ground: Ground = { ...sheet, storyLeft: sheet.left, storyTop }
    return { looks, ground, picture: (id: string) => pictureOf(part, id), lose }
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

  /** What stands in the text ahead of the paper and behind it. */
  function aroundBody(): readonly [string, string] {
    const children = elements(body)
    const at = children.findIndex(isBodyParagraph)
    const top = headerOf(
      frameOf('header', section && childOf(section, 'w:titlePg') ? 'first' : 'default'),
    ).room
    const block = (nodes: readonly XmlNode[]) => {
      const { html } = printBlocks(nodes, textWidth(), printing(text.part, top))
      return html && `<div style="position:relative;font-family:${escapedHtml(serif)}">${html}</div>`
    }
    return [block(children.slice(0, at)), block(children.slice(at + 1))]
  }
}

const inMargin =
  'white-space: pre; text-align: center; font: 9pt "Noto Serif", "Times New Roman", serif; color: #404040;'
const nothing: Printed = { html: '', height: 0 }

type Sheet = Pick<Ground, 'width' | 'height' | 'left' | 'right' | 'top' | 'bottom'> & {
  readonly header: number
  readonly footer: number
}

/** The paper and its margins, in points; as Word takes them where the letterhead says nothing. */
function sheetOf(section: XmlNode | undefined): Sheet {
  const size = childOf(section, 'w:pgSz')?.attributes ?? {}
  const margins = childOf(section, 'w:pgMar')?.attributes ?? {}
  const points = (value: string | undefined, usual: number) => Math.abs(Number(value ?? usual)) / 20
  return {
    width: points(size['w:w'], 11_906),
    height: points(size['w:h'], 16_838),
    left: points(margins['w:left'], 1_417) + points(margins['w:gutter'], 0),
    right: points(margins['w:right'], 1_417),
    top: points(margins['w:top'], 1_417),
    bottom: points(margins['w:bottom'], 1_417),
    header: points(margins['w:header'], 708),
    footer: points(margins['w:footer'], 708),
  }
}

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
