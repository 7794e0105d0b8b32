import { strToU8, zipSync } from 'fflate'
import { xmlDeclaration } from '../wordPart.ts'
import { escapedXml } from '../xmlText.ts'
import { withoutTimes } from '../zipWithoutTimes.ts'

type Link = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external: boolean
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A package of Word that is put together part by part; the same parts give the same bytes. */
export function createPackage() {
  const parts = new Map<string, { readonly data: string | Uint8Array; readonly mediaType: string }>()
  const links = new Map<string, Link[]>()

  return {
    /** `data`: XML without a declaration, or bytes. */
    add: (path: string, mediaType: string, data: string | Uint8Array): void =>
      void parts.set(path, { data, mediaType }),

    /** The id of a relationship of a part (''; the package itself) to another, or to an address; one for each target. */
    link(from: string, kind: string, target: string, external = false): string {
      const type = kind.includes('/') ? kind : `${office}/${kind}`
      const all = links.get(from) ?? []
      links.set(from, all)
      const known = all.find((one) => one.target === target && one.type === type)
      if (known) return known.id
      const id = `rId${all.length + 1}`
      all.push({ id, type, target, external })
      return id
    },

    bytes(): Uint8Array {
      const files: Record<string, Uint8Array> = {}
      const put = (path: string, data: string | Uint8Array) =>
        (files[path] = typeof data === 'string' ? strToU8(xmlDeclaration + data) : data)
      put('[Content_Types].xml', contentTypes())
      for (const [from, all] of links) put(relationshipsPath(from), relationshipsXml(from, all))
      for (const [path, { data }] of parts) put(path, data)
      return withoutTimes(zipSync(files))
    },
  }

  function contentTypes(): string {
    const overrides = [...parts].map(
      ([path, { mediaType }]) => `<Override PartName="/${escapedXml(path)}" ContentType="${mediaType}"/>`,
    )
    return (
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
    )
  }
}
export type NewPackage = ReturnType<typeof createPackage>

function relationshipsPath(part: string): string {
  const stroke = part.lastIndexOf('/') + 1
  return `${part.slice(0, stroke)}_rels/${part.slice(stroke)}.rels`
}

function relationshipsXml(from: string, all: readonly Link[]): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  const each = all.map(({ id, type, target, external }) => {
    const inside = target.startsWith(folder) ? target.slice(folder.length) : `/${target}`
    const where = external ? `${escapedXml(target)}" TargetMode="External` : escapedXml(inside)
    return `<Relationship Id="${id}" Type="${type}" Target="${where}"/>`
  })
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}
