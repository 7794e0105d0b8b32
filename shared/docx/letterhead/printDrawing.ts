import { childOf, elements, everyElement, type XmlNode } from './xmlTree.ts'
import { emus, measure, points } from './measure.ts'
import { colorOf } from './printLook.ts'

/** Where something is drawn: lengths in points. */
export type Drawn = {
  /** A picture by the id of its relationship, or a straight line as CSS writes it. */
  readonly what: { readonly picture: string } | { readonly line: string }
  readonly width: number
  readonly height: number
  /** Null: it stands in its line like a letter. */
  readonly place: { readonly across: Place; readonly down: Place; readonly behind: boolean } | null
  /** Whether Word leads text around it. */
  readonly leadsText: boolean
}

/** From what a distance is counted, with the distance, or the side that it is aligned to. */
export type Place = {
  readonly from: string
  readonly at: number | 'left' | 'center' | 'right' | 'top' | 'bottom'
}

/**
 * Reads a drawing of Word: a picture or a straight line, in its line or in a place of its own. Null: anything else
 * (text boxes, groups, other shapes). Source: ECMA-376-1, 20.4 (DrawingML, WordprocessingML drawing).
 */
export function readDrawing(drawing: XmlNode): Drawn | null {
  const [frame] = elements(drawing)
  if (!frame) return null
  const extent = childOf(frame, 'wp:extent')?.attributes ?? {}
  const what = pictureIn(frame) ?? lineIn(frame)
  if (!what) return null
  const isAnchored = frame.name === 'wp:anchor'
  const placed = (name: string): Place => {
    const position = childOf(frame, name)
    const offset = childOf(position, 'wp:posOffset')?.children.join('')
    const align = childOf(position, 'wp:align')?.children.join('').trim() ?? ''
    const side = align === 'inside' ? 'left' : align === 'outside' ? 'right' : align
    return {
      from: position?.attributes['relativeFrom'] ?? 'page',
      at: offset === undefined ? (side as Exclude<Place['at'], number>) : measure(offset, emus, 0),
    }
  }
  return {
    what,
    width: Math.max(0, measure(extent['cx'], emus, 0)),
    height: Math.max(0, measure(extent['cy'], emus, 0)),
    place: isAnchored
      ? {
          across: placed('wp:positionH'),
          down: placed('wp:positionV'),
          behind: frame.attributes['behindDoc'] === '1',
        }
      : null,
    leadsText:
      isAnchored &&
      elements(frame).some(({ name }) => /^wp:wrap(?:Square|Tight|Through|TopAndBottom)$/.test(name)),
  }
}

function pictureIn(frame: XmlNode): Drawn['what'] | null {
  const all = [...everyElement(frame)]
  if (all.some(({ name }) => /^(?:wpg:wgp|wpc:wpc|wps:wsp)$/.test(name))) return null
  const id = all.find(({ name }) => name === 'a:blip')?.attributes['r:embed']
  return id === undefined ? null : { picture: id }
}

function lineIn(frame: XmlNode): Drawn['what'] | null {
  const all = [...everyElement(frame)]
  const shape = all.find(({ name }) => name === 'a:prstGeom')?.attributes['prst'] ?? ''
  if (!/^(?:line|straightConnector1)$/.test(shape) || all.some(({ name }) => name === 'wpg:wgp')) return null
  const stroke = all.find(({ name }) => name === 'a:ln')
  const color = [...(stroke ? everyElement(stroke) : [])].find(({ name }) => name === 'a:srgbClr')
  const width = Math.max(0.5, measure(stroke?.attributes['w'], emus, 0.75))
  return { line: `${width}pt solid ${colorOf(color?.attributes['val']) ?? '#000'}` }
}

/** The older form of a picture in its line (VML); null: anything else. */
export function readOldPicture(pict: XmlNode): Drawn | null {
  const all = [...everyElement(pict)]
  const id = all.find(({ name }) => name === 'v:imagedata')?.attributes['r:id']
  const style = all.find(({ name }) => name === 'v:shape')?.attributes['style'] ?? ''
  const length = (name: string) =>
    measure(new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+[a-z]{2})`).exec(style)?.[1], points, 0)
  const [width, height] = [length('width'), length('height')]
  if (id === undefined || /position:\s*absolute/.test(style) || !(width > 0) || !(height > 0)) return null
  return { what: { picture: id }, width, height, place: null, leadsText: false }
}
