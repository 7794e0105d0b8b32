import type { Input } from '../../../shared/api/contract.ts'
import type { Rank } from '../../../shared/meeting/people.ts'
import type { Side, Wording } from '../../../shared/values.ts'

/* The offices of the sample are real, its people are invented. */

type AgencyName = 'ministry' | 'immigration' | 'cooperation' | 'embassy' | 'denpasar' | 'interior'
type OtherAgencyName = 'generalDepartment' | 'police'
export type SampleAgency = AgencyName | OtherAgencyName

export const sampleAgencies: Readonly<Record<SampleAgency, Omit<Input<'agency.put'>['agency'], 'id'>>> = {
  ministry: {
    side: 'IDN',
    level: 'ministry',
    name: {
      en: 'Ministry of Immigration and Corrections',
      id: 'Kementerian Imigrasi dan Pemasyarakatan',
    },
  },
  immigration: {
    side: 'IDN',
    level: 'directorateGeneral',
    name: { en: 'Directorate General of Immigration', id: 'Direktorat Jenderal Imigrasi' },
  },
  cooperation: {
    side: 'IDN',
    level: 'directorate',
    name: { en: 'Directorate of Immigration Cooperation', id: 'Direktorat Kerja Sama Keimigrasian' },
  },
  embassy: {
    side: 'IDN',
    level: 'embassy',
    name: {
      en: 'Embassy of the Republic of Indonesia in Phnom Penh',
      id: 'Kedutaan Besar Republik Indonesia di Phnom Penh',
    },
  },
  denpasar: {
    side: 'IDN',
    level: 'agency',
    name: { en: 'Denpasar Immigration Office', id: 'Kantor Imigrasi Denpasar' },
  },
  interior: {
    side: 'KHM',
    level: 'ministry',
    name: { en: 'Ministry of Interior', id: 'Kementerian Dalam Negeri', km: 'ក្រសួងមហាផ្ទៃ' },
  },
  generalDepartment: {
    side: 'KHM',
    level: 'directorateGeneral',
    name: {
      en: 'General Department of Immigration',
      id: 'Departemen Jenderal Imigrasi',
      km: 'អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍',
    },
  },
  police: {
    side: 'KHM',
    level: 'police',
    name: {
      en: 'General Commissariat of National Police',
      id: 'Komisariat Jenderal Kepolisian Nasional',
      km: 'អគ្គស្នងការដ្ឋាននគរបាលជាតិ',
    },
  },
}

export type SamplePerson =
  'wirawan' | 'lestari' | 'prasetya' | 'kusuma' | 'santoso' | 'dara' | 'sophea' | 'vannak' | 'rithy' | 'bopha'

type PersonContents = Omit<Input<'person.put'>['person'], 'id' | 'agencyId'> & {
  readonly agency: SampleAgency
}

export const samplePeople: Readonly<Record<SamplePerson, PersonContents>> = {
  wirawan: person(
    'IDN',
    'Mr.',
    'A. Wirawan',
    '',
    'cooperation',
    {
      en: 'Director for Immigration Cooperation',
      id: 'Direktur Kerja Sama Keimigrasian',
    },
    'director',
  ),
  lestari: person(
    'IDN',
    'Ms.',
    'Ratna Lestari',
    '',
    'cooperation',
    {
      en: 'Head of the Subdirectorate for Bilateral Cooperation',
      id: 'Kepala Subdirektorat Kerja Sama Bilateral',
    },
    'headOfSubdirectorate',
  ),
  prasetya: person(
    'IDN',
    'Mr.',
    'Bagus Prasetya',
    '',
    'immigration',
    {
      en: 'Head of the Section for Immigration Control',
      id: 'Kepala Seksi Pengawasan Keimigrasian',
    },
    'headOfSection',
  ),
  kusuma: person(
    'IDN',
    'Ms.',
    'Maya Kusuma',
    '',
    'embassy',
    {
      en: 'Second Secretary',
      id: 'Sekretaris Kedua',
    },
    'officer',
  ),
  santoso: person('IDN', 'Mr.', 'Santoso', '', 'ministry', { en: 'Interpreter', id: 'Juru bahasa' }),
  dara: person(
    'KHM',
    'H.E. General',
    'Sok Dara',
    'សុខ ដារ៉ា',
    'generalDepartment',
    {
      en: 'Director General',
      id: 'Direktur Jenderal',
      km: 'អគ្គនាយក',
    },
    'directorGeneral',
  ),
  sophea: person(
    'KHM',
    'Ms.',
    'Chan Sophea',
    'ចាន់ សុភា',
    'generalDepartment',
    {
      en: 'Deputy Director General',
      id: 'Wakil Direktur Jenderal',
      km: 'អគ្គនាយករង',
    },
    'director',
  ),
  vannak: person(
    'KHM',
    'Mr.',
    'Keo Vannak',
    'កែវ វណ្ណៈ',
    'interior',
    {
      en: 'Head of Department',
      id: 'Kepala Departemen',
      km: 'ប្រធាននាយកដ្ឋាន',
    },
    'director',
  ),
  rithy: person(
    'KHM',
    'Mr.',
    'Lim Rithy',
    'លឹម រិទ្ធី',
    'police',
    {
      en: 'Deputy Head of Department',
      id: 'Wakil Kepala Departemen',
      km: 'អនុប្រធាននាយកដ្ឋាន',
    },
    'headOfSubdirectorate',
  ),
  bopha: person('KHM', 'Ms.', 'Nhem Bopha', 'ញ៉ែម បុប្ផា', 'interior', {
    en: 'Interpreter',
    id: 'Juru bahasa',
    km: 'អ្នកបកប្រែ',
  }),
}

function person(
  side: Side,
  honorific: string,
  name: string,
  khmerName: string,
  agency: SampleAgency,
  title: Wording,
  rank: Rank | null = null,
): PersonContents {
  return { side, honorific, name, khmerName, agency, title, signsAs: '', rank }
}
