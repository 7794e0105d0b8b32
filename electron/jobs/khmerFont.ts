import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { KhmerFont } from '../../shared/docx/khmerFont.ts'

/** The Khmer font that documents carry, out of its package, which lies in the archive of the program as it is. */
export const khmerFont: KhmerFont = () => ({ regular: face('400Regular'), bold: face('700Bold') })

function face(name: string): Uint8Array {
  const { resolve } = createRequire(import.meta.url)
  return readFileSync(resolve(`@expo-google-fonts/noto-serif-khmer/NotoSerifKhmer_${name}.ttf`))
}
