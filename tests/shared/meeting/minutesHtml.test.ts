import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/meeting/minutesDocument.ts'
import { minutesHtml, type PageFont } from '../../../shared/meeting/minutesHtml.ts'
import { auditHead, canary, minutesOf, withCanaries } from '../../support/canaries.ts'
import { delegate, nusaDua } from '../../support/nusaDua.ts'
import { printedPages } from '../../support/printPdf.ts'

describe('minutesHtml', () => {
  it('prints as A4 pages with classification, number of the page, the end of the log, and each annex on its own', async () => {
    const pages = await printedPages(minutesHtml(minutesOf(nusaDua()), { draft: false, fonts: [khmer()] }))
    expect(pages).toHaveLength(4)
    pages.forEach((page, index) => {
      expect(page).toMatch(/^\s*RESTRICTED\s+SAMPLE: invented people, not a real record$/m)
      expect(page).toMatch(new RegExp(`^\\s*${index + 1} of 4\\s+Audit log ${auditHead}$`, 'm'))
    })
    expect(pages[0]).toMatch(/4\.1\s+The Meeting discussed the text article by article/)
    expect(pages[2]).toMatch(/Annex 1\n\s*Lists of delegates/)
    expect(pages[3]).toMatch(/Annex 2\n\s*Agenda/)
  })

  it('repeats the header row of a table over its pages', async () => {
    const { dossier, docs } = nusaDua()
    const many = Array.from({ length: 60 }, (_, index) =>
      delegate(2_000 + index, 'KHM', 'member', index + 2, '', `Delegate ${index + 1}`, '', { id: 'Anggota' }),
    )
    const delegates = [...dossier.delegates, ...many]
    const minutes = minutesOf({ dossier: { ...dossier, delegates }, docs }, 'id', 'KHM')
    const pages = await printedPages(minutesHtml(minutes, { draft: true, fonts: [] }))
    const listed = pages.filter((page) => /Delegate \d+/.test(page))
    expect(listed.length).toBeGreaterThan(1)
    for (const page of listed) expect(page).toMatch(/No\.\s+Nama\s+Jabatan\s+Instansi\s+Peran/)
    expect(pages[0]).toMatch(/^\s*1 dari \d+\s+Log audit [0-9a-f]{16}$/m)
  })

  it('escapes every word, so that no text becomes a tag, a style or a script', () => {
    const wicked = `</style><script>alert("x")</script> & ' <img src=https://example.org/x>`
    const blocks: readonly Block[] = [
      { kind: 'title', runs: [{ text: wicked }] },
      { kind: 'listItem', marker: wicked, depth: 99, runs: [{ text: wicked, bold: true, language: 'id' }] },
      { kind: 'table', use: 'written', header: [[{ text: wicked }]], rows: [[{ runs: [{ text: wicked }] }]] },
      { kind: 'paragraph', number: wicked, runs: [{ text: `ក្រ${wicked}` }] },
    ]
    const page = minutesHtml({ ...minutesOf(nusaDua()), blocks }, { draft: true, fonts: [] })
    expect(page).not.toMatch(/<script|<img/)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).toContain('&#60;script&#62;alert(&#34;x&#34;)')
  })

  it('loads nothing, and takes fonts as data only', () => {
    const page = minutesHtml(minutesOf(nusaDua()), { draft: true, fonts: [khmer()] })
    expect(page.replace(/url\(data:[^)]*\)/g, '')).not.toMatch(/url\(|https?:|src=|href=|@import/)
    const font = { family: 'x', source: 'https://example.org/font.woff2' }
    expect(() => minutesHtml(minutesOf(nusaDua()), { draft: false, fonts: [font] })).toThrow(RangeError)
  })

  it('names the language of the page, and of passages in another', () => {
    const page = minutesHtml(minutesOf(nusaDua(), 'id'), { draft: false, fonts: [] })
    expect(page).toContain('<html lang="id">')
    expect(page).toContain('<span lang="km">សុខ ដារ៉ា</span>')
  })

  it('has a watermark in a draft only', () => {
    const isMarked = (draft: boolean) =>
      minutesHtml(minutesOf(nusaDua()), { draft, fonts: [] }).includes('<div class="watermark"')
    expect([isMarked(true), isMarked(false)]).toEqual([true, false])
  })

  it('holds nothing internal', () =>
    expect(minutesHtml(minutesOf(withCanaries(nusaDua())), { draft: true, fonts: [] })).not.toContain(canary))
})

function khmer(): PageFont {
  const file = new URL(
    '../../../node_modules/@fontsource-variable/noto-serif-khmer/files/noto-serif-khmer-khmer-wght-normal.woff2',
    import.meta.url,
  )
  return {
    family: 'Noto Serif Khmer',
    source: `data:font/woff2;base64,${readFileSync(file).toString('base64')}`,
    weight: '100 900',
    range: 'U+1780-17FF, U+19E0-19FF, U+200C-200D, U+25CC',
  }
}
