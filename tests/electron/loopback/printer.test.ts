import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createBrowserPrinter } from '../../../electron/loopback/browser.ts'
import { findChromium } from '../../support/chromium.ts'

const profiles = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`sepaham-browser-${process.pid}-`))
const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1')

describe('the printer of the loopback host', () => {
  const { printPdf } = createBrowserPrinter(findChromium)

  it('prints the pages that the page says, and leaves no profile behind', async () => {
    const pdf = await printPdf({
      html: '<!doctype html><style>@page { size: A4 }</style><p>one<p style="break-before: page">two',
    })
    expect(text(pdf).slice(0, 5)).toBe('%PDF-')
    expect(text(pdf).match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    expect(text(pdf)).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/)
    expect(profiles()).toEqual([])
  })

  it('asks nothing of any network and runs no script', async () => {
    let asked = 0
    const server = createServer((_, answer) => {
      asked++
      answer.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await printPdf({
      html: `<!doctype html><link rel="stylesheet" href="${elsewhere}/a.css"><img src="${elsewhere}/b.png">
        <iframe src="${elsewhere}/c"></iframe><script>location = '${elsewhere}/d'</script>
        <meta http-equiv="refresh" content="0; url=${elsewhere}/e"><p>text`,
    })
    server.close()
    expect(asked).toBe(0)
  })

  it('says that there is no browser', async () =>
    expect(await createBrowserPrinter(() => null).printPdf({ html: '' })).toBeNull())
})
