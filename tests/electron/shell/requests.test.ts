import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackagedFiles } from '../../../electron/host/packagedFiles.ts'
import { fileFor, isOwnFrame, isRequestAllowed } from '../../../electron/shell/requests.ts'

const app = { file: '/out/renderer/assets/app.js', type: 'text/javascript' }
const files: PackagedFiles = new Map([['/assets/app.js', app]])

describe('app://sepaham/', () => {
  it('is the page', () => expect(fileFor('app://sepaham/', files)).toBe('page'))
  it('is the page whatever its fragment says', () =>
    expect(fileFor('app://sepaham/#/meetings', files)).toBe('page'))
  it('has the listed files', () => expect(fileFor('app://sepaham/assets/app.js', files)).toBe(app))

  for (const url of [
    'app://sepaham/index.html',
    'app://sepaham/assets/',
    'app://sepaham/assets/app.js?x',
    'app://sepaham//assets/app.js',
    'app://sepaham/assets%2fapp.js',
    'app://sepaham/assets/app.js%00',
    'app://sepaham/assets%5capp.js',
    'app://sepaham/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://other/assets/app.js',
    'app://sepaham:1/assets/app.js',
    'app://a@sepaham/assets/app.js',
    'app:assets/app.js',
    'file:///etc/passwd',
    'https://sepaham/assets/app.js',
    '\\\\server\\share',
    '',
  ])
    it(`has no ${url}`, () => expect(fileFor(url, files)).toBeNull())

  it('gives the page or a listed file for any of 10,000 hostile addresses, and never another', () => {
    const part = fc.constantFrom(
      ...['..', '.', '%2e%2e', '%2E.', '..%2f', '%5c', '\\', '%00', '\0', '//', '/', ':', '@', '?', '#', '%'],
      ...[
        'etc',
        'passwd',
        'C:',
        'assets',
        'app.js',
        'sepaham',
        'server',
        'index.html',
        'main.cjs',
        'ខ្មែរ',
        '\u202e',
      ],
    )
    const path = fc.array(fc.oneof(part, fc.string({ maxLength: 6 })), { maxLength: 12 })
    const start = fc.constantFrom(
      'app://sepaham/',
      'app://sepaham',
      'app://',
      'app:',
      'APP://SEPAHAM/',
      '/',
      '',
    )
    let found = 0
    fc.assert(
      fc.property(start, path, fc.constantFrom('/', ''), (first, parts, between) => {
        const url = first + parts.join(between)
        const result = fileFor(url, files)
        if (result === null) return
        found++
        expect(result === 'page' || result === app).toBe(true)
        expect(new URL(url).pathname).toBe(result === 'page' ? '/' : '/assets/app.js')
      }),
      { numRuns: 10_000, seed: 20_250_519 },
    )
    expect(found).toBeGreaterThan(0)
  })
})

describe('a request', () => {
  for (const url of ['app://sepaham/x', 'blob:app://sepaham/1', 'data:text/plain,x', 'APP://sepaham/'])
    it(`to ${url} is allowed`, () => expect(isRequestAllowed(url)).toBe(true))
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'devtools://devtools/bundled/x',
    'chrome://settings',
    'javascript:alert(1)',
    'apps://sepaham/',
    ' app://sepaham/',
    'x',
    '',
  ])
    it(`to "${url}" is not`, () => expect(isRequestAllowed(url)).toBe(false))
})

describe('a frame', () => {
  const url = 'app://sepaham/'
  it('that is the top of our page may ask', () => expect(isOwnFrame({ url, parent: null })).toBe(true))
  it('inside of our page may not', () => expect(isOwnFrame({ url, parent: {} })).toBe(false))
  it('that has gone may not', () => expect(isOwnFrame(null)).toBe(false))
  for (const other of [
    'https://sepaham/',
    'app://sepaham.evil/',
    'app://evil/',
    'app://sepaham:81/',
    'app://a:b@sepaham/',
    'about:blank',
    'data:text/html,x',
    'blob:app://sepaham/1',
    'file:///app://sepaham/',
    '',
  ])
    it(`at "${other}" may not`, () => expect(isOwnFrame({ url: other, parent: null })).toBe(false))
})
