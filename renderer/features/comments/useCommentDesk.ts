import type { Editor } from '@tiptap/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useRead } from '../../api/useRead.ts'
import type { TextSession } from '../../editor/textSession.ts'
import { type CommentDesk, createCommentDesk } from './commentDesk.ts'

/** Between two questions where the text on the screen and the record are not level, in milliseconds. */
const askAgain = 400

/**
 * The comments of a text that is open: marked in it, kept on their words, read anew when the record changes. Null until
 * the text is there.
 */
export function useCommentDesk(session: TextSession, editor: Editor | null): CommentDesk | null {
  const queries = useQueryClient()
  const { textId } = session
  const [desk, setDesk] = useState<CommentDesk | null>(null)
  const reading = useRead('comment.list', { textId }, { ask: editor !== null })

  useEffect(() => {
    if (editor === null) return undefined
    const made = createCommentDesk(session, editor)
    setDesk(made)
    return () => {
      made.stop()
      setDesk(null)
    }
  }, [session, editor])

  useEffect(() => {
    if (desk === null || reading.state !== 'ready') return undefined
    const { revision, threads } = reading.value
    if (desk.take(revision, threads)) return undefined
    const timer = setTimeout(() => {
      void session.flush().then(() => queries.invalidateQueries({ queryKey: ['comment.list', { textId }] }))
    }, askAgain)
    return () => clearTimeout(timer)
  }, [desk, reading, session, queries, textId])
  return desk
}
