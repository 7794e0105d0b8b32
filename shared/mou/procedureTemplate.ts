import type { Wording } from '../values.ts'
import type { TemplateStep } from './procedure.ts'

/**
 * The checklist of an Indonesian ministry that makes a memorandum, in the order of the law, to start from. An
 * administrator changes it when the rules do. Steps of which the rule was not read in its text are marked
 * `toConfirm`: the program shows them as a question, never as a duty.
 *
 * Sources: UU 24/2000 tentang Perjanjian Internasional, art. 1, 5, 6, 15; Permenlu 4/2023, art. 6, 8, 12;
 * UU 24/2009, art. 31.
 */
export const indonesianProcedure: readonly TemplateStep[] = [
  step('consultation', 'beforehand', {
    title: both(
      'Consult and coordinate with the Foreign Minister',
      'Konsultasi dan koordinasi dengan Menteri Luar Negeri',
    ),
    source: 'UU 24/2000 Pasal 5(1)',
    sourceAddress: 'peraturan.info/uu/2000/24/pasal-5',
    evidence: both('letter, or record of the coordination meeting', 'surat, atau risalah rapat koordinasi'),
  }),
  step('guidelines', 'beforehand', {
    title: both(
      'Guidelines of the delegation, approved by the Foreign Minister: background, political and legal analysis, position, suggestions and adjustments',
      'Pedoman delegasi RI yang disetujui Menteri Luar Negeri: latar belakang, analisis politis dan yuridis, posisi, saran, dan penyesuaian',
    ),
    source: 'UU 24/2000 Pasal 5(2)–(3)',
    sourceAddress: 'peraturan.info/uu/2000/24/pasal-5',
    evidence: both('number and date of the approval', 'nomor dan tanggal persetujuan'),
    restricted: true,
  }),
  step('delegation', 'beforehand', {
    title: both(
      'Delegation named, led by the Minister or another official by subject and authority',
      'Delegasi ditetapkan, dipimpin Menteri atau pejabat lain sesuai materi dan kewenangannya',
    ),
    source: 'UU 24/2000 Pasal 5(4)',
    sourceAddress: 'peraturan.info/uu/2000/24/pasal-5',
    evidence: both('decision or letter of assignment', 'keputusan atau surat tugas'),
  }),
  stage('explored', 'exploration', both('Exploration concluded', 'Penjajakan selesai')),
  stage('negotiated', 'negotiation', both('Negotiation concluded', 'Perundingan selesai')),
  stage('drafted', 'drafting', both('Text drawn up', 'Perumusan naskah selesai')),
  step('languages', 'drafting', {
    title: both(
      'Text in Indonesian, and in the national language of the other party and/or English; on divergence the language named in the text prevails',
      'Naskah dalam bahasa Indonesia, serta bahasa nasional pihak asing dan/atau bahasa Inggris; bila berbeda, berlaku bahasa yang disepakati dalam naskah',
    ),
    source: 'UU 24/2009 Pasal 31; Perpres 63/2019 Pasal 26',
    certainty: 'toConfirm',
  }),
  stage('accepted', 'acceptance', both('Text accepted', 'Penerimaan naskah')),
  step('fullPowers', 'acceptance', {
    title: both(
      'Full powers, if the signatory needs them: letter of the President or the Foreign Minister',
      'Surat kuasa, bila penanda tangan memerlukannya: dari Presiden atau Menteri Luar Negeri',
    ),
    source: 'UU 24/2000 Pasal 1(3), 7',
    certainty: 'toConfirm',
    evidence: both('full powers', 'surat kuasa'),
  }),
  step('paperRequested', 'signature', {
    title: both(
      'Treaty paper and folder asked for by letter of the echelon I official to the Director General, the final agreed draft attached',
      'Permintaan Kertas Perjanjian dan Map Perjanjian dengan surat pejabat eselon I kepada Direktur Jenderal, dilampiri naskah akhir yang disepakati',
    ),
    source: 'Permenlu 4/2023 Pasal 6',
    sourceAddress: 'pasal.id',
    evidence: both('letter with the final draft', 'surat dengan naskah akhir'),
  }),
  step('requestComplete', 'signature', {
    title: both('The request is complete', 'Permintaan dinyatakan lengkap'),
    source: 'Permenlu 4/2023 Pasal 6',
    sourceAddress: 'pasal.id',
  }),
  step('paperGiven', 'signature', {
    title: both('Treaty paper and folder received', 'Kertas Perjanjian dan Map Perjanjian diterima'),
    source: 'Permenlu 4/2023 Pasal 6',
    sourceAddress: 'pasal.id',
    term: { workingDays: 3, side: 'IDN', after: 'requestComplete' },
    evidence: both('receipt', 'tanda terima'),
  }),
  step('signed', 'signature', {
    title: both(
      'Signed by hand: the original is the document with wet signatures',
      'Ditandatangani basah: naskah asli adalah dokumen dengan tanda tangan basah',
    ),
    source: 'UU 24/2000 Pasal 6; Permenlu 4/2023 Pasal 1(2)',
    sourceAddress: 'peraturan.info/uu/2000/24/pasal-6',
    evidence: both('scan of the signed original', 'pindaian naskah asli yang ditandatangani'),
  }),
  step('originalHandedIn', 'deposit', {
    title: both('Original handed in', 'Naskah asli diserahkan'),
    source: 'Permenlu 4/2023 Pasal 8',
    sourceAddress: 'pasal.id',
    evidence: both('receipt', 'tanda terima'),
  }),
  step('originalChecked', 'deposit', {
    title: both(
      'Original checked: form, information, number of pages, languages, annexes; form filled',
      'Naskah asli diperiksa: bentuk fisik, informasi, jumlah halaman, bahasa, lampiran; formulir diisi',
    ),
    source: 'Permenlu 4/2023 Pasal 8',
    sourceAddress: 'pasal.id',
    evidence: both('form of completeness', 'formulir kelengkapan'),
  }),
  step('foundIncomplete', 'deposit', {
    title: both(
      'Only if so: the original was found incomplete',
      'Hanya bila demikian: naskah asli dinyatakan tidak lengkap',
    ),
    source: 'Permenlu 4/2023 Pasal 8',
    sourceAddress: 'pasal.id',
  }),
  step('originalCompleted', 'deposit', {
    title: both(
      'Only if so: what was missing is handed in; after the term comes a written reminder',
      'Hanya bila demikian: kekurangan dilengkapi; lewat tenggat ada teguran tertulis',
    ),
    source: 'Permenlu 4/2023 Pasal 8',
    sourceAddress: 'pasal.id',
    term: { workingDays: 7, side: 'IDN', after: 'foundIncomplete' },
  }),
  step('originalComplete', 'deposit', {
    title: both('The original is complete', 'Naskah asli dinyatakan lengkap'),
    source: 'Permenlu 4/2023 Pasal 8, 12',
    sourceAddress: 'pasal.id',
  }),
  step('certifiedCopy', 'deposit', {
    title: both(
      'Certified true copy, only of a complete original: agenda book, folder, red-and-white ribbon, seal sticker, signature',
      'Salinan naskah resmi, hanya dari naskah asli yang lengkap: buku agenda, map, pita merah putih, stiker segel, tanda tangan',
    ),
    source: 'Permenlu 4/2023 Pasal 12',
    sourceAddress: 'pasal.id',
    term: { workingDays: 3, side: 'IDN', after: 'originalComplete' },
    evidence: both('receipt signed by the initiator', 'tanda terima yang ditandatangani pemrakarsa'),
  }),
  step('inForce', 'force', {
    title: both(
      'Entry into force as the text says: on signature, or on notification',
      'Mulai berlaku menurut naskah: saat ditandatangani, atau saat pemberitahuan',
    ),
    source: 'UU 24/2000 Pasal 15',
    evidence: both('signed text, or the notes', 'naskah yang ditandatangani, atau nota-nota'),
  }),
]

/** A stage of UU 24/2000 art. 6(1); what the law says of the last, the signature, is a step of its own. */
function stage(key: string, phase: TemplateStep['phase'], title: Wording): TemplateStep {
  return step(key, phase, {
    title,
    source: 'UU 24/2000 Pasal 6(1)',
    sourceAddress: 'peraturan.info/uu/2000/24/pasal-6',
  })
}

function step(
  key: string,
  phase: TemplateStep['phase'],
  about: Pick<TemplateStep, 'title' | 'source'> & Partial<TemplateStep>,
): TemplateStep {
  return {
    key,
    phase,
    sourceAddress: '',
    certainty: 'rule',
    term: null,
    evidence: null,
    restricted: false,
    ...about,
  }
}

function both(en: string, id: string): Wording {
  return { en, id }
}
