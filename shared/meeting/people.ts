import { z } from 'zod'
import { AgencyId, PersonId } from '../ids.ts'
import { CalendarDate, FilledWording, filledLine, type Language, line, Side, Wording } from '../values.ts'

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
  /** The last day on which it was an office of that name; null: it still is. Old papers keep it. */
  endedOn: CalendarDate.nullable(),
})
export type Agency = z.infer<typeof Agency>

/**
 * The rank that decides the order of protocol, from the highest; for a counterpart the one that comes nearest.
 * Source: the four echelons of Indonesian offices (UU 5/2014 and its implementing rules name them by function).
 */
export const Rank = z.enum([
  'minister',
  'viceMinister',
  'ambassador',
  'directorGeneral',
  'director',
  'headOfSubdirectorate',
  'headOfSection',
  'officer',
])
export type Rank = z.infer<typeof Rank>

/** How many offices of one person are kept. */
export const mostPosts = 40

/** An office that a person held for a time, holds, or will hold. */
export const Post = z.strictObject({
  title: FilledWording,
  agencyId: AgencyId.nullable(),
  /** The first day of it; null: not known, or always. */
  from: CalendarDate.nullable(),
  /** The last day of it; null: it goes on. */
  to: CalendarDate.nullable(),
  /** Held for another until he is back or appointed: "Plt." in Indonesian, "a.i." elsewhere. */
  acting: z.boolean(),
})
export type Post = z.infer<typeof Post>

/** A person who may sit on a delegation. Names are kept as written: no splitting into first and last. */
export const Person = z.strictObject({
  id: PersonId,
  side: Side,
  /** "Mr.", "H.E. General"; stands before the name in documents. */
  honorific: line(60),
  name: filledLine(160),
  /** The same name in Khmer script, empty if there is none. */
  khmerName: line(160),
  /** The office held, in each language, and its agency: on every day for which `posts` has none. */
  title: Wording,
  agencyId: AgencyId.nullable(),
  /** As it stands under a signature ("SOK DARA"); empty: the name in capitals. */
  signsAs: line(160),
  rank: Rank.nullable(),
  /** The last day on which he could sit on a delegation; null: he still can. Old papers keep him. */
  endedOn: CalendarDate.nullable(),
  /** Offices with their time, in the order in which they were entered. */
  posts: z.array(Post).max(mostPosts).readonly(),
})
export type Person = z.infer<typeof Person>

/** The office of a person on one day, as his seat on a delegation takes it. */
export type PostThen = Pick<Post, 'title' | 'agencyId'>

/**
 * The office that a person holds on a day: of the posts that cover it the one that began last, one without a beginning
 * counting as the first. Where none covers it, the office without dates. What is held for another says so in its title.
 */
export function postOn(
  { title, agencyId, posts }: Pick<Person, 'title' | 'agencyId' | 'posts'>,
  day: CalendarDate,
): PostThen {
  const [post] = posts
    .filter((post) => covers(post, day))
    .toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? 1 : -1))
  if (!post) return { title, agencyId }
  return { title: post.acting ? actingTitle(post.title) : post.title, agencyId: post.agencyId }
}

/** Whether a post is held on a day; its first and last day are of it. */
export function covers({ from, to }: Pick<Post, 'from' | 'to'>, day: CalendarDate): boolean {
  return (from === null || from <= day) && (to === null || to >= day)
}

/** Whether somebody or something that ended on `endedOn` was still there on a day. */
export function isThereOn(
  { endedOn }: { readonly endedOn: CalendarDate | null },
  day: CalendarDate,
): boolean {
  return endedOn === null || endedOn >= day
}

/** A title with what each language says for an office that is held for another; where it says so already, as it is. */
export function actingTitle(title: Wording): Wording {
  const written = Object.entries(title) as readonly (readonly [Language, string | undefined])[]
  return Object.fromEntries(
    written.flatMap(([language, words]) => {
      if (!words?.trim()) return []
      return [[language, acting[language].said.test(words) ? words : acting[language].of(words)]]
    }),
  )
}

const acting: Readonly<Record<Language, { readonly said: RegExp; readonly of: (title: string) => string }>> =
  {
    id: { said: /\b(Plt|Plh|Pjs)\b/i, of: (title) => `Plt. ${title}` },
    en: { said: /\bacting\b|\ba\.\s?i\./i, of: (title) => `${title} a.i.` },
    km: { said: /ស្តីទី/, of: (title) => `${title}ស្តីទី` },
  }
