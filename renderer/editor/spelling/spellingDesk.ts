import type { Client } from '../../../shared/api/client.ts'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { Result } from '../../../shared/result.ts'
import { mostAsked } from '../../../shared/spelling.ts'
import type { SpelledWord } from '../../../shared/text/spelling.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { createStore, type Store } from '../../api/store.ts'

type Word = Pick<SpelledWord, 'word' | 'whole' | 'language'>

/** What this window knows of the spelling of words. */
export type SpellingDesk = {
  /** Whether spelling is checked on this computer. */
  readonly isOn: Store<boolean>
  /** Counts up whenever more or something else is known. */
  readonly turn: Store<number>
  readonly isMisspelt: (word: Word) => boolean
  /**
   * Asks about those words of which nothing certain is known; what went wrong, or null. After a fault a language is left
   * alone for a minute, unless `insist`.
   */
  readonly learn: (words: readonly Word[], insist?: boolean) => Promise<Fault | null>
  readonly suggest: (word: Word) => Promise<Result<readonly string[], Fault>>
  /** Lets a word pass until the record is locked. */
  readonly ignore: (word: string) => void
  /** Whether a language was found to have no dictionary. */
  readonly isUnchecked: (language: ComposedLanguage) => boolean
}

type Known = { readonly misspelt: boolean; readonly asOf: number }

/** More words than any text has; beyond it everything is asked anew. */
const mostKept = 50_000
/** In milliseconds. */
const restFor = 60_000

const desks = new WeakMap<Client, SpellingDesk>()

/** The desk of a window: one for each client, so that what was asked for one text is known in the next. */
export function spellingDeskOf(client: Client): SpellingDesk {
  const there = desks.get(client) ?? createSpellingDesk(client)
  desks.set(client, there)
  return there
}

export function createSpellingDesk(client: Client, now = () => Date.now()): SpellingDesk {
  const isOn = createStore(false)
  const turn = createStore(0)
  const known = new Map<string, Known>()
  const ignored = new Set<string>()
  const unchecked = new Set<ComposedLanguage>()
  const restsUntil = new Map<ComposedLanguage, number>()
  /** Counts up with each change of what words are right: what is known from before is shown until it is asked anew. */
  let asOf = 0
  let turnOfAsking: Promise<unknown> = Promise.resolve()

  const say = () => turn.set(turn.get() + 1)
  const keyOf = (word: string, language: ComposedLanguage) => `${language} ${word}`
  const isCertain = (word: string, language: ComposedLanguage) =>
    known.get(keyOf(word, language))?.asOf === asOf

  function forget(): void {
    known.clear()
    ignored.clear()
    changed()
  }

  function changed(): void {
    asOf += 1
    unchecked.clear()
    restsUntil.clear()
    say()
  }

  async function ask(language: ComposedLanguage, words: readonly string[]): Promise<Fault | null> {
    const begun = asOf
    const reply = await client.call('spelling.check', { language, words: [...words] })
    if (!reply.ok) {
      restsUntil.set(language, now() + restFor)
      return reply.fault
    }
    if (begun !== asOf) return null // it is asked again with the next look
    if (!reply.value.checked) unchecked.add(language)
    if (known.size + words.length > mostKept) known.clear()
    const misspelt = new Set(reply.value.misspelt)
    for (const word of words) known.set(keyOf(word, language), { misspelt: misspelt.has(word), asOf })
    return null
  }

  async function learnNow(words: readonly Word[], insist: boolean): Promise<Fault | null> {
    let learnt = false
    for (const language of ['en', 'id'] as const) {
      if (unchecked.has(language) || (!insist && (restsUntil.get(language) ?? 0) > now())) continue
      const ofLanguage = words.filter((word) => word.language === language)
      const wanted = [
        ...new Set(ofLanguage.flatMap(({ word, whole }) => (whole === null ? [word] : [word, whole]))),
      ].filter((word) => !isCertain(word, language))
      for (let at = 0; at < wanted.length; at += mostAsked) {
        const fault = await ask(language, wanted.slice(at, at + mostAsked))
        if (fault) return fault
        learnt = true
        if (unchecked.has(language)) break
      }
    }
    if (learnt) say()
    return null
  }

  function heard(event: AppEvent): void {
    if (event.kind === 'settingsChanged') isOn.set(event.settings.spelling)
    if (event.kind === 'recordChanged' && CHANGES_WORDS.test(event.operation)) changed()
    if (event.kind === 'recordStateChanged') void lookAtRecord()
  }

  async function lookAtRecord(): Promise<void> {
    const state = await client.call('record.state', {})
    if (state.ok && state.value.status !== 'open') forget()
  }

  client.listen(heard)
  void client.call('settings.read', {}).then((reply) => {
    if (reply.ok) isOn.set(reply.value.spelling)
  })

  return {
    isOn,
    turn,
    isMisspelt({ word, whole, language }) {
      if (ignored.has(word) || unchecked.has(language)) return false
      const is = (one: string) => known.get(keyOf(one, language))?.misspelt === true
      return is(word) && (whole === null || is(whole))
    },
    learn(words, insist = false) {
      // One after the other: what the first asks for the second need not ask again.
      const learning = turnOfAsking.then(() => learnNow(words, insist))
      turnOfAsking = learning.catch(() => {})
      return learning
    },
    suggest: ({ word, language }) => client.call('spelling.suggest', { language, word }),
    ignore(word) {
      ignored.add(word)
      say()
    },
    isUnchecked: (language) => unchecked.has(language),
  }
}

/** Writes after which other words may be right: of spelling, of names, and what takes an act back. */
const CHANGES_WORDS = /^(?:spelling|person|agency|series|term|mou|history)\./
