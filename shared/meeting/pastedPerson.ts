import { z } from 'zod'
import { PersonId } from '../ids.ts'
import { line, Side } from '../values.ts'
import { Person } from './people.ts'

/** How many rows one list may have. */
export const mostPasted = 2_000

/**
 * One row of a list of people, as it is to get into the record: a new person, or changes of one who is there. What is
 * empty of a row changes nothing of a person who is there.
 */
export const PastedPerson = z.strictObject({
  personId: PersonId.nullable(),
  side: Side,
  honorific: Person.shape.honorific,
  name: Person.shape.name,
  khmerName: Person.shape.khmerName,
  title: Person.shape.title,
  /** The agency by a name of it; empty: the list says none. */
  agency: line(2_000),
})
export type PastedPerson = z.infer<typeof PastedPerson>

export const AlikePerson = z.strictObject({ person: Person, likeness: z.enum(['same', 'near']) })
export type AlikePerson = z.infer<typeof AlikePerson>

/** Two people of the record who may be one. */
export const DoublePerson = z.strictObject({ one: Person, other: Person, likeness: z.enum(['same', 'near']) })
export type DoublePerson = z.infer<typeof DoublePerson>
