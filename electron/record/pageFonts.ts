import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageFont } from '../../shared/meeting/minutesHtml.ts'

/** The start of each font's file name among the files of the page, with what of it a printed page uses. */
const files: readonly (readonly [start: string, font: Omit<PageFont, 'source'>])[] = [
  ['noto-serif-latin-wght-normal', latin('normal')],
  ['noto-serif-latin-wght-italic', latin('italic')],
  ['noto-serif-latin-ext-wght-normal', latinExtended('normal')],
  ['noto-serif-latin-ext-wght-italic', latinExtended('italic')],
  [
    'noto-serif-khmer-khmer-wght-normal',
    { family: 'Noto Serif Khmer', weight: '100 900', range: 'U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC' },
  ],
]

/**
 * The fonts that a page for printing carries with it, from the files of the built page; read once, when first asked
 * for. A font that is not there is left out, and the machine's own takes its place.
 */
export function createPageFonts(folder: string): () => readonly PageFont[] {
  let fonts: readonly PageFont[] | null = null
  return () => (fonts ??= readFonts(folder))
}

function readFonts(folder: string): readonly PageFont[] {
  const names = namesIn(folder)
  return files.flatMap(([start, font]) => {
    const name = names.find((it) => it.startsWith(start) && it.endsWith('.woff2'))
    if (name === undefined) return []
    return [{ ...font, source: `data:font/woff2;base64,${readFileSync(join(folder, name), 'base64')}` }]
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // the page was never built here
  }
}

function latin(style: 'normal' | 'italic'): Omit<PageFont, 'source'> {
  const range =
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02DC, U+2000-200A, U+200E-206F, U+20AC, U+2122, U+2212'
  return { family: 'Noto Serif', weight: '100 900', style, range }
}

function latinExtended(style: 'normal' | 'italic'): Omit<PageFont, 'source'> {
  return {
    family: 'Noto Serif',
    weight: '100 900',
    style,
    range: 'U+0100-0130, U+0132-0151, U+0154-024F, U+1E00-1EFF',
  }
}
