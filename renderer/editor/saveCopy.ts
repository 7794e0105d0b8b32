import type { Client } from '../../shared/api/client.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import { notices } from '../shell/notices.ts'
import type { TextSession } from './textSession.ts'

/**
 * Writes what is in an editor, saved or not, as a file where the person chooses. Where the program behind the window
 * has gone, nobody is left to write one: then the words go to the clipboard, and that is said.
 */
export async function saveCopy(client: Client, session: TextSession, name: string): Promise<void> {
  const doc = session.doc()
  const reply = await client.call('text.saveCopyTo', {
    ...{ textId: session.textId, doc },
    name: name.slice(0, 200) || '–',
  })
  if (!reply.ok && reply.fault.kind === 'Unreachable' && (await copied(doc)))
    return notices.say((t) => t('meeting.copiedInstead'), null)
  if (!reply.ok) return notices.fault(reply.fault)
  if (reply.value === null) return
  const { name: fileName, folder } = reply.value
  notices.say((t) => t('meeting.fileSaved', { name: fileName, folder }), null)
}

async function copied(doc: unknown): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(toPlainText(textSchema.nodeFromJSON(doc)))
    return true
  } catch {
    return false // the browser did not allow it
  }
}
