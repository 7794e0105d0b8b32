export const bracketKinds = [
  'alternative', // one of several wordings for one place
  'addition', // wording that one side wants in
  'deletion', // wording that one side wants out
  'clause', // a whole paragraph or article, or a remark on one
  'placeholder', // a blank to be filled: a date, a name
  'unclassified',
] as const
export type BracketKind = (typeof bracketKinds)[number]

export const bracketStates = ['open', 'reserve', 'agreedAdReferendum', 'agreed', 'withdrawn'] as const
export type BracketState = (typeof bracketStates)[number]

/** Who stands where on a bracketed wording. A side is an ISO 3166-1 alpha-3 code, or 'chair'. */
export type Attribution = {
  readonly sides: readonly string[] // who holds or proposes it, in the order written
  readonly reservedBy: readonly string[]
  readonly opposedBy: readonly string[]
  readonly state: BracketState
  readonly deletes: boolean
}

/** What nobody signed: open, no side. */
export const unattributed: Attribution = {
  sides: [],
  reservedBy: [],
  opposedBy: [],
  state: 'open',
  deletes: false,
}

type Part = { readonly as: 'sides' | 'reservedBy' | 'opposedBy'; readonly sides: readonly string[] }

const SIDE = String.raw`(?:[A-Z]{3}|(?:[Cc]o-)?[Cc]hairs?|[Kk]etua(?: [Bb]ersama)?|ប្រធាន)`
const SIDES = String.raw`${SIDE}(?:(?: ?[,/&+] ?| and | dan | និង )${SIDE}){0,7}`
const POSSESSIVE = String.raw`(?:['’]s?)?`
const ADJECTIVE = String.raw`(?:scrutiny )?`
const VERBS: readonly (readonly [pattern: string, as: Part['as'], deletes: boolean])[] = [
  ['(?:reserves?|reservation|scrutiny reservation|mencadangkan|reservasi)', 'reservedBy', false],
  ['(?:opposes?|menolak|keberatan)', 'opposedBy', false],
  ['(?:deletes?|deletion|to delete|menghapus|hapus)', 'sides', true],
  ['(?:proposes?|proposal|supports?|mengusulkan|usul|mendukung)', 'sides', false],
]
const STATES: readonly (readonly [RegExp, BracketState])[] = [
  [/^(?:agreed|disepakati) ad ref(?:\.|erendum)?$/i, 'agreedAdReferendum'],
  [/^ad ref(?:\.|erendum)?$/i, 'agreedAdReferendum'],
  [/^(?:agreed|disepakati)$/i, 'agreed'],
  [/^(?:withdrawn|ditarik)$/i, 'withdrawn'],
]

const onlySides = new RegExp(`^(${SIDES})$`, 'u')
const verbLast = VERBS.map(
  ([verb, as, deletes]) =>
    [new RegExp(`^(${SIDES})${POSSESSIVE} ${ADJECTIVE}${verb}$`, 'u'), as, deletes] as const,
)
const verbFirst = new RegExp(
  `^(?:[Uu]sul(?:an)?|[Pp]roposed by|[Pp]roposal of|[Dd]iusulkan oleh|សំណើរបស់) ?(${SIDES})$`,
  'u',
)
const LONGEST = 160

/**
 * Reads an attribution without its round brackets or colon: 'IDN', 'KHM; IDN reserves', "Chair's proposal",
 * 'usul Ketua', 'agreed ad ref'. Null where a single part is anything else, so that words are never taken for it.
 *
 * Source: usual forms of bracketed negotiating texts, English and Indonesian.
 */
export function readAttribution(words: string): Attribution | null {
  if (words.length > LONGEST) return null
  let result = unattributed
  for (const piece of words.split(';')) {
    const part = piece.trim()
    const state = STATES.find(([form]) => form.test(part))?.[1]
    if (state) {
      result = { ...result, state }
      continue
    }
    const bare = onlySides.exec(part) ?? verbFirst.exec(part)
    if (bare) {
      result = { ...result, sides: [...result.sides, ...sideCodes(bare[1])] }
      continue
    }
    const spoken = verbLast.find(([form]) => form.test(part))
    const match = spoken?.[0].exec(part)
    if (!spoken || !match) return null
    const [, as, deletes] = spoken
    result = {
      ...result,
      [as]: [...result[as], ...sideCodes(match[1])],
      deletes: result.deletes || deletes,
    }
  }
  if (result.reservedBy.length > 0 && result.state === 'open') result = { ...result, state: 'reserve' }
  return result
}

/** Whether it says more than who: a reservation, an agreement; such a bracket needs no words of the text. */
export function isStatement(attribution: Pick<Attribution, 'state' | 'opposedBy'>): boolean {
  return attribution.state !== 'open' || attribution.opposedBy.length > 0
}

/**
 * Writes an attribution as it stands between round brackets, in English or Indonesian; '' where nobody signed.
 * `readAttribution` reads it back to the same.
 */
export function writeAttribution(attribution: Attribution, language: 'en' | 'id'): string {
  const english = language === 'en'
  const names = (sides: readonly string[]) =>
    sides.map((side) => (side === 'chair' ? (english ? 'Chair' : 'Ketua') : side)).join(', ')
  const parts: string[] = []
  if (attribution.sides.length > 0) {
    parts.push(
      attribution.deletes
        ? `${names(attribution.sides)} ${english ? 'deletes' : 'menghapus'}`
        : names(attribution.sides),
    )
  }
  if (attribution.reservedBy.length > 0)
    parts.push(`${names(attribution.reservedBy)} ${english ? 'reserves' : 'mencadangkan'}`)
  if (attribution.opposedBy.length > 0)
    parts.push(`${names(attribution.opposedBy)} ${english ? 'opposes' : 'menolak'}`)
  const states = {
    open: null,
    reserve: null, // said by who reserves
    agreedAdReferendum: english ? 'agreed ad ref' : 'disepakati ad ref',
    agreed: english ? 'agreed' : 'disepakati',
    withdrawn: english ? 'withdrawn' : 'ditarik',
  } satisfies Record<BracketState, string | null>
  const state = states[attribution.state]
  if (state) parts.push(state)
  return parts.join('; ')
}

function sideCodes(written = ''): readonly string[] {
  return written
    .split(/ ?[,/&+] ?| and | dan | និង /u)
    .map((side) => (/^[A-Z]{3}$/.test(side) ? side : 'chair'))
}
