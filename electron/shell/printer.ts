import { session } from 'electron'
import type { Desktop } from '../services/ports.ts'
import { printPolicy } from '../host/contentSecurityPolicy.ts'
import { readyToPrint } from '../host/readyToPrint.ts'
import { appScheme, appUrl } from './requests.ts'
import { createHiddenWindow } from './windows.ts'

/** Prints a page in a window that nobody sees, in a session in memory that serves this one page and is then gone. */
export function createPrinter(): Pick<Desktop, 'printPdf'> {
  let printed = 0
  return {
    async printPdf({ html }) {
      const own = session.fromPartition(`print-${++printed}`)
      own.protocol.handle(
        appScheme,
        () =>
          new Response(html, {
            headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printPolicy },
          }),
      )
      const window = createHiddenWindow(own)
      try {
        await window.loadURL(appUrl)
        await window.webContents.executeJavaScript(readyToPrint)
        return new Uint8Array(
          await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
        )
      } finally {
        window.destroy()
        own.protocol.unhandle(appScheme)
      }
    },
  }
}
