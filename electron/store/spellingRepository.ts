import type Database from 'better-sqlite3'
import { SpellingDictionary, SpellingWord } from '../../shared/spelling.ts'
import { fromJson, parsed } from './rows.ts'

type WordRow = { readonly word: string; readonly added_at: string; readonly added_by: string }

type DictionaryRow = {
  readonly name: string
  readonly words: number
  readonly encoding: string
  readonly dic_sha256: string
  readonly dic_bytes: number
  readonly aff_sha256: string
  readonly aff_bytes: number
  readonly added_at: string
  readonly added_by: string
}

/** Words that officers added, the Indonesian dictionary, and the names that the record knows. */
export function createSpellingRepository(db: Database.Database) {
  const insert = db.prepare<WordRow>(
    'INSERT INTO spelling_word (word, added_at, added_by) VALUES (@word, @added_at, @added_by)',
  )
  const selectWord = db.prepare<[string], WordRow>(
    'SELECT word, added_at, added_by FROM spelling_word WHERE word = ?',
  )
  const selectWords = db.prepare<[], WordRow>(
    `SELECT word, added_at, added_by FROM spelling_word WHERE word > '' ORDER BY word`,
  )
  const remove = db.prepare<[string]>('DELETE FROM spelling_word WHERE word = ?')
  const upsertDictionary = db.prepare<DictionaryRow>(`
    INSERT INTO spelling_dictionary
      (language, name, words, encoding, dic_sha256, dic_bytes, aff_sha256, aff_bytes, added_at, added_by)
    VALUES
      ('id', @name, @words, @encoding, @dic_sha256, @dic_bytes, @aff_sha256, @aff_bytes, @added_at, @added_by)
    ON CONFLICT (language) DO UPDATE SET
      name = @name, words = @words, encoding = @encoding, dic_sha256 = @dic_sha256, dic_bytes = @dic_bytes,
      aff_sha256 = @aff_sha256, aff_bytes = @aff_bytes, added_at = @added_at, added_by = @added_by`)
  const selectDictionary = db.prepare<[], DictionaryRow>(`
    SELECT name, words, encoding, dic_sha256, dic_bytes, aff_sha256, aff_bytes, added_at, added_by
    FROM spelling_dictionary WHERE language = 'id'`)
  const removeDictionary = db.prepare(`DELETE FROM spelling_dictionary WHERE language = 'id'`)
  const selectNames = db.prepare<[], string>(`SELECT name FROM person WHERE id > ''`).pluck()
  const selectWordings = [
    `SELECT name FROM agency WHERE id > ''`,
    `SELECT name FROM series WHERE id > ''`,
    `SELECT title FROM mou WHERE id > ''`,
    `SELECT title FROM person WHERE id > ''`,
  ].map((sql) => db.prepare<[], string>(sql).pluck())
  const selectForms = db.prepare<[], string>(`SELECT forms FROM term WHERE id > ''`).pluck()

  return {
    add: ({ word, addedAt, addedBy }: SpellingWord): void =>
      void insert.run({ word, added_at: addedAt, added_by: addedBy }),
    find: (word: string): SpellingWord | null => {
      const row = selectWord.get(word)
      return row ? toWord(row) : null
    },
    /** By the order of their letters' codes. */
    all: (): readonly SpellingWord[] => selectWords.all().map(toWord),
    remove: (word: string): void => void remove.run(word),

    putDictionary: ({ dic, aff, addedAt, addedBy, ...rest }: SpellingDictionary): void =>
      void upsertDictionary.run({
        ...rest,
        dic_sha256: dic.sha256,
        dic_bytes: dic.bytes,
        aff_sha256: aff.sha256,
        aff_bytes: aff.bytes,
        added_at: addedAt,
        added_by: addedBy,
      }),
    dictionary: (): SpellingDictionary | null => {
      const row = selectDictionary.get()
      return row ? toDictionary(row) : null
    },
    removeDictionary: (): void => void removeDictionary.run(),

    /** What people, agencies, series and memoranda are called, and the forms of terms that are to be used. */
    names: (): readonly string[] => [
      ...selectNames.all(),
      ...selectWordings.flatMap((select) => select.all()).flatMap(wordingsIn),
      ...selectForms.all().flatMap(formsIn),
    ],
  }
}

function wordingsIn(column: string): readonly string[] {
  return Object.values(fromJson(column) as Readonly<Record<string, string>>)
}

function formsIn(column: string): readonly string[] {
  const forms = fromJson(column) as Readonly<Record<string, { readonly use: readonly string[] }>>
  return Object.values(forms).flatMap(({ use }) => use)
}

function toWord({ word, added_at, added_by }: WordRow): SpellingWord {
  return parsed('spelling word', SpellingWord, { word, addedAt: added_at, addedBy: added_by })
}

function toDictionary(row: DictionaryRow): SpellingDictionary {
  return parsed('spelling dictionary', SpellingDictionary, {
    name: row.name,
    words: row.words,
    encoding: row.encoding,
    dic: { sha256: row.dic_sha256, bytes: row.dic_bytes },
    aff: { sha256: row.aff_sha256, bytes: row.aff_bytes },
    addedAt: row.added_at,
    addedBy: row.added_by,
  })
}
