export type Tool = 'chromium' | 'soffice' | 'uno' | 'pdftoppm' | 'khmerFont' | 'gcc' | 'pandoc' | 'docxPython'
export declare const testTools: readonly Tool[]
export declare const benchTools: readonly Tool[]
export declare function findTool(name: Tool): string | true | null
export declare function ensureTools(names: readonly Tool[]): {
  readonly missing: readonly { readonly tool: Tool; readonly title: string }[]
  readonly command: string | null
  readonly said: string
}
