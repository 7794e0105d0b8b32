import { describe, expect, it } from 'vitest'
import { escapedXml, xmlText } from '../../../shared/docx/xmlText.ts'

describe('xmlText', () => {
  it('keeps what XML can hold', () => {
    for (const text of ['Attaché', 'ក្រសួង\u200bមហាផ្ទៃ', 'line\nfeed\ttab', '\u{1f600}\u{10ffff}', '\ufffd'])
      expect(xmlText(text)).toEqual({ text, removed: 0 })
  })
  it('leaves out and counts what XML cannot hold', () => {
    expect(xmlText('a\u0000b\u000bc\u001f')).toEqual({ text: 'abc', removed: 3 })
    expect(xmlText('\ufffeend\uffff')).toEqual({ text: 'end', removed: 2 })
  })
  it('leaves out halves of surrogate pairs, and no whole ones', () => {
    expect(xmlText('\ud83d')).toEqual({ text: '', removed: 1 })
    expect(xmlText('\ude00\ud83d\ude00\ud83d')).toEqual({ text: '\u{1f600}', removed: 2 })
  })
})

describe('escapedXml', () => {
  it('escapes what would end an element or an attribute', () =>
    expect(escapedXml('<a href="x">&amp;')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;'))
})
