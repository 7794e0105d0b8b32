import type { InstrumentType } from '../../mou/mou.ts'
import type { Language } from '../../values.ts'

/** A line of an article: a paragraph with a number, a letter, or one without either. */
export type ShapeLine = string | { readonly paragraph: string } | { readonly letter: string }

/** In its lines stand `{instrument}`, and `{first}` and `{second}` for the countries of both sides. */
export type ShapeWords = {
  /** As a title has it. */
  readonly types: Readonly<Record<InstrumentType, string>>
  /** As its articles call it. */
  readonly names: Readonly<Record<InstrumentType, string>>
  /** The languages of texts, as a testimonium names them. */
  readonly languages: Readonly<Record<Language, string>>
  /** What stands in the bracket of a name that is not known. */
  readonly agencyOf: (country: string) => string
  readonly subject: string
  /** Finds in a title what the instrument is about. */
  readonly about: RegExp
  readonly cover: (country: string) => readonly string[]
  readonly title: (type: string, first: string, second: string, subject: string) => readonly string[]
  readonly opening: (first: string, second: string) => string
  readonly recitals: readonly string[]
  readonly agreed: string
  readonly articles: readonly { readonly heading: string; readonly lines: readonly ShapeLine[] }[]
  readonly witness: string
  readonly done: (languages: readonly string[]) => string
  readonly prevails: (language: string) => string
  /** Both columns, ' | ' between them. */
  readonly signatures: (first: string, second: string) => string
}

