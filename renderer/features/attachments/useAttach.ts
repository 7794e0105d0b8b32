import { useState } from 'react'
import { type AttachmentOwner, largestAttachment } from '../../../shared/attachment.ts'
import type { Fault } from '../../../shared/fault.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { sendParts } from '../../api/sendParts.ts'
import { useCall } from '../../api/useCall.ts'
import { useWrite } from '../../api/useWrite.ts'
import { notices } from '../../shell/notices.ts'

/** Adds files to something of the record. `busy` while one is on its way. */
export function useAttach(owner: AttachmentOwner) {
  const call = useCall()
  const write = useWrite()
  const [busy, setBusy] = useState(false)

  async function during(work: () => Promise<Fault | null>): Promise<void> {
    if (busy) return
    setBusy(true)
    const fault = await work()
    setBusy(false)
    if (fault) notices.fault(fault)
  }

  async function add(uploadId: string, name: string): Promise<Fault | null> {
    const added = await write('attachment.add', { owner, uploadId, name })
    return added.ok ? null : added.fault
  }

  return {
    busy,
    /** Asks for a file. */
    choose: () =>
      during(async () => {
        const chosen = await call('attachment.choose', {})
        if (!chosen.ok) return chosen.fault
        return chosen.value && add(chosen.value.uploadId, chosen.value.name)
      }),
    /** Takes files that were dropped, one after the other; stops at the first that cannot be kept. */
    take: (files: readonly File[]) =>
      during(async () => {
        for (const file of files) {
          const uploadId = crypto.randomUUID()
          const sent = await send(file, uploadId)
          const fault = sent.ok ? await add(uploadId, file.name) : sent.fault
          if (fault) return fault
        }
        return null
      }),
  }

  function send(file: File, uploadId: string): Promise<Result<null, Fault>> {
    const { name, size } = file
    if (size > largestAttachment)
      return Promise.resolve(fail({ kind: 'FileTooLarge', name, atMost: largestAttachment }))
    return sendParts(file, (part) => call('attachment.sendPart', { uploadId, name, part }))
  }
}
