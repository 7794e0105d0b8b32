import type { EditorDeps } from '../../editor/editorExtensions.ts'
import { createRecordCards } from '../../editor/recordCards.ts'
import { words } from '../../i18n/words.ts'
import { newId } from './newId.ts'

/** For a text that is only read. An instrument refers to nothing of the record by itself. */
export function readingDeps(): EditorDeps {
  return {
    cards: createRecordCards(),
    newId,
    onEdit: () => undefined,
    onPasteRefused: () => undefined,
    emptyWords: () => words.t('editor.emptyVersion'),
    goneWords: () => words.t('editor.gone'),
  }
}
