import { fold } from '../fold.ts'
import type { Side } from '../values.ts'
import { countries } from './countries.ts'

/**
 * The country that a cell of a list means: by its name in Indonesian, English or Khmer, the adjective, the codes of
 * ISO 3166-1, or as ministries write it: "RI", "Republik Indonesia", "Delegasi Kamboja", "Royal Government of
 * Cambodia". Case, accents and points do not matter. Null: none that the program knows, or not one alone.
 */
export function countryNamed(words: string): Side | null {
  return known.get(keyOf(words)) ?? known.get(bare(keyOf(words))) ?? null
}

function keyOf(words: string): string {
  return fold(words).replace(/[.()]/g, '').replace(/[-–]/g, ' ').replace(/\s+/g, ' ').trim()
}

/** Without what stands around the name of a country: the delegation, the side, the form of the state. */
function bare(key: string): string {
  const before =
    /^(?:the|delegasi|delegation|delegates|pihak|sisi|side|party|pemerintah|royal|government|republik|republic|kerajaan|kingdom|negara|union|uni|commonwealth|sultanate|people's|socialist|democratic|rakyat|sosialis|demokratik|of|ប្រទេស|គណៈប្រតិភូ|ភាគី)\s+/
  const behind = /\s+(?:delegation|side|party|government)$/
  let rest = key.replace(/^(?:ប្រទេស|គណៈប្រតិភូ|ភាគី)/, '')
  for (let shorter = ''; shorter !== rest;) {
    shorter = rest
    if (known.has(rest)) return rest
    rest = rest.replace(before, '').replace(behind, '')
  }
  return rest
}

/** Codes of two letters (ISO 3166-1 alpha-2), and how else Indonesian and English papers name these countries. */
const alsoCalled: Readonly<Record<Side, readonly string[]>> = {
  IDN: ['id', 'ri', 'nkri', 'wni'],
  KHM: ['kh', 'khmer', 'campuchea', 'kampuchea', 'rgc', 'kamboja/cambodia'],
  AUS: ['au'],
  BRN: ['bn', 'brunei'],
  CHN: [
    'cn',
    'rrt',
    'prc',
    'cina',
    'tiongkok/cina',
    "people's republic of china",
    'republik rakyat tiongkok',
  ],
  IND: ['in'],
  JPN: ['jp'],
  KOR: ['kr', 'rok', 'korea selatan', 'south korea', 'korea'],
  LAO: ['la', 'lao', 'laos', 'lpdr', "lao people's democratic republic"],
  MMR: ['mm', 'burma'],
  MYS: ['my'],
  NLD: ['nl', 'holland', 'dutch'],
  NZL: ['nz'],
  PHL: ['ph', 'the philippines', 'filipino'],
  PNG: ['pg', 'papua nugini'],
  SAU: ['sa', 'ksa', 'saudi arabia', 'arab saudi', 'saudi arabian'],
  SGP: ['sg', 'singapore'],
  THA: ['th', 'thai', 'muangthai'],
  TLS: ['tl', 'timor leste', 'east timor', 'rdtl'],
  ARE: ['ae', 'uae', 'uea', 'pea', 'persatuan emirat arab'],
  GBR: ['gb', 'uk', 'inggris', 'great britain', 'england'],
  USA: ['us', 'usa', 'as', 'amerika', 'american', 'united states of america', 'united states'],
  VNM: ['vn', 'vietnam', 'viet namese', 'srv'],
}

const known: ReadonlyMap<string, Side> = new Map(
  countries.flatMap(({ code, name, adjective }) =>
    [code, ...Object.values(name), adjective, ...(alsoCalled[code] ?? [])].map(
      (words) => [keyOf(words), code] as const,
    ),
  ),
)
