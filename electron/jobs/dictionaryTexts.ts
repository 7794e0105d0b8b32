import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { DictionaryFiles } from '../store/dictionaryFiles.ts'

/** A dictionary of Hunspell as text. */
export type DictionaryTexts = {
  readonly dic: string
  readonly aff: string
  readonly encoding: string // as the file names it
  readonly words: number
}

/** The most rules of inflection; those of large languages have some thousands. */
const mostRules = 50_000
const mostWords = 1_000_000
/** In characters: no word of a dictionary is near to it. */
const longestLine = 1_000

/**
 * Decodes both files of a dictionary and looks at their shape: the words begin with how many they are, the other file
 * has rules. What stands behind words for other programs is left out. Fault: `DictionaryRefused`.
 *
 * Source: hunspell(5), SET (ISO8859-1 where it is not said) and the form of the .dic.
 */
export function dictionaryTexts({ name, dic, aff }: DictionaryFiles): Result<DictionaryTexts, Fault> {
  const named = /^\s*SET[ \t]+(\S+)/m.exec(latin(aff.subarray(0, 100_000)))?.[1] ?? null
  const decode = decoderOf(named, dic, aff)
  if (decode === null) return refused('encoding', name, named)
  const rules = decode(aff)
  const list = decode(dic)
  if (rules === null || list === null) return refused('encoding', name, named)
  if (rules.includes('\0') || list.includes('\0')) return refused('notDictionary', name)
  const lines = list.split('\n')
  if (!/^\s*\d+\s*$/.test(lines[0] ?? '') || !DIRECTIVE.test(rules)) return refused('notDictionary', name)
  const words = lines.slice(1).map((line) => line.replace(FIELDS, '').trimEnd())
  const count = words.filter((word) => word !== '').length
  if (count === 0 || words.some(({ length }) => length > longestLine)) return refused('notDictionary', name)
  if (count > mostWords || (rules.match(RULE)?.length ?? 0) > mostRules) return refused('tooHeavy', name)
  return ok({
    dic: [String(count), ...words].join('\n'),
    aff: rules,
    encoding: named ?? 'ISO8859-1',
    words: count,
  })
}

const DIRECTIVE = /^\s*(?:SET|TRY|FLAG|LANG|SFX|PFX|REP|MAP|WORDCHARS|NOSUGGEST|COMPOUND\w+)\b/m
const RULE = /^\s*(?:SFX|PFX|REP)\b/gm
/** Behind a tab, or a name of two letters and a colon: what other programs know of the word. */
const FIELDS = /\t.*$|\s+[a-z]{2}:.*$/

/** How the bytes of both files are read; null: an encoding that is not known. A file that names none may be either. */
function decoderOf(
  named: string | null,
  dic: Uint8Array,
  aff: Uint8Array,
): ((bytes: Uint8Array) => string | null) | null {
  if (named === null) return decoded(dic, 'utf-8') !== null && decoded(aff, 'utf-8') !== null ? utf8 : latin
  const label = labelOf(named)
  return label === null ? null : (bytes) => decoded(bytes, label)
}

/** The encodings in which a language of Latin letters is written, by the names that Hunspell gives them. */
function labelOf(named: string): string | null {
  if (/^utf-?8$/i.test(named)) return 'utf-8'
  const part = /^ISO-?8859-(1|2|3|4|9|10|13|14|15|16)$/i.exec(named)?.[1]
  if (part) return `iso-8859-${part}`
  const page = /^(?:microsoft-)?cp(125[0247])$/i.exec(named)?.[1]
  return page ? `windows-${page}` : null
}

const utf8 = (bytes: Uint8Array) => decoded(bytes, 'utf-8')

function latin(bytes: Uint8Array): string {
  return new TextDecoder('iso-8859-1').decode(bytes)
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export function refused(
  why: Extract<Fault, { kind: 'DictionaryRefused' }>['why'],
  name: string,
  encoding: string | null = null,
): Result<never, Fault> {
  return fail({ kind: 'DictionaryRefused', why, name, encoding })
}
