import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Protocol, protocol } from 'electron'
import { pageHeaders } from '../host/contentSecurityPolicy.ts'
import { renderIndexPage, type PageState } from '../host/indexPage.ts'
import type { PackagedFiles } from '../host/packagedFiles.ts'
import { appScheme, fileFor } from './requests.ts'

/** Must run before the app is ready. The scheme behaves as https does; it may neither pass by the policy nor keep workers. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

type Deps = {
  readonly files: PackagedFiles
  readonly indexFile: string
  readonly pageState: () => Promise<Omit<PageState, 'nonce'>>
}

/** Answers app://sepaham/ in one session. */
export function serveApp(sessionProtocol: Protocol, { files, indexFile, pageState }: Deps): void {
  sessionProtocol.handle(appScheme, async (request) => {
    const found = request.method === 'GET' ? fileFor(request.url, files) : null
    if (found === null) return new Response(null, { status: 404 })
    const nonce = randomBytes(18).toString('base64')
    if (found === 'page') {
      const [html, state] = await Promise.all([readFile(indexFile, 'utf8'), pageState()])
      const page = renderIndexPage(html, { nonce, ...state })
      return new Response(page, { headers: pageHeaders('text/html; charset=utf-8', nonce) })
    }
    return new Response(new Uint8Array(await readFile(found.file)), {
      headers: pageHeaders(found.type, nonce),
    })
  })
}
