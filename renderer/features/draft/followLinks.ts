import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { goToBlock } from './goTo.ts'

/** With Ctrl a click on a cross-reference leads to its clause, as in Word. */
export const followLinks = Extension.create({
  name: 'followLinks',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleClick: (_, pos, event) => (event.ctrlKey || event.metaKey) && followLink(editor, pos),
        },
      }),
    ]
  },
})

/** Goes to the clause that the words at `pos` refer to; false where they refer to none. */
export function followLink(editor: Editor, pos: number): boolean {
  const $pos = editor.state.doc.resolve(pos)
  const marks = [...$pos.marks(), ...($pos.nodeAfter?.marks ?? [])]
  const target: unknown = marks.find(({ type }) => type.name === 'clauseLink')?.attrs['target']
  return typeof target === 'string' && goToBlock(editor, target, true)
}
