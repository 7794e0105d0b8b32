import type { Numbering } from './numbering.ts'
import type { Pictures } from './pictures.ts'
import type { Report } from './report.ts'
import type { Revisions } from './revisions.ts'
import type { Styles } from './styles.ts'
import type { WordPackage } from './wordPackage.ts'

/** What all stories of one document share while it is being read. */
export type ReadingContext = {
  readonly pack: WordPackage
  readonly styles: Styles
  readonly numbering: Numbering
  readonly report: Report
  readonly revisions: Revisions
  readonly pictures: Pictures
  /** Counts characters of text; refuses the file when there are too many. */
  readonly count: (characters: number) => void
}
