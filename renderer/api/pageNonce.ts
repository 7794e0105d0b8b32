/** The nonce of this page's content security policy: style sheets that scripts put in must carry it. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? ''
}
