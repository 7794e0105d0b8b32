import type { TFunction } from 'i18next'
import type { LetterheadLoss, LetterheadProblem, PlaceholderName, Story } from '../../../shared/letterhead.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What stands for what in a letterhead. */
export const placeWords = {
  body: 'papers.letterheads.places.body',
  title: 'papers.letterheads.places.title',
  place: 'papers.letterheads.places.place',
  date: 'papers.letterheads.places.date',
  heads: 'papers.letterheads.places.heads',
  classification: 'papers.letterheads.places.classification',
} satisfies Record<PlaceholderName, MessageKey>

const storyWords = {
  text: 'papers.letterheads.stories.text',
  header: 'papers.letterheads.stories.header',
  footer: 'papers.letterheads.stories.footer',
} satisfies Record<Story, MessageKey>

/** A placeholder as it stands in a letterhead, in the language of the screen. */
export function braced(name: PlaceholderName, t: TFunction): string {
  return `{{${t(writtenWords[name])}}}`
}

const writtenWords = {
  body: 'papers.letterheads.written.body',
  title: 'papers.letterheads.written.title',
  place: 'papers.letterheads.written.place',
  date: 'papers.letterheads.written.date',
  heads: 'papers.letterheads.written.heads',
  classification: 'papers.letterheads.written.classification',
} satisfies Record<PlaceholderName, MessageKey>

/** What a PDF does without of a letterhead. */
export const lossWords = {
  textStyles: 'papers.letterheads.losses.textStyles',
  pageNumbers: 'papers.letterheads.losses.pageNumbers',
  links: 'papers.letterheads.losses.links',
  fields: 'papers.letterheads.losses.fields',
  pictures: 'papers.letterheads.losses.pictures',
  drawings: 'papers.letterheads.losses.drawings',
  textAround: 'papers.letterheads.losses.textAround',
  numbering: 'papers.letterheads.losses.numbering',
  mergedCells: 'papers.letterheads.losses.mergedCells',
  noRoom: 'papers.letterheads.losses.noRoom',
  sections: 'papers.letterheads.losses.sections',
  columns: 'papers.letterheads.losses.columns',
  pageBorders: 'papers.letterheads.losses.pageBorders',
  background: 'papers.letterheads.losses.background',
  fonts: 'papers.letterheads.losses.fonts',
} satisfies Record<LetterheadLoss, MessageKey>

/** A problem in words. A kind without words does not compile. */
export function letterheadProblemWords(problem: LetterheadProblem, t: TFunction): string {
  const story = 'story' in problem ? t(storyWords[problem.story]) : ''
  switch (problem.kind) {
    case 'bodyMissing':
      return t('papers.letterheads.problems.bodyMissing', { braces: braced('body', t) })
    case 'bodyTwice':
      return t('papers.letterheads.problems.bodyTwice', { braces: braced('body', t) })
    case 'bodyPlace':
      return t('papers.letterheads.problems.bodyPlace', { braces: braced('body', t) })
    case 'unknownPlaceholder':
      return t('papers.letterheads.problems.unknownPlaceholder', { braces: `{{${problem.name}}}`, story })
    case 'unclosedPlaceholder':
      return t('papers.letterheads.problems.unclosedPlaceholder', { words: problem.words, story })
    case 'trackedChanges':
      return t('papers.letterheads.problems.trackedChanges', { story })
    case 'field':
      return t('papers.letterheads.problems.field', { name: problem.name, story })
    case 'embedded':
      return t('papers.letterheads.problems.embedded', { story })
    case 'linkedPicture':
      return t('papers.letterheads.problems.linkedPicture', { story })
    case 'notes':
      return t('papers.letterheads.problems.notes', { story })
    case 'strict':
      return t('papers.letterheads.problems.strict')
  }
}
