export const files = {
  save: 'Simpan sebagai',
  open: 'Buka catatan',
  folder: 'Folder',
  up: 'Folder induk',
  contents: 'Isi folder',
  empty: 'Folder ini kosong.',
  name: 'Nama berkas',
  chooseFile: 'Pilih berkas dari daftar.',
  isFolder: 'Folder',
  saveHere: 'Simpan di sini',
  openThis: 'Buka',
}
