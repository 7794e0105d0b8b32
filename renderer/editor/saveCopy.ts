import type { Client } from '../../shared/api/client.ts'
import { notices } from '../shell/notices.ts'
import type { TextSession } from './textSession.ts'

/** Writes what is in an editor, saved or not, as a file where the person chooses. */
export async function saveCopy(client: Client, session: TextSession, name: string): Promise<void> {
  const reply = await client.call('text.saveCopyTo', {
    textId: session.textId,
    name: name.slice(0, 200) || '–',
    doc: session.doc(),
  })
  if (!reply.ok) return notices.fault(reply.fault)
  if (reply.value === null) return
  const { name: fileName, folder } = reply.value
  notices.say((t) => t('meeting.fileSaved', { name: fileName, folder }), null)
}
