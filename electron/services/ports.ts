/** What services need of the machine beyond the record's own folder. Each host fills these in its own way. */
export type Desktop = {
  /** Asks the person where to save; null when he cancels. The path never comes from the renderer. */
  readonly chooseSavePath: (question: {
    readonly client: string
    readonly suggestedName: string
  }) => Promise<string | null>
  /** Asks the person which record to open; null when he cancels. */
  readonly chooseOpenPath: (question: { readonly client: string }) => Promise<string | null>
  /** Prints a self-contained page (no link leads out of it) as A4 PDF; null where no browser can be had. */
  readonly printPdf: (page: { readonly html: string }) => Promise<Uint8Array | null>
}