const en: ShapeWords = {
  types: {
    mou: 'MEMORANDUM OF UNDERSTANDING',
    agreement: 'AGREEMENT',
    arrangement: 'ARRANGEMENT',
    letterOfIntent: 'LETTER OF INTENT',
    planOfAction: 'PLAN OF ACTION',
    recordOfDiscussion: 'RECORD OF DISCUSSION',
  },
  names: {
    mou: 'Memorandum of Understanding',
    agreement: 'Agreement',
    arrangement: 'Arrangement',
    letterOfIntent: 'Letter of Intent',
    planOfAction: 'Plan of Action',
    recordOfDiscussion: 'Record of Discussion',
  },
  languages: { en: 'English', id: 'Indonesian', km: 'Khmer' },
  agencyOf: (country) => `ministry of ${country}`,
  subject: 'subject',
  about: /\b(?:on|concerning|regarding)\s+(.+)$/iu,
  cover: (country) => [`DRAFT OF ${country.toUpperCase()}`, 'as of [date]'],
  title: (type, first, second, subject) => [
    type,
    'BETWEEN',
    `THE ${first}`,
    'AND',
    `THE ${second}`,
    'ON',
    subject,
  ],
  opening: (first, second) =>
    `The ${first} and the ${second}, hereinafter referred to individually as “the Party” and collectively as “the Parties”;`,
  recitals: [
    'DESIRING to strengthen the friendly relations between the two countries;',
    'CONCERNED by [concern];',
    'RECALLING [earlier instruments];',
    'PURSUANT to the prevailing laws and regulations of their respective countries;',
  ],
  agreed: 'HAVE AGREED as follows:',
  articles: [
    {
      heading: 'Definitions',
      lines: ['For the purposes of this {instrument}:', { letter: '[definitions].' }],
    },
    {
      heading: 'Objective',
      lines: [
        'The objective of this {instrument} is to provide a framework for cooperation between the Parties on the basis of equality, reciprocity and mutual benefit.',
      ],
    },
    {
      heading: 'Scope of Cooperation',
      lines: [
        'The Parties shall cooperate in the following areas:',
        { letter: '[areas]; and' },
        { letter: 'any other area mutually agreed upon by the Parties.' },
      ],
    },
    {
      heading: 'Forms of Cooperation',
      lines: [
        'Cooperation under this {instrument} shall be carried out through:',
        { letter: 'exchange of information and best practices;' },
        { letter: 'joint training and capacity building;' },
        { letter: 'mutual visits of officials; and' },
        { letter: '[other forms].' },
      ],
    },
    {
      heading: 'Implementation',
      lines: [
        { paragraph: 'Each Party shall designate a focal point and inform the other Party of it.' },
        {
          paragraph:
            'The Parties shall establish a Joint Working Group, which shall meet at least once a year, alternately in {first} and in {second}.',
        },
      ],
    },
    {
      heading: 'Requests for Assistance',
      lines: [
        {
          paragraph:
            'Each Party shall reply to a request for information within [number] days of its receipt.',
        },
        {
          paragraph:
            'A Party may refuse a request where carrying it out would be contrary to its laws or interests, and shall give the reasons.',
        },
      ],
    },
    {
      heading: 'Confidentiality',
      lines: [
        {
          paragraph:
            'Each Party shall protect the confidentiality of documents and information received from the other Party.',
        },
        {
          paragraph:
            'Such information shall not be released to a third party without the prior written consent of the Party that supplied it.',
        },
        {
          paragraph: 'This Article shall continue to apply after the termination of this {instrument}.',
        },
      ],
    },
    {
      heading: 'Protection of Personal Data',
      lines: [
        'Personal data shall be used only for the purpose for which they were supplied, in accordance with the laws of each Party.',
      ],
    },
    {
      heading: 'Funding',
      lines: ['Each Party shall bear its own costs, subject to the availability of funds.'],
    },
    {
      heading: 'Settlement of Disputes',
      lines: [
        'Any dispute arising from the interpretation or implementation of this {instrument} shall be settled amicably through consultation or negotiation between the Parties, through diplomatic channels.',
      ],
    },
    {
      heading: 'Amendment',
      lines: [
        'This {instrument} may be amended at any time by mutual written consent of the Parties. Amendments form an integral part of it.',
      ],
    },
    {
      heading: 'Entry into Force, Duration and Termination',
      lines: [
        { paragraph: 'This {instrument} shall enter into force on the date of its signing.' },
        {
          paragraph:
            'It shall remain in force for a period of [number] years and may be extended by mutual written consent.',
        },
        {
          paragraph:
            'Either Party may terminate it by giving written notice at least [number] months in advance.',
        },
        { paragraph: 'Termination shall not affect activities already under way.' },
      ],
    },
  ],
  witness: 'IN WITNESS WHEREOF, the undersigned have signed this {instrument}.',
  done: (languages) =>
    languages.length > 1
      ? `DONE at [place] on [date] in duplicate, in the ${listed(languages, 'and')} languages, all texts being equally authentic.`
      : `DONE at [place] on [date] in duplicate, in the ${languages.join('')} language.`,
  prevails: (language) => `In case of any divergence in interpretation, the ${language} text shall prevail.`,
  signatures: (first, second) => `FOR THE ${first} | FOR THE ${second}`,
}

