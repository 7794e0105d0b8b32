import type { SameWords } from '../catalogue.ts'
import type { draftExport as id } from '../id/draftExport.ts'

export const draftExport = {
  title: 'Export working text',
  titleDraft: 'Export draft {{number}}',
  texts: 'Languages, side by side if several',
  view: 'Brackets',
  attributed: 'With attribution',
  seenBy: 'As seen by {{side}}',
  clean: 'Agreed wording only',
  around: 'Language of the page header',
  lineNumbers: 'Line numbers',
  lineNumbersHint: 'They begin at 1 on each page.',
  rowNumbersHint: 'In columns of languages, DOCX numbers the rows of the table.',
  commentsDocx: 'Comments to the counterpart go out as Word comments. Internal ones never do.',
  commentsPdf: 'A PDF carries no comments.',
} satisfies SameWords<typeof id>
