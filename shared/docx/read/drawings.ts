import type { DocxUnreadKind } from '../../docxReading.ts'
import { chosenBranch } from './elements.ts'
import type { XmlElement } from './xml.ts'

type Drawing = {
  readonly pictures: readonly {
    readonly relationship: string | undefined
    readonly name: string | undefined
    readonly description: string | undefined
  }[]
  readonly boxes: readonly (readonly XmlElement[])[] // blocks of text boxes
  readonly unread: readonly { readonly what: DocxUnreadKind; readonly sample: string | undefined }[]
}

/** What stands in w:drawing, w:pict or w:object, each thing once. */
export function readDrawing(element: XmlElement): Drawing {
  const pictures: Drawing['pictures'][number][] = []
  const boxes: (readonly XmlElement[])[] = []
  const unread: Drawing['unread'][number][] = []
  let name: string | undefined
  let description: string | undefined
  const look = (one: XmlElement): void => {
    const { attributes } = one
    switch (one.name) {
      case 'wp:docPr':
      case 'pic:cNvPr':
        name = attributes['name'] ?? name
        description = attributes['descr'] ?? description
        break
      case 'a:blip':
        pictures.push({ relationship: attributes['r:embed'] ?? attributes['r:link'], name, description })
        break
      case 'v:imagedata':
        pictures.push({ relationship: attributes['r:id'], name: attributes['o:title'], description })
        break
      case 'w:txbxContent':
        boxes.push(one.children)
        return
      case 'v:textpath':
        unread.push({ what: 'drawing', sample: attributes['string'] })
        break
      case 'c:chart':
      case 'dgm:relIds':
        unread.push({ what: 'chart', sample: name })
        break
      case 'o:OLEObject':
        unread.push({ what: 'embeddedObject', sample: attributes['ProgID'] })
        break
      case 'w:control':
        unread.push({ what: 'embeddedObject', sample: attributes['w:name'] })
        break
      case 'mc:AlternateContent':
        chosenBranch(one).forEach(look)
        return
      default:
    }
    one.children.forEach(look)
  }
  look(element)
  const isEmpty = pictures.length + boxes.length + unread.length === 0
  return { pictures, boxes, unread: isEmpty ? [{ what: 'drawing', sample: name }] : unread }
}
