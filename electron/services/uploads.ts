/** So many unfinished uploads of one window are kept; the oldest go first. */
const atOnce = 4

type Upload = { readonly parts: Uint8Array[]; bytes: number }

/**
 * Files that windows send in parts, until somebody takes them: in memory only, for each window its own. None gets
 * longer than `atMost` bytes.
 */
export function createUploads(atMost: number) {
  const windows = new Map<string, Map<string, Upload>>()
  const of = (client: string): Map<string, Upload> => {
    let uploads = windows.get(client)
    if (!uploads) windows.set(client, (uploads = new Map()))
    return uploads
  }

  return {
    /** False where the file has become too large; what came of it before is dropped. */
    add(client: string, uploadId: string, part: Uint8Array): boolean {
      const uploads = of(client)
      const upload = uploads.get(uploadId) ?? { parts: [], bytes: 0 }
      upload.bytes += part.length
      if (upload.bytes > atMost) {
        uploads.delete(uploadId)
        return false
      }
      upload.parts.push(part)
      uploads.set(uploadId, upload)
      for (const id of uploads.keys()) if (uploads.size > atOnce) uploads.delete(id)
      return true
    },

    /** All that was sent under the id, put together; null: nothing was. */
    take(client: string, uploadId: string): Uint8Array | null {
      const upload = windows.get(client)?.get(uploadId)
      if (!upload) return null
      of(client).delete(uploadId)
      const bytes = new Uint8Array(upload.bytes)
      let at = 0
      for (const part of upload.parts) {
        bytes.set(part, at)
        at += part.length
      }
      return bytes
    },

    clientGone: (client: string): void => void windows.delete(client),
    clear: (): void => windows.clear(),
  }
}
