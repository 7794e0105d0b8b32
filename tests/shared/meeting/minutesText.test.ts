import { describe, expect, it } from 'vitest'
import { composeMinutes } from '../../../shared/meeting/composeMinutes.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import { expectedMinutes, nusaDua } from '../../support/nusaDua.ts'

describe('minutesText', () => {
  it('is the agreed minutes of Nusa Dua, word for word', () =>
    expect(textOf('en', 'IDN')).toBe(expectedMinutes))

  it('composes the same minutes in Indonesian', () =>
    expect(textOf('id', 'IDN').split('\n')).toEqual([
      'RISALAH YANG DISEPAKATI',
      'PERTEMUAN BILATERAL KEDUA TENTANG MASALAH KEIMIGRASIAN',
      'ANTARA INDONESIA DAN KAMBOJA',
      'Nusa Dua, 19 Mei 2025',
      '',
      '1. Pembukaan',
      'Pertemuan Bilateral Kedua diselenggarakan di Nusa Dua pada tanggal 19 Mei 2025, pukul 09.15 sampai dengan pukul 18.30 WITA. Delegasi Indonesia dipimpin oleh Mr. A. Wirawan, Direktur Kerja Sama Keimigrasian. Delegasi Kamboja dipimpin oleh H.E. General Sok Dara, Direktur Jenderal. Daftar anggota delegasi tercantum dalam Lampiran 1.',
      '',
      '2. Pengesahan agenda',
      'Pertemuan mengesahkan agenda sebagaimana tercantum dalam Lampiran 2, dengan penambahan mata acara 5 atas permintaan Delegasi Kamboja.',
      '',
      '3. Peninjauan tindak lanjut Pertemuan Pertama',
      '3.1 Pertemuan mencatat bahwa tiga dari delapan tindak lanjut Pertemuan Pertama telah diselesaikan.',
      '3.2 Tindak lanjut 1/2024/4 (pertukaran contoh dokumen perjalanan) masih terbuka; Pertemuan memperpanjang batas waktunya hingga 31 Agustus 2025.',
      '',
      '4. Rancangan Memorandum Saling Pengertian',
      '4.1 Pertemuan membahas naskah pasal demi pasal berdasarkan rancangan balasan tanggal 28 April 2025. Naskah kerja tercantum dalam Lampiran 3.',
      '4.2 Pertemuan menyepakati secara ad referendum Pasal 1, 2 huruf a, 4, 6, 8, dan 9.',
      '4.3 Delegasi Indonesia menyatakan bahwa ayat tentang Atase bersifat esensial bagi mandatnya. Delegasi Kamboja mencatat hal tersebut dan akan berkonsultasi dengan pemerintahnya.',
      '4.4 Mengenai batas waktu jawaban dalam Pasal 3 ayat (2), kedua delegasi berbeda pandangan. Kedua ketua mengusulkan dua puluh satu (21) hari.',
      '',
      '5. Pemulangan bulan April 2025',
      'Pertemuan menyampaikan penghargaan atas pemulangan sekelompok warga negara pada April 2025.',
      '',
      '6. Tindak lanjut',
      '2/2025/1  Kamboja  Menjawab Pasal 3 ayat (3) melalui saluran diplomatik  paling lambat 30 Juni 2025',
      '2/2025/2  Indonesia  Mengedarkan teks berbahasa Indonesia dari naskah kerja  paling lambat 13 Juni 2025',
      '2/2025/3  Kedua pihak  Menunjuk narahubung  paling lambat 6 Juni 2025',
      '',
      '7. Tanggal dan tempat pertemuan berikutnya',
      'Pertemuan Ketiga akan diselenggarakan di Phnom Penh pada semester pertama tahun 2026; tanggalnya akan disepakati melalui saluran diplomatik.',
      '',
      '8. Penutupan',
      'Pertemuan berlangsung dalam suasana yang hangat. Risalah yang Disepakati ini ditandatangani dalam dua naskah asli dalam bahasa Indonesia.',
      '',
      'Untuk Delegasi Indonesia, Nusa Dua, 19 Mei 2025: A. WIRAWAN | Untuk Delegasi Kamboja, Phnom Penh, 2 Juni 2025: SOK DARA',
      '',
    ]))
})

function textOf(language: 'en' | 'id', keptBy: string): string {
  return minutesText(
    composeMinutes({ ...nusaDua(), language, keptBy, sample: true, auditHead: null }).document,
  )
}
