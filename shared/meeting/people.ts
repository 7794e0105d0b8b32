import { z } from 'zod'
import { AgencyId, PersonId } from '../ids.ts'
import { FilledWording, filledLine, line, Side, Wording } from '../values.ts'

/** The level of an agency decides what it may sign: an agreement between ministries is not one of directorates. */
export const AgencyLevel = z.enum([
  'ministry',
  'directorateGeneral',
  'directorate',
  'police',
  'embassy',
  'agency',
])
export type AgencyLevel = z.infer<typeof AgencyLevel>

/** An office of a side, with its name in each language in which it is written. */
export const Agency = z.strictObject({
  id: AgencyId,
  side: Side,
  name: FilledWording,
  level: AgencyLevel,
})
export type Agency = z.infer<typeof Agency>

/** A person who may sit on a delegation. Names are kept as written: no splitting into first and last. */
export const Person = z.strictObject({
  id: PersonId,
  side: Side,
  /** "Mr.", "H.E. General"; stands before the name in documents. */
  honorific: line(60),
  name: filledLine(160),
  /** The same name in Khmer script, empty if there is none. */
  khmerName: line(160),
  /** The office held, in each language. */
  title: Wording,
  agencyId: AgencyId.nullable(),
  /** As it stands under a signature ("SOK DARA"); empty: the name in capitals. */
  signsAs: line(160),
})
export type Person = z.infer<typeof Person>
