import type { SameWords } from '../catalogue.ts'
import type { papers as id } from '../id/papers.ts'

export const papers = {
  document: 'Document',
  language: 'Language',
  secret:
    'This meeting is classified as secret, and the file will not be encrypted. Keep it only where secret papers may be kept.',
  kinds: {
    minutes: 'Agreed minutes',
    agenda: 'Agenda',
    excerpt: 'Excerpt of one item',
    actions: 'Action table',
    internalReport: 'Delegation report (internal)',
  },
  hints: {
    minutes: 'The text for both sides, ready to be signed.',
    agenda: 'Times, items and who leads them; marked as proposed or adopted.',
    excerpt: 'One item for the agency that it concerns: its words, decisions and actions.',
    actions: 'The actions of this meeting and those that it reviewed; also for Excel.',
    internalReport: 'With internal notes, channels and evidence. Not for the other side.',
  },
  item: 'Agenda item',
  noItem: 'Choose the item to be excerpted.',
  letterhead: 'Letterhead',
  noLetterhead: 'No letterhead',
  export: 'Export {{format}}',
  letterheads: {
    title: 'Letterheads',
    hint: 'Word files of your office. Exported documents are put into them; their headers, footers and styles stay. They are kept encrypted with the record.',
    none: 'There is no letterhead yet.',
    choose: 'Choose a Word file',
    checking: 'Checking the file…',
    checkOf: 'Check of the letterhead: {{name}}',
    keep: 'Keep letterhead',
    chooseOther: 'Choose another file',
    fits: 'This file can be used as a letterhead.',
    wrong_one: '{{count}} thing needs to be mended in Word; then choose the file again.',
    wrong_other: '{{count}} things need to be mended in Word; then choose the file again.',
    found: 'Placeholders',
    addedBy: '{{at}}, by {{officer}}',
    remove: 'Delete “{{name}}”',
    leftOut: {
      comments: 'The comments in this file will not be carried along.',
      customData: 'The additional data in this file will not be carried along.',
    },
    marked:
      'The classification, the mark of a draft, page numbers and the end of the audit log are added where the letterhead has no place for them.',
    legend: 'Placeholders that are known',
    written: {
      body: 'body',
      title: 'title',
      place: 'place',
      date: 'date',
      heads: 'heads',
      classification: 'classification',
    },
    places: {
      body: 'the document itself, alone in its paragraph (required)',
      title: 'the title of the document',
      place: 'the place of the meeting',
      date: 'the date of the meeting',
      heads: 'the heads of delegation',
      classification: 'the classification',
    },
    stories: { text: 'text', header: 'header', footer: 'footer' },
    problems: {
      bodyMissing: 'There is no {{braces}}: the place of the document.',
      bodyTwice: '{{braces}} is there more than once.',
      bodyPlace:
        '{{braces}} must stand alone in a paragraph, not in a table, a text box, a header or a footer.',
      unknownPlaceholder: 'The placeholder {{braces}} is not known ({{story}}).',
      unclosedPlaceholder: 'The placeholder “{{words}}” is not closed ({{story}}).',
      trackedChanges: 'There are tracked changes ({{story}}). Accept or reject them first.',
      field:
        'The field {{name}} ({{story}}) can carry the name of a person or file, or something from elsewhere. Delete it, or put plain text in its place.',
      embedded: 'There is an object of another program, a chart or a control ({{story}}). Use a picture.',
      linkedPicture: 'There is a picture that is only linked ({{story}}). Insert it into the file.',
      notes: 'There are footnotes or endnotes ({{story}}). Move them into the text.',
      strict: 'The file is saved as “Strict Open XML”. Save it as a usual Word document (.docx).',
    },
  },
} satisfies SameWords<typeof id>
