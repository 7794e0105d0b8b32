import { describe, expect, it } from 'vitest'
import { numberAll } from '../../../../shared/text/instrument/numberCommands.ts'
import { recogniseClauses } from '../../../../shared/text/instrument/recogniseClauses.ts'
import { toPlainText } from '../../../../shared/text/plainText.ts'
import { p, reading, wordFile } from '../../../support/wordFile.ts'
import { ids } from '../support.ts'
import { after, editingDoc, plain } from './support.ts'

const level = (at: number, format: string, form: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${form}"/></w:lvl>`
const item = (at: number, words: string) =>
  p(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`)
const numbering =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Pasal %1')}${level(1, 'decimal', '(%2)')}` +
  `${level(2, 'lowerLetter', '%3.')}${level(3, 'lowerRoman', '(%4)')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

describe('a Word file whose numbers count themselves', () => {
  const body =
    p('BAB I') +
    p('KETENTUAN UMUM') +
    item(0, 'Tujuan') +
    item(1, 'Para Pihak bekerja sama melalui:') +
    item(2, 'pelatihan;') +
    item(3, 'di Jakarta;') +
    item(3, 'di Phnom Penh;') +
    item(2, 'kunjungan.') +
    item(0, 'Pendanaan') +
    p('Masing-masing menanggung biayanya.')
  const { asProposed } = reading(wordFile({ numbering, body }))
  const { doc, doubtful } = recogniseClauses(asProposed, { language: 'id', newId: ids('p') })

  it('is read with its levels, and not a character is lost', () => {
    expect(toPlainText(doc)).toBe(toPlainText(asProposed))
    expect(doubtful).toBe(0)
    const letters: unknown[] = []
    doc.descendants((node) => {
      if (node.type.name === 'letter') letters.push(node.attrs['level'])
    })
    expect(letters).toEqual([1, 2, 2, 1])
    expect(doc.firstChild?.type.name).toBe('division')
  })
  it('counts on by the scheme that it came with', () =>
    expect(plain(after(editingDoc(doc), numberAll()))).toBe(toPlainText(doc)))
})
