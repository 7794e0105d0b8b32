import type { ComparedFile, FileId } from '../../shared/compare/comparedFile.ts'
import { largestFile } from '../../shared/compare/comparedFile.ts'

/** A file that was read, with its texts as JSON of the schema. */
export type HeldPaper = {
  readonly file: ComparedFile
  readonly texts: { readonly asItWas: unknown; readonly asProposed: unknown }
}

type Upload = { readonly parts: Uint8Array[]; bytes: number }
type Desk = { readonly papers: Map<FileId, HeldPaper>; readonly uploads: Map<string, Upload> }

/** So many files and unfinished uploads of one window are kept; the oldest go first. */
const papersAtMost = 6
const uploadsAtMost = 4

/** The files that each window has laid side by side. They are kept in memory only, until the window or the record goes. */
export function createHeldPapers() {
  const desks = new Map<string, Desk>()
  const deskOf = (client: string): Desk => {
    let desk = desks.get(client)
    if (!desk) desks.set(client, (desk = { papers: new Map(), uploads: new Map() }))
    return desk
  }

  return {
    keep(client: string, paper: HeldPaper): void {
      const { papers } = deskOf(client)
      papers.set(paper.file.fileId, paper)
      dropOldest(papers, papersAtMost)
    },

    find: (client: string, id: FileId): HeldPaper | null => desks.get(client)?.papers.get(id) ?? null,
    forget: (client: string, id: FileId): void => void desks.get(client)?.papers.delete(id),

    /** False where the file has become too large; what came of it before is dropped. */
    addPart(client: string, uploadId: string, part: Uint8Array): boolean {
      const { uploads } = deskOf(client)
      const upload = uploads.get(uploadId) ?? { parts: [], bytes: 0 }
      upload.bytes += part.length
      if (upload.bytes > largestFile) {
        uploads.delete(uploadId)
        return false
      }
      upload.parts.push(part)
      uploads.set(uploadId, upload)
      dropOldest(uploads, uploadsAtMost)
      return true
    },

    /** All that was sent under the id, put together; null: nothing was. */
    takeUpload(client: string, uploadId: string): Uint8Array | null {
      const upload = desks.get(client)?.uploads.get(uploadId)
      if (!upload) return null
      deskOf(client).uploads.delete(uploadId)
      const bytes = new Uint8Array(upload.bytes)
      let at = 0
      for (const part of upload.parts) {
        bytes.set(part, at)
        at += part.length
      }
      return bytes
    },

    clientGone: (client: string): void => void desks.delete(client),
    clear: (): void => desks.clear(),
  }
}

function dropOldest(kept: Map<string, unknown>, atMost: number): void {
  for (const id of kept.keys()) {
    if (kept.size <= atMost) return
    kept.delete(id)
  }
}
