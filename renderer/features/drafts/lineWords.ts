import type { LineChoice, LineKind } from '../../../shared/text/instrument/confirmLines.ts'
import type { Confidence, LineReason } from '../../../shared/text/instrument/recogniseClauses.ts'
import type { Oddity } from '../../../shared/text/oddCharacters.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const lineKindWords = {
  article: 'drafts.lines.article',
  articleHeading: 'drafts.lines.articleHeading',
  numberedParagraph: 'drafts.lines.numberedParagraph',
  letter: 'drafts.lines.letter',
  chapter: 'drafts.lines.chapter',
  annex: 'drafts.lines.annex',
  body: 'drafts.lines.body',
  cover: 'drafts.lines.cover',
  title: 'drafts.lines.title',
  opening: 'drafts.lines.opening',
  recital: 'drafts.lines.recital',
  agreed: 'drafts.lines.agreed',
  heading: 'drafts.lines.heading',
  definition: 'drafts.lines.definition',
  testimonium: 'drafts.lines.testimonium',
  signatures: 'drafts.lines.signatures',
} satisfies Record<LineKind, MessageKey>

export const confidenceWords = {
  sure: 'drafts.confidence.sure',
  likely: 'drafts.confidence.likely',
  doubtful: 'drafts.confidence.doubtful',
} satisfies Record<Confidence, MessageKey>

export const reasonWords = {
  label: 'drafts.reasons.label',
  inSequence: 'drafts.reasons.inSequence',
  outOfSequence: 'drafts.reasons.outOfSequence',
  suffixed: 'drafts.reasons.suffixed',
  belowLabel: 'drafts.reasons.belowLabel',
  formula: 'drafts.reasons.formula',
  damagedLabel: 'drafts.reasons.damagedLabel',
  outsideArticles: 'drafts.reasons.outsideArticles',
  plain: 'drafts.reasons.plain',
} satisfies Record<LineReason, MessageKey>

export const oddityWords = {
  lost: 'drafts.oddities.lost',
  privateUse: 'drafts.oddities.privateUse',
  control: 'drafts.oddities.control',
  otherScript: 'drafts.oddities.otherScript',
  looseMark: 'drafts.oddities.looseMark',
  cutWord: 'drafts.oddities.cutWord',
  gluedNumber: 'drafts.oddities.gluedNumber',
} satisfies Record<Oddity, MessageKey>

/** What a line can be read as, as the menu lists it: clauses first, then the formulas in their order. */
export const lineChoices: readonly LineChoice[] = [
  { kind: 'article' },
  { kind: 'articleHeading' },
  { kind: 'numberedParagraph' },
  { kind: 'letter', level: 1 },
  { kind: 'letter', level: 2 },
  { kind: 'letter', level: 3 },
  { kind: 'chapter' },
  { kind: 'annex' },
  { kind: 'definition' },
  { kind: 'cover' },
  { kind: 'title' },
  { kind: 'opening' },
  { kind: 'recital' },
  { kind: 'agreed' },
  { kind: 'heading' },
  { kind: 'testimonium' },
  { kind: 'signatures' },
  { kind: 'body' },
]
