import type { DocxPicture } from '../../docxReading.ts'
import { docxLimits } from './limits.ts'
import { pixels } from './pixels.ts'
import { Refusal } from './refusal.ts'
import type { Report } from './report.ts'
import type { WordPackage } from './wordPackage.ts'

export type Pictures = {
  /** A picture shown in a part, by the id of its relationship; false where there is none to keep. */
  readonly show: (
    from: string,
    relationship: string | undefined,
    about: { readonly name?: string | undefined; readonly description?: string | undefined },
  ) => boolean
  readonly list: () => readonly DocxPicture[]
}

/** Collects the pictures of a document, each part once. A giant one refuses the file before anybody opens it. */
export function createPictures(pack: WordPackage, report: Report): Pictures {
  const found = new Map<string, DocxPicture & { count: number }>()
  return {
    show(from, relationship, { name = '', description = '' }) {
      const to = relationship === undefined ? undefined : pack.relationships(from).get(relationship)
      if (!to) return false
      if (to.external || !pack.has(to.target)) {
        report.add('externalResource', from, to.target)
        return false
      }
      report.add('picture', from, name)
      const known = found.get(to.target)
      if (known) known.count++
      else {
        const bytes = pack.bytes(to.target)
        if (pixels(bytes) > docxLimits.pixels) throw new Refusal('pictureTooLarge', to.target)
        const fileName = to.target.slice(to.target.lastIndexOf('/') + 1)
        const mediaType = pack.mediaType(to.target)
        found.set(to.target, { name: fileName, mediaType, bytes, description, count: 1 })
      }
      return true
    },
    list: () => [...found.values()],
  }
}
