// node electron/start/run.mjs electron/packaging/icon.ts: draws icon.png from icon.svg, in an installed browser.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findTool } from '../start/tools.mjs'

const browserPath = findTool('chromium')
if (typeof browserPath !== 'string') throw new Error('Drawing the icon needs Chromium, Chrome or Edge.')
const folder = import.meta.dirname
const browser = await chromium.launch({ executablePath: browserPath })
const page = await browser.newPage({ viewport: { width: 512, height: 512 } })
await page.setContent(`<body style="margin:0">${readFileSync(join(folder, 'icon.svg'), 'utf8')}</body>`)
writeFileSync(join(folder, 'icon.png'), await page.screenshot({ omitBackground: true }))
await browser.close()
