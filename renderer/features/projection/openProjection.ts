import type { Client } from '../../../shared/api/client.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { notices } from '../../shell/notices.ts'
import { projectionAddress } from '../../shell/projectionWindow.ts'

/** Opens the minutes on a second window. In a browser the page opens it, which the browser may hold back. */
export async function openProjection(api: Client, meetingId: MeetingId): Promise<void> {
  const reply = await api.call('window.openProjection', { meetingId })
  if (!reply.ok) return notices.fault(reply.fault)
  if (reply.value.opened) return
  const opened = window.open(
    projectionAddress(meetingId),
    'sepaham-projection',
    'popup,width=1280,height=800',
  )
  if (opened === null) notices.say((t) => t('capture.windowHeldBack'), null)
  else opened.focus()
}
