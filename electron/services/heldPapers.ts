import type { ComparedFile, FileId } from '../../shared/compare/comparedFile.ts'
import type { DocxComment } from '../../shared/docxReading.ts'

/** A file that was read, as it came, with its texts as JSON of the schema. */
export type HeldPaper = {
  readonly file: ComparedFile
  readonly bytes: Uint8Array
  readonly texts: { readonly asItWas: unknown; readonly asProposed: unknown }
  readonly comments: readonly DocxComment[]
}

/** So many files of one window are kept; the oldest go first. */
const papersAtMost = 6

/** The files that each window has laid side by side. They are kept in memory only, until the window or the record goes. */
export function createHeldPapers() {
  const desks = new Map<string, Map<FileId, HeldPaper>>()

  return {
    keep(client: string, paper: HeldPaper): void {
      const desk = desks.get(client) ?? new Map<FileId, HeldPaper>()
      desks.set(client, desk)
      desk.set(paper.file.fileId, paper)
      for (const id of desk.keys()) if (desk.size > papersAtMost) desk.delete(id)
    },

    find: (client: string, id: FileId): HeldPaper | null => desks.get(client)?.get(id) ?? null,
    forget: (client: string, id: FileId): void => void desks.get(client)?.delete(id),
    clientGone: (client: string): void => void desks.delete(client),
    clear: (): void => desks.clear(),
  }
}
export type HeldPapers = ReturnType<typeof createHeldPapers>
