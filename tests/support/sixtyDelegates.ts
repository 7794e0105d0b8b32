import type { Delegate } from '../../shared/meeting/meeting.ts'
import { delegate, doc, nusaDua, paragraph, type RecordOfMeeting, text, textId } from './nusaDua.ts'

const given = ['Ratna', 'Bagus', 'Sri', 'Chandra', 'Dewi', 'Eko', 'Fitri', 'Gunawan', 'Hartono', 'Indah']
const family = ['Lestari', 'Prasetyo', 'Wulandari', 'Kusumaatmadja', 'Setyaningsih Purnamasari']
const khmer = [
  ['Chan Sophea', 'ចាន់ សុភា'],
  ['Keo Vannak', 'កែវ វណ្ណៈ'],
  ['Prak Sokunthea', 'ប្រាក់ សុគន្ធា'],
  ['Heng Chanthou', 'ហេង ចាន់ធូ'],
  ['Ly Ratanak', 'លី រតនៈ'],
] as const
const offices = [
  ['Head of Subdirectorate', 'Kepala Subdirektorat'],
  [
    'Deputy Assistant for the Coordination of Border Management and the Protection of Nationals Abroad',
    'Asisten Deputi Bidang Koordinasi Pengelolaan Perbatasan dan Pelindungan Warga Negara di Luar Negeri',
  ],
  ['Officer of the Directorate of Immigration Intelligence', 'Staf Direktorat Intelijen Keimigrasian'],
] as const
const agencies = [
  ['Directorate General of Immigration', 'Direktorat Jenderal Imigrasi'],
  [
    'Coordinating Ministry for Legal Affairs, Human Rights, Immigration and Corrections',
    'Kementerian Koordinator Bidang Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan',
  ],
] as const

/**
 * A meeting of sixty delegates: lists over several pages, very long titles, an item that ends without a decision, a
 * passage in Khmer, heads who sign in different places on different days.
 */
export function sixtyDelegates(): RecordOfMeeting {
  const { dossier, docs } = nusaDua()
  const heads = dossier.delegates.filter(({ role }) => role === 'head')
  const members = (['IDN', 'KHM'] as const).flatMap((side) =>
    Array.from({ length: 29 }, (_, index): Delegate => {
      const [latin, script] = khmer[index % khmer.length] ?? ['', '']
      const own = `${given[index % given.length]} ${family[index % family.length]}`
      const [title, agency] = [offices[index % offices.length], agencies[index % agencies.length]]
      return {
        ...delegate(
          (side === 'IDN' ? 2_000 : 3_000) + index,
          side,
          index === 0 ? 'alternate' : index > 26 ? 'interpreter' : 'member',
          index + 1,
          index % 2 ? 'Mr.' : 'Ms.',
          side === 'IDN' ? own : latin,
          side === 'IDN' ? '' : script,
          { en: title?.[0] ?? '', id: title?.[1] ?? '' },
        ),
        agency: { en: agency?.[0] ?? '', id: agency?.[1] ?? '' },
      }
    }),
  )
  const long = {
    en: 'Exchange of Information on Trafficking in Persons, People Smuggling, Online Scamming and the Documents That Make Them Possible, with the Procedures of Both Sides for Requests and Replies',
    id: 'Pertukaran Informasi tentang Tindak Pidana Perdagangan Orang, Penyelundupan Manusia, Penipuan Daring, dan Dokumen yang Memungkinkannya, beserta Tata Cara Kedua Pihak untuk Permintaan dan Jawaban',
  }
  const withoutConclusion = 5
  return {
    dossier: {
      ...dossier,
      agenda: dossier.agenda.map((item, index) =>
        index === withoutConclusion ? { ...item, title: long } : item,
      ),
      delegates: [...heads, ...members],
    },
    docs: new Map([
      ...docs,
      [
        textId(withoutConclusion, 'en'),
        doc([
          paragraph(
            'The Cambodian delegation, in the person of the alternate head, read out the name of its ministry: ',
            text('ក្រសួងមហាផ្ទៃនៃព្រះរាជាណាចក្រកម្ពុជា', { type: 'language', attrs: { lang: 'km' } }),
            '. The Indonesian delegation (',
            text('Direktorat Jenderal Imigrasi', { type: 'language', attrs: { lang: 'id' } }),
            ') explained its own.',
          ),
          paragraph('The Meeting took note.'),
        ]),
      ],
      [
        textId(withoutConclusion, 'id'),
        doc([
          paragraph(
            'Delegasi Kamboja membacakan nama kementeriannya: ',
            text('ក្រសួងមហាផ្ទៃនៃព្រះរាជាណាចក្រកម្ពុជា', { type: 'language', attrs: { lang: 'km' } }),
            '.',
          ),
          paragraph('Pertemuan mencatat hal tersebut.'),
        ]),
      ],
    ]),
  }
}
