import type { SameWords } from '../catalogue.ts'
import type { files as id } from '../id/files.ts'

export const files = {
  save: 'Save as',
  open: 'Open a record',
  paper: 'Choose a file',
  document: 'Choose a document',
  dictionary: 'Choose a dictionary',
  letterhead: 'Choose a letterhead',
  folder: 'Folder',
  up: 'Parent folder',
  contents: 'In this folder',
  empty: 'This folder is empty.',
  noneOfKind: 'There is no folder and no {{kind}} file here.',
  name: 'File name',
  chooseFile: 'Choose a file from the list, or type its name.',
  notAName: 'The name of a file cannot hold / or \\.',
  isFolder: 'Folder',
  saveHere: 'Save here',
  openThis: 'Open',
  kind: 'Show',
  everyKind: 'All files',
  kinds: {
    record: 'Record of Sepaham (.sepaham)',
    word: 'Word document (.docx)',
    paper: 'Word documents and texts (.docx, .txt)',
    dictionary: 'Hunspell dictionary (.dic, .aff)',
    letterhead: 'Word documents and templates (.docx, .dotx)',
    excel: 'Excel workbook (.xlsx)',
    pdf: 'PDF document (.pdf)',
    other: '{{kind}} files',
  },
  replaceTitle: 'Replace the file?',
  alreadyThere:
    '“{{name}}” is already in the folder “{{folder}}”. If it is replaced, its former content is gone and cannot be brought back.',
  keep: 'Do not replace',
  replace: 'Replace the file',
} satisfies SameWords<typeof id>