const id: ShapeWords = {
  types: {
    mou: 'NOTA KESEPAHAMAN',
    agreement: 'PERSETUJUAN',
    arrangement: 'PENGATURAN',
    letterOfIntent: 'PERNYATAAN KEHENDAK',
    planOfAction: 'RENCANA AKSI',
    recordOfDiscussion: 'CATATAN PEMBICARAAN',
  },
  names: {
    mou: 'Nota Kesepahaman',
    agreement: 'Persetujuan',
    arrangement: 'Pengaturan',
    letterOfIntent: 'Pernyataan Kehendak',
    planOfAction: 'Rencana Aksi',
    recordOfDiscussion: 'Catatan Pembicaraan',
  },
  languages: { en: 'Inggris', id: 'Indonesia', km: 'Khmer' },
  agencyOf: (country) => `kementerian ${country}`,
  subject: 'hal',
  about: /\b(?:tentang|mengenai)\s+(.+)$/iu,
  cover: (country) => [`DRAF ${country.toUpperCase()}`, 'per [tanggal]'],
  title: (type, first, second, subject) => [type, 'ANTARA', first, 'DAN', second, 'TENTANG', subject],
  opening: (first, second) =>
    `${first} dan ${second}, selanjutnya secara sendiri-sendiri disebut “Pihak” dan secara bersama-sama disebut “Para Pihak”;`,
  recitals: [
    'BERHASRAT memperkuat hubungan persahabatan antara kedua negara;',
    'PRIHATIN atas [keprihatinan];',
    'MENGINGAT [instrumen terdahulu];',
    'SESUAI dengan hukum dan peraturan perundang-undangan yang berlaku di negara masing-masing;',
  ],
  agreed: 'TELAH MENYEPAKATI hal-hal sebagai berikut:',
  articles: [
    {
      heading: 'Definisi',
      lines: ['Dalam {instrument} ini, yang dimaksud dengan:', { letter: '[definisi].' }],
    },
    {
      heading: 'Tujuan',
      lines: [
        'Tujuan {instrument} ini adalah menyediakan kerangka kerja sama antara Para Pihak atas dasar kesetaraan, timbal balik, dan saling menguntungkan.',
      ],
    },
    {
      heading: 'Ruang Lingkup Kerja Sama',
      lines: [
        'Para Pihak bekerja sama dalam bidang-bidang berikut:',
        { letter: '[bidang]; dan' },
        { letter: 'bidang lain yang disepakati bersama oleh Para Pihak.' },
      ],
    },
    {
      heading: 'Bentuk Kerja Sama',
      lines: [
        'Kerja sama berdasarkan {instrument} ini dilaksanakan melalui:',
        { letter: 'pertukaran informasi dan praktik terbaik;' },
        { letter: 'pelatihan bersama dan peningkatan kapasitas;' },
        { letter: 'saling kunjung pejabat; dan' },
        { letter: '[bentuk lain].' },
      ],
    },
    {
      heading: 'Pelaksanaan',
      lines: [
        { paragraph: 'Masing-masing Pihak menunjuk narahubung dan memberitahukannya kepada Pihak lain.' },
        {
          paragraph:
            'Para Pihak membentuk Kelompok Kerja Bersama, yang bertemu sekurang-kurangnya satu kali dalam setahun secara bergantian di {first} dan di {second}.',
        },
      ],
    },
    {
      heading: 'Permintaan Bantuan',
      lines: [
        {
          paragraph:
            'Masing-masing Pihak menjawab permintaan informasi dalam waktu [jumlah] hari sejak diterima.',
        },
        {
          paragraph:
            'Suatu Pihak dapat menolak permintaan apabila pelaksanaannya bertentangan dengan hukum atau kepentingannya, dengan memberikan alasan.',
        },
      ],
    },
    {
      heading: 'Kerahasiaan',
      lines: [
        {
          paragraph:
            'Masing-masing Pihak wajib melindungi kerahasiaan dokumen dan informasi yang diterima dari Pihak lain.',
        },
        {
          paragraph:
            'Informasi dimaksud tidak dapat diberikan kepada pihak ketiga tanpa persetujuan tertulis terlebih dahulu dari Pihak yang memberikannya.',
        },
        { paragraph: 'Pasal ini tetap berlaku setelah pengakhiran {instrument} ini.' },
      ],
    },
    {
      heading: 'Pelindungan Data Pribadi',
      lines: [
        'Data pribadi hanya digunakan untuk tujuan pemberiannya, sesuai dengan hukum masing-masing Pihak.',
      ],
    },
    {
      heading: 'Pendanaan',
      lines: ['Masing-masing Pihak menanggung biayanya sendiri, bergantung pada ketersediaan anggaran.'],
    },
    {
      heading: 'Penyelesaian Sengketa',
      lines: [
        'Setiap sengketa yang timbul dari penafsiran atau pelaksanaan {instrument} ini diselesaikan secara damai melalui konsultasi atau perundingan antara Para Pihak, melalui saluran diplomatik.',
      ],
    },
    {
      heading: 'Perubahan',
      lines: [
        '{instrument} ini dapat diubah sewaktu-waktu dengan persetujuan tertulis Para Pihak. Perubahan merupakan bagian yang tidak terpisahkan darinya.',
      ],
    },
    {
      heading: 'Mulai Berlaku, Jangka Waktu, dan Pengakhiran',
      lines: [
        { paragraph: '{instrument} ini mulai berlaku pada tanggal penandatanganannya.' },
        {
          paragraph:
            '{instrument} ini berlaku untuk jangka waktu [jumlah] tahun dan dapat diperpanjang dengan persetujuan tertulis Para Pihak.',
        },
        {
          paragraph:
            'Salah satu Pihak dapat mengakhirinya dengan pemberitahuan tertulis sekurang-kurangnya [jumlah] bulan sebelumnya.',
        },
        { paragraph: 'Pengakhiran tidak memengaruhi kegiatan yang sedang berjalan.' },
      ],
    },
  ],
  witness: 'SEBAGAI BUKTI, yang bertanda tangan di bawah ini telah menandatangani {instrument} ini.',
  done: (languages) =>
    languages.length > 1
      ? `DIBUAT di [tempat] pada tanggal [tanggal] dalam rangkap dua, dalam bahasa ${listed(languages, 'dan')}, semua naskah sama sahnya.`
      : `DIBUAT di [tempat] pada tanggal [tanggal] dalam rangkap dua, dalam bahasa ${languages.join('')}.`,
  prevails: (language) =>
    `Dalam hal terdapat perbedaan penafsiran, naskah dalam bahasa ${language} yang berlaku.`,
  signatures: (first, second) => `UNTUK ${first} | UNTUK ${second}`,
}

