import { fonts } from './docxLook.ts'
import { wordPart } from './wordPart.ts'

/** The files of the Khmer font as TrueType, read when a document first needs them. */
export type KhmerFont = () => { readonly regular: Uint8Array; readonly bold: Uint8Array }

export type EmbeddedFace = {
  readonly element: 'w:embedRegular' | 'w:embedBold'
  /** A GUID in braces. */
  readonly key: string
  /** Its part in a DOCX. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * The faces of the Khmer font as a DOCX carries them: the first 32 bytes of each file are veiled with its key. The keys
 * are always the same, since one that is drawn by lot would make two files of the same document differ.
 *
 * Source: ECMA-376-1, 17.8.1 (font embedding) and 17.8.3.4 (embedRegular).
 */
export function embeddedFaces(font: KhmerFont): readonly EmbeddedFace[] {
  const { regular, bold } = font()
  return [
    face('w:embedRegular', '{5E9A8A10-6B4D-4C1E-9F52-1D0A7C3B1780}', 'khmer1', regular),
    face('w:embedBold', '{5E9A8A10-6B4D-4C1E-9F52-1D0A7C3B17FF}', 'khmer2', bold),
  ]
}

export const embeddedType = 'application/vnd.openxmlformats-officedocument.obfuscatedFont'

function face(element: EmbeddedFace['element'], key: string, name: string, file: Uint8Array): EmbeddedFace {
  return { element, key, path: `word/fonts/${name}.odttf`, bytes: veiled(file, key) }
}

/** Veils the start of a font with its key, or unveils it: the bytes of the key from its end, twice. */
function veiled(file: Uint8Array, key: string): Uint8Array {
  const digits = key.replace(/[^0-9A-F]/g, '')
  const bytes = file.slice()
  for (let at = 0; at < 32; at++) {
    const from = digits.length - 2 * ((at % 16) + 1)
    bytes[at] = (bytes[at] ?? 0) ^ Number.parseInt(digits.slice(from, from + 2), 16)
  }
  return bytes
}

/**
 * The table of fonts. It names the font that Word takes where the first one is neither installed nor embedded
 * (ECMA-376-1, 17.8.3.1, altName). `faces`: the relationship of each face that is embedded.
 */
export function fontTable(
  faces: readonly { readonly face: EmbeddedFace; readonly id: string }[] = [],
): string {
  const embedded = faces
    .map(({ face: { element, key }, id }) => `<${element} r:id="${id}" w:fontKey="${key}"/>`)
    .join('')
  return wordPart(
    'fonts',
    `<w:font w:name="${fonts.khmer}"><w:altName w:val="${fonts.khmerInstead}"/><w:charset w:val="00"/>` +
      `<w:family w:val="roman"/><w:pitch w:val="variable"/>${embedded}</w:font>` +
      `<w:font w:name="${fonts.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
  )
}
