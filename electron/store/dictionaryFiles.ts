import { readdir } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { largestDictionaryFile } from '../../shared/spelling.ts'
import { readForeignFile } from './foreignFile.ts'

/** The two files of a dictionary of Hunspell: its words, and how they are inflected. */
export type DictionaryFiles = {
  readonly name: string // of the file with the words
  readonly dic: Uint8Array
  readonly aff: Uint8Array
}

/**
 * Reads a dictionary of which either file was chosen; the other has the same name with its own extension, whatever
 * the case, and lies beside it. Faults: `DictionaryRefused`, `FileUnreadable`.
 */
export async function readDictionaryFiles(path: string): Promise<Result<DictionaryFiles, Fault>> {
  const name = basename(path)
  const kind = extname(name).toLowerCase()
  if (kind !== '.dic' && kind !== '.aff') return refused('notDictionary', name)
  const otherKind = kind === '.dic' ? '.aff' : '.dic'
  const other = await beside(path, otherKind)
  if (other === null) return refused(otherKind === '.aff' ? 'noAffixes' : 'noWords', name)
  const [dicPath, affPath] = kind === '.dic' ? [path, other] : [other, path]
  const dic = await readLimited(dicPath)
  if (!dic.ok) return dic
  const aff = await readLimited(affPath)
  if (!aff.ok) return aff
  return ok({ name: dic.value.name, dic: dic.value.bytes, aff: aff.value.bytes })
}

async function beside(path: string, kind: string): Promise<string | null> {
  const folder = dirname(path)
  const stem = basename(path, extname(path)).toLowerCase()
  const names = await readdir(folder).catch(() => [])
  const found = names.find((name) => name.toLowerCase() === stem + kind)
  return found === undefined ? null : join(folder, found)
}

async function readLimited(path: string) {
  const file = await readForeignFile(path, largestDictionaryFile)
  if (file.ok || file.fault.kind !== 'DocxRefused') return file
  return refused('tooLarge', file.fault.name)
}

function refused(
  why: Extract<Fault, { kind: 'DictionaryRefused' }>['why'],
  name: string,
): Result<never, Fault> {
  return fail({ kind: 'DictionaryRefused', why, name, encoding: null })
}
