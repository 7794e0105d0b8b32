export const care = {
  replaced:
    'Catatan ini lebih lama daripada yang terakhir terlihat di komputer ini: perubahan terakhirnya {{last}}, sedangkan yang terakhir terlihat {{seen}}.',
  replacedByOther:
    'Catatan ini bukan yang terakhir terlihat di komputer ini: perubahan terakhirnya {{last}}, sedangkan yang terakhir terlihat {{seen}}.',
  noChange: 'tidak ada',
  replacedNext:
    'Jika Anda memulihkan cadangan, nyatakan di sini. Jika tidak, jangan bekerja di berkas ini; cari berkas yang terbaru.',
  confirm: 'Saya memulihkan cadangan',
  confirmTitle: 'Catat pemulihan cadangan',
  confirmAsk:
    'Sejak sekarang inilah catatannya. Perubahan sesudah {{last}} yang ada di berkas sebelumnya tidak ada di sini. Pernyataan Anda masuk riwayat dan tidak dapat diurungkan.',
  confirmed: 'Pemulihan cadangan dicatat',
  copyFailed: 'Cadangan tidak dapat dibuat, {{at}}.',
  copyFailures: {
    diskFull:
      'Disk penuh: diperlukan ruang kosong tiga kali ukuran catatan. Kosongkan ruang; dicoba lagi setiap lima menit.',
    notWritable:
      'Folder cadangan di samping berkas catatan tidak dapat ditulisi. Periksa izin folder; dicoba lagi setiap lima menit.',
    damaged:
      'Ada bagian catatan yang rusak. Jangan hapus cadangan yang sudah ada; lihat hasil pemeriksaan di Pengaturan.',
    unexpected: 'Dicoba lagi setiap lima menit. Jika tetap gagal, salin berkas catatan ke tempat lain.',
  },
  diskLow:
    'Ruang disk yang kosong kurang dari 200 MB. Kosongkan ruang: penyimpanan dan cadangan dapat gagal.',
  clockBehind:
    'Jam komputer menunjukkan waktu sebelum {{latest}}, saat terakhir yang diketahui catatan. Periksa jam. Penyimpanan tetap berjalan dan urutan perubahan tetap benar.',
}
