import type { SameWords } from '../catalogue.ts'
import type { editor as id } from '../id/editor.ts'

export const editor = {} satisfies SameWords<typeof id>
