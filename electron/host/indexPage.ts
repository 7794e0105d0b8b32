import type { Settings } from '../../shared/record.ts'

/** What the page must know before its first paint. */
export type PageState = {
  readonly nonce: string
  readonly settings: Pick<Settings, 'language' | 'theme' | 'density'>
  /** The window had to be loaded again after its process had gone; the page says so. */
  readonly recovered: boolean
}

/**
 * The built index.html with language, theme and density on `<html>`, so that nothing flickers, and with the nonce
 * of this response where React Aria and Tiptap look for it. All values are of closed sets or base64.
 */
export function renderIndexPage(html: string, { nonce, settings, recovered }: PageState): string {
  const attributes = [
    `lang="${settings.language}"`,
    `data-theme="${settings.theme}"`,
    `data-density="${settings.density}"`,
    ...(recovered ? ['data-recovered="true"'] : []),
  ]
  return html
    .replace(/<html[^>]*>/, `<html ${attributes.join(' ')}>`)
    .replace(/<meta name="csp-nonce"[^>]*>/, `<meta name="csp-nonce" nonce="${nonce}">`)
}
