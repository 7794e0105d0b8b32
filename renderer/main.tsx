import '../shared/api/withoutCode.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { installTrustedTypes } from './trustedTypes.ts'

// What has to be so before any other module of the page is evaluated; the rest is loaded after it. A bundler may
// move shared modules ahead of the one that imports them, so the order of imports alone would not hold.
installTrustedTypes()
// The desktop's Chromium has Temporal; an older installed browser may not.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { start } = await import('./start.tsx')
start()
