import { request } from 'node:http'
import { renderIndexPage, type PageState } from '../host/indexPage.ts'
import type { DevelopmentFile } from './httpHost.ts'

/** Fetches a page or a module from the server of hot reload; a page is rendered as the built one is. */
export function createDevServerProxy(
  server: string,
): (url: string, state: PageState) => Promise<DevelopmentFile> {
  return (url, state) =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(url, server), (answered) => {
        const chunks: Buffer[] = []
        answered.on('data', (chunk: Buffer) => chunks.push(chunk))
        answered.once('error', reject)
        answered.once('end', () => {
          const type = answered.headers['content-type'] ?? 'text/plain'
          const body = Buffer.concat(chunks)
          resolve({
            status: answered.statusCode ?? 502,
            type,
            body: type.startsWith('text/html') ? renderIndexPage(body.toString('utf8'), state) : body,
          })
        })
      })
      asked.once('error', reject)
      asked.end()
    })
}
