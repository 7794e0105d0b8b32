import { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { draftExtensions } from '../../../../renderer/features/draft/draftExtensions.ts'
import { textSchema } from '../../../../shared/text/extensions.ts'
import { fromPlainText } from '../../../../shared/text/plainText.ts'
import { createRecordCards } from '../../../../renderer/editor/recordCards.ts'
import { ids } from '../../../shared/text/support.ts'

const nothing = () => undefined

describe('the editor of drafts', () => {
  it('holds nodes of the one schema, which commands of clauses make', () => {
    const { doc } = fromPlainText('Article 1\nObjective\n1. One.', { lang: 'en', newId: ids() })
    const editor = new Editor({
      element: null,
      content: doc.toJSON() as object,
      extensions: draftExtensions({
        cards: createRecordCards(),
        newId: ids('new'),
        onEdit: nothing,
        onPasteRefused: nothing,
        emptyWords: () => '',
        goneWords: () => '',
      }),
    })
    expect(editor.schema).toBe(textSchema)
    expect(editor.state.doc.eq(doc)).toBe(true)
  })
})
