import type { ComposedLanguage } from './values.ts'

/** The words of the sheet that goes into the unit's safe. */
type RecoverySheetWords = {
  readonly title: string
  readonly record: string
  readonly printedOn: string
  readonly key: string
  readonly what: string
  readonly use: readonly string[]
  readonly warning: string
}

export const recoverySheetWords: Readonly<Record<ComposedLanguage, RecoverySheetWords>> = {
  id: {
    title: 'Kunci pemulihan Sepaham',
    record: 'Catatan',
    printedOn: 'Dicetak pada',
    key: 'Kunci',
    what: 'Kunci ini membuka catatan di atas apabila kata sandi para petugas hilang. Tanpa kata sandi dan tanpa kunci ini, isi catatan tidak dapat dibaca lagi oleh siapa pun.',
    use: [
      'Simpan lembar ini di dalam brankas unit, terpisah dari komputer dan dari salinan catatan.',
      'Untuk memakainya: buka catatan, pilih “Pakai kunci pemulihan”, ketik ke-14 kelompok huruf, lalu buat kata sandi baru.',
      'Huruf besar dan kecil, spasi, dan tanda hubung tidak dibedakan. Huruf I, L, O, dan U tidak dipakai.',
    ],
    warning:
      'Siapa pun yang memegang lembar ini dan catatannya dapat membaca semuanya. Bila lembar ini hilang, perbarui kunci di Pengaturan; kunci ini lalu tidak berlaku lagi.',
  },
  en: {
    title: 'Sepaham recovery key',
    record: 'Record',
    printedOn: 'Printed on',
    key: 'Key',
    what: 'This key opens the record named above when the passphrases of its officers are lost. Without a passphrase and without this key, nobody can read the record again.',
    use: [
      'Keep this sheet in the unit’s safe, apart from the computer and from copies of the record.',
      'To use it: open the record, choose “Use the recovery key”, type the 14 groups of letters, then choose a new passphrase.',
      'Capital and small letters, spaces and dashes make no difference. The letters I, L, O and U are not used.',
    ],
    warning:
      'Whoever holds this sheet and the record can read all of it. If the sheet is lost, renew the key in Settings; this one then opens nothing any more.',
  },
}

/** What stands on one sheet. */
export type RecoverySheet = {
  readonly recordName: string
  /** As `formatRecoveryKey` prints it. */
  readonly recoveryKey: string
  /** The date in words, in the language of the sheet. */
  readonly printedOn: string
  readonly language: ComposedLanguage
}
