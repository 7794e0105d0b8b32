import type { SameWords } from '../catalogue.ts'
import type { settings as id } from '../id/settings.ts'

export const settings = {} satisfies SameWords<typeof id>
