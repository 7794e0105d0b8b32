import type { Result } from '../result.ts'
import { fail, ok } from '../result.ts'
import type { TextProblem } from './problems.ts'

/** The version of the text schema that this program writes. A stored text and its steps carry it. */
export const schemaVersion = 4

/** Turns the JSON of a text from one version into the next; pure, never in place. */
type TextUpgrade = (json: unknown) => unknown

/**
 * 1 to 2: chapters, annexes, counted numbers, levels of letters, links to clauses, and since when a bracket stands.
 * What a text of version 1 does not say is the default of each, so its numbers stay as typed. Positions stay, so
 * its steps fit as before.
 */
const toVersion2: TextUpgrade = (json) => json

/**
 * 2 to 3: whose position a paragraph states, what a figure said when it was put in, references to articles of an
 * instrument. What a text of version 2 does not say is the default of each. Positions stay.
 */
const toVersion3: TextUpgrade = (json) => json

/** 3 to 4: decisions and actions that are named in the line. No text of version 3 has any. Positions stay. */
const toVersion4: TextUpgrade = (json) => json

/** The upgrade at index 0 leads from version 1 to 2, and so on; never edited once released. */
const upgrades: readonly TextUpgrade[] = [toVersion2, toVersion3, toVersion4]

/**
 * Brings the stored JSON of a text to `schemaVersion`; `parseText` then checks it. A text of a newer program is
 * refused, since what this one does not know it could only lose.
 */
export function upgradeText(json: unknown, version: unknown): Result<unknown, TextProblem> {
  return upgradeAlong(upgrades, json, version)
}

/** `upgradeText` along any list of upgrades; the newest version is one more than their number. */
export function upgradeAlong(
  along: readonly TextUpgrade[],
  json: unknown,
  version: unknown,
): Result<unknown, TextProblem> {
  const known = along.length + 1
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail({ kind: 'unknownVersion' })
  if (version > known) return fail({ kind: 'newerVersion', version, known })
  return ok(along.slice(version - 1).reduce((text, upgrade) => upgrade(text), json))
}
