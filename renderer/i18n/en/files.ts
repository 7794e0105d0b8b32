import type { SameWords } from '../catalogue.ts'
import type { files as id } from '../id/files.ts'

export const files = {
  save: 'Save as',
  open: 'Open a record',
  folder: 'Folder',
  up: 'Parent folder',
  contents: 'In this folder',
  empty: 'This folder is empty.',
  name: 'File name',
  chooseFile: 'Choose a file from the list.',
  isFolder: 'Folder',
  saveHere: 'Save here',
  openThis: 'Open',
} satisfies SameWords<typeof id>
