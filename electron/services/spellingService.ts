import type { Input, Output } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { countries } from '../../shared/meeting/countries.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SpellingDictionary, SpellingWord } from '../../shared/spelling.ts'
import { isOfTheTrade, type KnownWords, knownWords } from '../../shared/text/knownWords.ts'
import { normalForm } from '../../shared/text/spelling.ts'
import { type ComposedLanguage, Instant } from '../../shared/values.ts'
import { readDictionaryFiles, type DictionaryFiles } from '../store/dictionaryFiles.ts'
import type { OpenRecord, Speller } from './openRecord.ts'
import { notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** A dictionary that takes longer to try, in milliseconds, would take too long to load each time. */
const dictionaryDeadlineMs = 15_000

/** Which words of texts are right: by a dictionary, as words of the trade, as names of the record, by an officer. */
export function createSpellingService(
  { store, records }: ServiceDeps,
  { desktop, files, jobs, newSpeller }: OpenRecord,
) {
  const { spelling } = records
  let english: Speller | null = null
  let indonesian: { readonly of: string; readonly speller: Speller } | null = null
  let ofRecord: { readonly asOf: number; readonly knows: KnownWords } | null = null

  /** Null where the language has no dictionary. One that was chosen anew takes the place of the former. */
  function spellerOf(language: ComposedLanguage): Speller | null {
    if (language === 'en') return (english ??= newSpeller('english'))
    const dictionary = spelling.dictionary()
    const of = dictionary && `${dictionary.dic.sha256} ${dictionary.aff.sha256}`
    if (indonesian !== null && indonesian.of !== of) {
      indonesian.speller.end()
      indonesian = null
    }
    if (dictionary === null || of === null) return null
    indonesian ??= { of, speller: newSpeller(() => take(dictionary)) }
    return indonesian.speller
  }

  async function take({ name, dic, aff }: SpellingDictionary): Promise<Result<DictionaryFiles, Fault>> {
    const words = await files.take(dic)
    if (!words.ok) return words
    const rules = await files.take(aff)
    return rules.ok ? ok({ name, dic: words.value, aff: rules.value }) : rules
  }

  /** What the record knows by itself; put together anew after an act. */
  function isOfRecord(word: string): boolean {
    const asOf = store.auditHead().seq
    if (ofRecord?.asOf !== asOf) {
      const names = countries.flatMap(({ name, adjective }) => [name.en, name.id, adjective])
      const added = spelling.all().map((one) => one.word)
      ofRecord = { asOf, knows: knownWords([...names, ...added, ...spelling.names()]) }
    }
    return ofRecord.knows(word)
  }

  const isKnown = (word: string) => isOfTheTrade(word) || isOfRecord(word)

  return {
    async check({
      language,
      words,
    }: Input<'spelling.check'>): Promise<Result<Output<'spelling.check'>, Fault>> {
      const speller = spellerOf(language)
      if (speller === null) return ok({ checked: false, misspelt: [] })
      const unknown = words.filter((word) => !isKnown(word))
      if (unknown.length === 0) return ok({ checked: true, misspelt: [] })
      const misspelt = await speller.check(unknown)
      return misspelt.ok ? ok({ checked: true, misspelt: misspelt.value }) : misspelt
    },

    async suggest({ language, word }: Input<'spelling.suggest'>): Promise<Result<readonly string[], Fault>> {
      const speller = spellerOf(language)
      return speller === null || isKnown(word) ? ok([]) : await speller.suggest(word)
    },

    words: (): readonly SpellingWord[] => spelling.all(),

    addWord({ word: typed }: Input<'spelling.addWord'>): Writing<SpellingWord> {
      const word = normalForm(typed)
      if (spelling.find(word)) return fail({ kind: 'AlreadyThere', what: 'spellingWord' })
      const added: SpellingWord = {
        word,
        addedAt: Instant.parse(store.now()),
        addedBy: store.officer.name,
      }
      return store.change({ operation: 'spelling.addWord', about: word }, () => {
        spelling.add(added)
        return ok(added)
      })
    },

    removeWord({ word: typed }: Input<'spelling.removeWord'>): Writing<null> {
      const word = normalForm(typed)
      if (!spelling.find(word)) return notFound('spellingWord')
      return store.change({ operation: 'spelling.removeWord', about: word }, () => {
        spelling.remove(word)
        return ok(null)
      })
    },

    dictionary: (): SpellingDictionary | null => spelling.dictionary(),

    /**
     * Asks for a dictionary, tries it, and keeps its bytes before the record says that it has it. What cannot be used
     * is refused with `DictionaryRefused`, and the one that was there stays.
     */
    async chooseDictionary(
      _: Input<'spelling.chooseDictionary'>,
      { client }: Caller,
    ): Promise<Writing<SpellingDictionary | null>> {
      const path = await desktop.chooseOpenPath({ client, kind: 'dictionary' })
      if (path === null) return ok({ value: null, undo: null })
      const chosen = await readDictionaryFiles(path)
      if (!chosen.ok) return chosen
      const tried = await jobs.run('readDictionary', chosen.value, { deadlineMs: dictionaryDeadlineMs })
      if (!tried.ok) return asRefusal(tried.fault, chosen.value.name)
      const dic = await files.keep(chosen.value.dic)
      if (!dic.ok) return dic
      const aff = await files.keep(chosen.value.aff)
      if (!aff.ok) return aff
      if (!store.db.open) return fail({ kind: 'RecordLocked' }) // meanwhile
      const dictionary: SpellingDictionary = {
        name: chosen.value.name,
        ...tried.value,
        dic: dic.value,
        aff: aff.value,
        addedAt: Instant.parse(store.now()),
        addedBy: store.officer.name,
      }
      const detail = { dic: dic.value.sha256, aff: aff.value.sha256 }
      return store.change({ operation: 'spelling.chooseDictionary', about: dictionary.name, detail }, () => {
        spelling.putDictionary(dictionary)
        return ok(dictionary)
      })
    },

    /** The bytes stay: undo and copies of the record know them. */
    removeDictionary(): Writing<null> {
      const dictionary = spelling.dictionary()
      if (!dictionary) return notFound('dictionary')
      return store.change({ operation: 'spelling.removeDictionary', about: dictionary.name }, () => {
        spelling.removeDictionary()
        return ok(null)
      })
    },

    /** Lets go of the dictionaries; one that is asked for again is loaded anew. */
    end(): void {
      english?.end()
      indonesian?.speller.end()
      english = indonesian = null
    },
  }
}

/** A dictionary that was stopped while it was tried is too heavy for this computer. */
function asRefusal(fault: Fault, name: string): Result<never, Fault> {
  const isStopped = fault.kind === 'JobStopped' && fault.why !== 'cancelled'
  return fail(isStopped ? { kind: 'DictionaryRefused', why: 'tooHeavy', name, encoding: null } : fault)
}
