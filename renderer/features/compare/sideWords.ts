import type { MessageKey } from '../../i18n/words.ts'
import type { Side } from './compareState.ts'

export const sideWords = { base: 'compare.base', target: 'compare.target' } satisfies Record<Side, MessageKey>
