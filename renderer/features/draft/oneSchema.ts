import { Extension } from '@tiptap/core'
import { textSchema } from '../../../shared/text/extensions.ts'

/**
 * Has the editor work on the very schema of texts. By itself Tiptap makes one of its own from the extensions, equal to
 * the letter; but nodes that a command of `shared/text` makes belong to that one, and no text takes nodes of another.
 */
export const oneSchema = Extension.create({
  name: 'oneSchema',
  onBeforeCreate() {
    this.editor.schema = textSchema
    this.editor.extensionManager.schema = textSchema
  },
})