/** Placeholders stand for all that no source here attests. */
const km: ShapeWords = {
  types: {
    mou: 'អនុស្សរណៈ [Memorandum of Understanding]',
    agreement: 'កិច្ចព្រមព្រៀង',
    arrangement: 'កិច្ចព្រមព្រៀង [Arrangement]',
    letterOfIntent: 'អនុស្សរណៈ [Letter of Intent]',
    planOfAction: 'អនុស្សរណៈ [Plan of Action]',
    recordOfDiscussion: 'កំណត់ហេតុ [Record of Discussion]',
  },
  names: en.names,
  languages: { en: 'ភាសាអង់គ្លេស', id: 'ភាសាឥណ្ឌូនេស៊ី', km: 'ភាសាខ្មែរ' },
  agencyOf: (country) => `ministry, ${country}`,
  subject: 'subject',
  about: /(?!)/u, // a title is not taken apart
  cover: (country) => [`សេចក្តីព្រាង ${country}`, '[as of date]'],
  title: (type, first, second, subject) => [type, '[between]', first, '[and]', second, '[on]', subject],
  opening: (first, second) =>
    `${first}, ${second} [hereinafter referred to individually as “the Party” and collectively as “the Parties”]`,
  recitals: ['[recitals, as in the English text]'],
  agreed: 'បានព្រមព្រៀង [as follows]',
  articles: en.articles.map(({ heading }, index) => ({
    heading: `[${heading}]`,
    lines: [`[wording of Article ${index + 1} of the English text]`],
  })),
  witness: 'ជាសក្ខីភាព [the undersigned have signed this instrument]',
  done: (languages) =>
    `ធ្វើនៅ [place, date, in duplicate, in the languages] ${languages.join(', ')} [all texts being equally authentic]។`,
  prevails: (language) =>
    `[In case of any divergence in interpretation, this text shall prevail:] ${language}។`,
  signatures: (first, second) => `តំណាង ${first} | តំណាង ${second}`,
}

export const shapeWords: Readonly<Record<Language, ShapeWords>> = { en, id, km }

function listed(words: readonly string[], and: string): string {
  const [last = ''] = words.slice(-1)
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`
}
