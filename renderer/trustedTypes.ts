import DOMPurify from 'dompurify'

/**
 * The one policy by which text becomes HTML in this page. The content security policy refuses every other way; the
 * editor's paste goes through here without knowing of it.
 */
export function installTrustedTypes(): void {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (html) => DOMPurify.sanitize(html, { RETURN_TRUSTED_TYPE: false }),
  })
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createHTML: (html: string) => string },
      ) => unknown
    }
  }
}
