import type { SameWords } from '../catalogue.ts'
import type { files as id } from '../id/files.ts'

export const files = {} satisfies SameWords<typeof id>
