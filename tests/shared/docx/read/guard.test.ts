import { strToU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { docxLimits } from '../../../../shared/docx/read/limits.ts'
import { crc32 } from '../../../../shared/docx/read/crc32.ts'
import { pixels } from '../../../../shared/docx/read/pixels.ts'
import { readDocx } from '../../../../shared/docx/read/readDocx.ts'
import { fileWithOutsideThings, hostileFiles, picture, pngOf } from '../../../support/hostileFiles.ts'
import { namespaces, p, r, reading, wordFile, wordParts, zipped } from '../../../support/wordFile.ts'

describe('a hostile or broken file', () => {
  beforeAll(() => void reading(wordFile({ body: p('x') }))) // the code is loaded and warm

  it.each(hostileFiles)('with $what is refused: $why', ({ bytes, why }) => {
    const given = bytes()
    const before = given.slice()
    expect(readDocx(given, { name: 'draft.docx', newId: () => 'i' })).toMatchObject({
      ok: false,
      fault: { kind: 'DocxRefused', why, name: 'draft.docx' },
    })
    expect(Buffer.compare(given, before)).toBe(0)
  })
  it('is named with the part that is wrong', () => {
    const styles = `<!DOCTYPE x><w:styles ${namespaces}/>`
    const file = zipped({ ...wordParts({ body: p('x'), styles: '' }), 'word/styles.xml': strToU8(styles) })
    expect(readDocx(file, { name: 'x', newId: () => 'i' })).toMatchObject({
      fault: { part: 'word/styles.xml' },
    })
  })
  it('is refused in every way that there is', () => {
    const reasons: Record<(typeof hostileFiles)[number]['why'], true> = {
      empty: true,
      notWord: true,
      oldWord: true,
      encrypted: true,
      macros: true,
      truncated: true,
      damaged: true,
      unsafePath: true,
      fileTooLarge: true,
      tooManyParts: true,
      partTooLarge: true,
      bomb: true,
      noText: true,
      doctype: true,
      brokenXml: true,
      tooDeep: true,
      tooMuch: true,
      pictureTooLarge: true,
    }
    expect([...new Set(hostileFiles.map(({ why }) => why))].sort()).toEqual(Object.keys(reasons).sort())
  })
})

describe('an unusual file', () => {
  it('is read up to the limits', () => {
    expect(
      reading(wordFile({ body: '<w:sdt>'.repeat(253) + '</w:sdt>'.repeat(253) + p('x') })).asProposed
        .textContent,
    ).toBe('x')
    expect(reading(picture(7_000, 7_000)).pictures).toHaveLength(1)
    expect(docxLimits.pixels).toBeGreaterThan(7_000 * 7_000)
  })
  it('names what is outside of it, and fetches nothing', () => {
    const { unread, asProposed, pictures } = reading(fileWithOutsideThings())
    expect(asProposed.textContent).toBe('click here')
    expect(pictures).toEqual([])
    expect(unread.map(({ what, samples }) => [what, ...samples])).toEqual([
      ['unsafeLink', 'javascript:alert(1)'],
      ['link', 'https://example.org/'],
      [
        'externalResource',
        'http://example.org/track.png',
        '../../../../etc/passwd',
        'file://server/evil.dotm',
      ],
      ['embeddedObject', 'Excel.Sheet'],
      ['embeddedText'],
    ])
  })
  it('keeps text that looks like code as text', () =>
    expect(reading(wordFile({ body: p('<img src=x onerror=alert(1)>') })).asProposed.textContent).toBe(
      '<img src=x onerror=alert(1)>',
    ))
  it('may be UTF-16, or have a byte order mark', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document ${namespaces}><w:body>${p('ភាគី')}</w:body></w:document>`
    const little = new Uint8Array(2 + xml.length * 2)
    const big = new Uint8Array(2 + xml.length * 2)
    for (let at = -1; at < xml.length; at++) {
      const unit = at === -1 ? 0xfeff : xml.charCodeAt(at)
      little.set([unit & 255, unit >> 8], 2 + at * 2)
      big.set([unit >> 8, unit & 255], 2 + at * 2)
    }
    const marked = strToU8(`\ufeff${xml.replace('UTF-16', 'UTF-8')}`)
    for (const bytes of [little, big, little.subarray(2), big.subarray(2), marked])
      expect(
        reading(zipped({ ...wordParts({ body: '' }), 'word/document.xml': bytes })).asProposed.textContent,
      ).toBe('ភាគី')
  })
  it('may be strict, and call its namespaces what it likes', () => {
    const strict = 'http://purl.oclc.org/ooxml'
    const parts = wordParts({ body: '' })
    const rels = new TextDecoder()
      .decode(parts['_rels/.rels'])
      .replace(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        `${strict}/officeDocument/relationships`,
      )
    const main = `<document xmlns="${strict}/wordprocessingml/main" xmlns:ns0="${strict}/wordprocessingml/main"><body><p><r><rPr><b ns0:val="0"/></rPr><t>strict</t></r></p></body></document>`
    const { asProposed } = reading(
      zipped({ ...parts, '_rels/.rels': strToU8(rels), 'word/document.xml': strToU8(main) }),
    )
    expect(asProposed.textContent).toBe('strict')
    expect(asProposed.child(0).child(0).marks).toEqual([])
  })
  it('is not fooled by a prefix that means something else', () => {
    const main = `<w:document ${namespaces}><w:body><w:p><x:r xmlns:x="urn:x"><x:t>no</x:t></x:r>${r('yes')}</w:p></w:body></w:document>`
    const other = `<w:document ${namespaces}><w:body xmlns:v="urn:x"><w:p><w:r><v:imagedata/></w:r>${r('yes')}</w:p></w:body></w:document>`
    for (const xml of [main, other])
      expect(
        reading(zipped({ ...wordParts({ body: '' }), 'word/document.xml': strToU8(xml) })).asProposed
          .textContent,
      ).toBe('yes')
  })
  it('is a text even if there is nothing in it', () =>
    expect(reading(wordFile({ body: '' })).asProposed.childCount).toBe(1))
})

describe('pixels', () => {
  it.each([
    ['PNG', pngOf(300, 200), 60_000],
    ['GIF', Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x2c, 0x01, 0xc8, 0x00), 60_000],
    [
      'JPEG',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3),
      60_000,
    ],
    ['nothing known', strToU8('EMF?'), 0],
    ['half a PNG', pngOf(300, 200).subarray(0, 18), 0],
  ])('are read from %s', (_, bytes, count) => expect(pixels(bytes)).toBe(count))
})

describe('crc32', () => {
  it('is that of ZIP, in one piece or in many', () => {
    const bytes = strToU8('123456789')
    expect(crc32(bytes)).toBe(0xcbf43926)
    expect(crc32(bytes.subarray(3), crc32(bytes.subarray(0, 3)))).toBe(0xcbf43926)
    expect(crc32(new Uint8Array(0))).toBe(0)
  })
})
