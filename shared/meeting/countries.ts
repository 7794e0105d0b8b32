import type { Language, Side } from '../values.ts'

/** A country as documents name it: its own name, and the adjective that goes before "delegation". */
type Country = {
  readonly code: Side
  readonly name: Readonly<Record<Language, string>>
  /** "Indonesian" in English; Indonesian documents say "Delegasi Indonesia", so the name serves there. */
  readonly adjective: string
  readonly zones: readonly string[]
}

/** Indonesia's neighbours and usual counterparts. Khmer names after the usage of Cambodia's foreign ministry. */
export const countries: readonly Country[] = [
  country('IDN', 'Indonesia', 'Indonesia', 'ឥណ្ឌូនេស៊ី', 'Indonesian', [
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Jayapura',
  ]),
  country('KHM', 'Cambodia', 'Kamboja', 'កម្ពុជា', 'Cambodian', ['Asia/Phnom_Penh']),
  country('AUS', 'Australia', 'Australia', 'អូស្ត្រាលី', 'Australian', ['Australia/Sydney', 'Australia/Perth']),
  country('BRN', 'Brunei Darussalam', 'Brunei Darussalam', 'ប្រ៊ុយណេ', 'Bruneian', ['Asia/Brunei']),
  country('CHN', 'China', 'Tiongkok', 'ចិន', 'Chinese', ['Asia/Shanghai']),
  country('IND', 'India', 'India', 'ឥណ្ឌា', 'Indian', ['Asia/Kolkata']),
  country('JPN', 'Japan', 'Jepang', 'ជប៉ុន', 'Japanese', ['Asia/Tokyo']),
  country('KOR', 'Republic of Korea', 'Republik Korea', 'កូរ៉េ', 'Korean', ['Asia/Seoul']),
  country('LAO', 'Lao PDR', 'Laos', 'ឡាវ', 'Lao', ['Asia/Vientiane']),
  country('MMR', 'Myanmar', 'Myanmar', 'មីយ៉ាន់ម៉ា', 'Myanmar', ['Asia/Yangon']),
  country('MYS', 'Malaysia', 'Malaysia', 'ម៉ាឡេស៊ី', 'Malaysian', ['Asia/Kuala_Lumpur']),
  country('NLD', 'Netherlands', 'Belanda', 'ហូឡង់', 'Netherlands', ['Europe/Amsterdam']),
  country('NZL', 'New Zealand', 'Selandia Baru', 'នូវែលសេឡង់', 'New Zealand', ['Pacific/Auckland']),
  country('PHL', 'Philippines', 'Filipina', 'ហ្វីលីពីន', 'Philippine', ['Asia/Manila']),
  country('PNG', 'Papua New Guinea', 'Papua Nugini', 'ប៉ាពួញូហ្គីណេ', 'Papua New Guinean', [
    'Pacific/Port_Moresby',
  ]),
  country('SAU', 'Saudi Arabia', 'Arab Saudi', 'អារ៉ាប៊ីសាអូឌីត', 'Saudi', ['Asia/Riyadh']),
  country('SGP', 'Singapore', 'Singapura', 'សិង្ហបុរី', 'Singaporean', ['Asia/Singapore']),
  country('THA', 'Thailand', 'Thailand', 'ថៃ', 'Thai', ['Asia/Bangkok']),
  country('TLS', 'Timor-Leste', 'Timor-Leste', 'ទីម័រខាងកើត', 'Timorese', ['Asia/Dili']),
  country('ARE', 'United Arab Emirates', 'Uni Emirat Arab', 'អារ៉ាប់រួម', 'Emirati', ['Asia/Dubai']),
  country('GBR', 'United Kingdom', 'Britania Raya', 'ចក្រភពអង់គ្លេស', 'British', ['Europe/London']),
  country('USA', 'United States', 'Amerika Serikat', 'សហរដ្ឋអាមេរិក', 'United States', ['America/New_York']),
  country('VNM', 'Viet Nam', 'Viet Nam', 'វៀតណាម', 'Vietnamese', ['Asia/Ho_Chi_Minh']),
]

/** The country of a side; one that the table does not know goes by its code. */
export function countryOf(side: Side): Country {
  return countries.find(({ code }) => code === side) ?? country(side, side, side, side, side, [])
}

function country(
  code: Side,
  en: string,
  id: string,
  km: string,
  adjective: string,
  zones: readonly string[],
): Country {
  return { code, name: { en, id, km }, adjective, zones }
}
