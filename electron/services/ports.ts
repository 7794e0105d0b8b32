/** What services need of the machine beyond the record's own folder. Each host fills these in its own way. */
export type Desktop = {
  /** Asks the person where to save; null when he cancels. The path never comes from the renderer. */
  readonly chooseSavePath: (question: {
    readonly client: string
    readonly suggestedName: string
  }) => Promise<string | null>
  /** Asks the person which file to open; null when he cancels. */
  readonly chooseOpenPath: (question: {
    readonly client: string
    readonly kind: OpenedKind
  }) => Promise<string | null>
  /** Prints a self-contained page (no link leads out of it) as A4 PDF; null where no browser can be had. */
  readonly printPdf: (page: { readonly html: string }) => Promise<Uint8Array | null>
}

/** What a person is asked to open: a record of ours, a paper that was written elsewhere, a dictionary, a letterhead, or any file. */
export type OpenedKind = 'record' | 'paper' | 'dictionary' | 'letterhead' | 'document'

/** The extensions of each kind, with their dots; none: every file. */
export const openedExtensions: Readonly<Record<OpenedKind, readonly string[]>> = {
  record: ['.sepaham'],
  paper: ['.docx', '.txt'],
  dictionary: ['.dic', '.aff'],
  letterhead: ['.docx', '.dotx'],
  document: [],
}
