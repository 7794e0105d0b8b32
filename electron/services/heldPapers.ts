import type { ComparedFile, FileId } from '../../shared/compare/comparedFile.ts'
import type { DocxComment } from '../../shared/docxReading.ts'

/** A file that was read, as it came, with its texts as JSON of the schema. */
export type HeldPaper = {
  readonly file: ComparedFile
  readonly bytes: Uint8Array
  readonly texts: { readonly asItWas: unknown; readonly asProposed: unknown }
  readonly comments: readonly DocxComment[]
}

/** So many files of one window are kept; those go first that were asked for longest ago. */
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

    /** Whoever asks for a file still needs it: a base stays, however many texts are laid beside it in turn. */
    find(client: string, id: FileId): HeldPaper | null {
      const desk = desks.get(client)
      const paper = desk?.get(id)
      if (!desk || !paper) return null
      desk.delete(id)
      desk.set(id, paper)
      return paper
    },

    forget: (client: string, id: FileId): void => void desks.get(client)?.delete(id),
    clientGone: (client: string): void => void desks.delete(client),
    clear: (): void => desks.clear(),
  }
}
export type HeldPapers = ReturnType<typeof createHeldPapers>
