import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { DictionaryFiles } from '../store/dictionaryFiles.ts'
import { createKeptWorker } from './createKeptWorker.ts'
import type { SpellingOrder } from './spellWords.ts'

/** All in milliseconds. A dictionary that was taken had less time to load than this. */
const loadWithin = 30_000
const checkWithin = 5_000
const suggestWithin = 3_000
/** A dictionary that is ready holds 50 MB and more; loading it again takes half a second. */
const idleFor = 300_000
const memoryLimitMb = 512

/** The English dictionary of the program, or the files of another, taken when they are needed. */
export type DictionarySource = 'english' | (() => Promise<Result<DictionaryFiles, Fault>>)

/** Checks words in a worker that keeps one dictionary, until it ends. Faults: `JobStopped`, and those of the source. */
export function createSpeller(entry: string | URL, source: DictionarySource) {
  const worker = createKeptWorker<SpellingOrder, readonly string[]>({
    entry,
    name: 'spellWords',
    async first() {
      if (source === 'english') return ok({ kind: 'english' })
      const files = await source()
      return files.ok ? ok({ kind: 'indonesian', files: files.value }) : files
    },
    firstDeadlineMs: loadWithin,
    memoryLimitMb,
    idleMs: idleFor,
  })
  return {
    /** Those of the words that the dictionary does not know. */
    check: (words: readonly string[]) => worker.ask({ kind: 'check', words }, checkWithin),
    suggest: (word: string) => worker.ask({ kind: 'suggest', word }, suggestWithin),
    end: worker.end,
  }
}
