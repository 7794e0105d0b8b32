import { strFromU8, unzipSync } from 'fflate'

/** Every part of a DOCX, unzipped, by its name. */
export function docxParts(docx: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The parts in which words occur, as they stand or as XML writes them. */
export function partsWith(docx: Uint8Array, words: string): readonly string[] {
  return [...docxParts(docx)]
    .filter(([name, text]) => `${name}\n${text}`.includes(words))
    .map(([name]) => name)
}
