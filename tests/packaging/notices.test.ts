import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { noticesFile, thirdPartyNotices } from '../../electron/packaging/notices.ts'

it('the notices name the packages that are installed; if not: npm run notices', () =>
  expect(readFileSync(noticesFile, 'utf8') === thirdPartyNotices()).toBe(true))

it('the Khmer font that documents carry is named with its own licence, not that of its package', () => {
  const font = thirdPartyNotices()
    .split('-'.repeat(100))
    .find((notice) => notice.includes('@expo-google-fonts/noto-serif-khmer'))
  expect(font).toMatch(/OFL-1\.1.*\n\nCopyright 2016 Google Inc\./)
  expect(font).toContain('SIL OPEN FONT LICENSE Version 1.1')
})

it('every package of the notices may be passed on', () => {
  const licenses = [...thirdPartyNotices().matchAll(/^\S+ \d+\.\d+\.\d+\S* \((.+)\)$/gm)].map(
    ([, license]) => license,
  )
  expect(licenses.length).toBeGreaterThan(50)
  expect(
    licenses.filter((it) => !/MIT|Apache-2\.0|ISC|BSD|OFL-1\.1|MPL-2\.0|Unlicense|Zlib/.test(it ?? '')),
  ).toEqual([])
})
