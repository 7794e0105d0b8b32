import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DictionaryFiles } from '../../electron/store/dictionaryFiles.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const listed = (words: readonly string[]) => [String(words.length), ...words].join('\n')
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/spelling/${name}`, import.meta.url)))

/** A few words of Indonesian with some of its rules. */
export const indonesian: DictionaryFiles = { name: 'id.dic', dic: fixture('id.dic'), aff: fixture('id.aff') }

/** Dictionaries in other encodings, which are read. */
export const encoded: Readonly<Record<string, DictionaryFiles>> = {
  latin: {
    name: 'latin.dic',
    dic: bytes(listed(['kafé', 'pasal', 'ayat']), 'latin1'),
    aff: bytes('SET ISO8859-1\nTRY aeiou\n'),
  },
  unnamed: { name: 'unnamed.dic', dic: bytes(listed(['kafé', 'pasal'])), aff: bytes('TRY aeiou\n') },
  markedWithBom: {
    name: 'bom.dic',
    dic: bytes(`\ufeff${listed(['pasal', 'ayat'])}`),
    aff: bytes('\ufeffSET UTF-8\nTRY aeiou\n'),
  },
}

/** A chain of rules that lead to each other: each word would have forms without end. */
const cycle = 'SET UTF-8\nSFX A Y 1\nSFX A 0 a/B .\nSFX B Y 1\nSFX B 0 b/A .\n'

/** Rules that multiply: 30 endings, each with 30 more, and so on, four deep. */
function bomb(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCD'
  const level = (flag: string, next: string) =>
    [`SFX ${flag} Y 30`, ...[...letters].map((letter) => `SFX ${flag} 0 ${letter}${next} .`)].join('\n')
  return `SET UTF-8\n${['1', '2', '3', '4', '5'].map((flag, at) => level(flag, at < 4 ? `/${at + 2}` : '')).join('\n')}\n`
}

/** Dictionaries that are refused, by why. */
export const hostile = {
  saysUtf8AndIsNot: {
    why: 'encoding',
    name: 'utf8.dic',
    dic: bytes(listed(['kafé']), 'latin1'),
    aff: bytes('SET UTF-8\n'),
  },
  encodingThatIsNotKnown: {
    why: 'encoding',
    name: 'koi8.dic',
    dic: bytes(listed(['pasal'])),
    aff: bytes('SET KOI8-R\n'),
  },
  picture: {
    why: 'notDictionary',
    name: 'picture.dic',
    dic: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    aff: bytes('SET ISO8859-1\n'),
  },
  letter: {
    why: 'notDictionary',
    name: 'letter.dic',
    dic: bytes('Dear Sir,\nplease find enclosed'),
    aff: bytes('SET UTF-8\n'),
  },
  empty: { why: 'notDictionary', name: 'empty.dic', dic: bytes(''), aff: bytes('') },
  rulesOfNothing: {
    why: 'notDictionary',
    name: 'rules.dic',
    dic: bytes(listed(['pasal'])),
    aff: bytes('hello\n'),
  },
  rulesThatEnd: {
    why: 'notDictionary',
    name: 'ends.dic',
    dic: bytes(listed(['pasal'])),
    aff: bytes('SET UTF-8\nREP 400\nREP a b\n'),
  },
  brokenPattern: {
    why: 'notDictionary',
    name: 'pattern.dic',
    dic: bytes(listed(['pasal'])),
    aff: bytes('SET UTF-8\nICONV 1\nICONV ( )\n'),
  },
  cycle: { why: 'tooHeavy', name: 'cycle.dic', dic: bytes(listed(['pasal/A'])), aff: bytes(cycle) },
  bomb: {
    why: 'tooHeavy',
    name: 'bomb.dic',
    dic: bytes(listed(Array.from({ length: 50 }, (_, at) => `pasal${at}/1`))),
    aff: bytes(bomb()),
  },
  tooManyWords: {
    why: 'tooHeavy',
    name: 'words.dic',
    dic: bytes(`1\n${'a\n'.repeat(1_000_001)}`),
    aff: bytes('SET UTF-8\n'),
  },
  slowPattern: {
    why: 'tooHeavy',
    name: 'slow.dic',
    dic: bytes(listed([`${'a'.repeat(60)}b/A`, 'pasal'])),
    aff: bytes('SET UTF-8\nSFX A Y 1\nSFX A 0 x (a+)+c\n'),
  },
} as const satisfies Record<string, DictionaryFiles & { readonly why: string }>

/** A dictionary that is taken: only a word that nobody writes shows how slow it is. */
export const slowToCheck: DictionaryFiles = {
  name: 'compound.dic',
  dic: bytes(listed(['pasal', 'ayat'])),
  aff: bytes('SET UTF-8\nCOMPOUNDRULE 1\nCOMPOUNDRULE (a+)+c\n'),
}

/** Writes both files into a folder. The path of the one with the words. */
export function writeDictionary(folder: string, { name, dic, aff }: DictionaryFiles): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, dic)
  writeFileSync(path.replace(/\.dic$/, '.aff'), aff)
  return path
}
