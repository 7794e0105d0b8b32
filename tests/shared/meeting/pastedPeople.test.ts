import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastedPeople } from '../../../shared/meeting/pastedPeople.ts'
import { pastedTable } from '../../../shared/meeting/pastedTable.ts'

describe('a pasted table', () => {
  it('comes from the clipboard of a spreadsheet with quoted cells of several lines', () =>
    expect(pastedTable('Nama\tJabatan\r\nSok Dara\t"Direktur\r\nJenderal ""a.i."""\r\n')).toEqual([
      ['Nama', 'Jabatan'],
      ['Sok Dara', 'Direktur\nJenderal "a.i."'],
    ]))
  it('comes from CSV with semicolons or commas', () => {
    expect(pastedTable('Nama;Instansi\n"Lestari; Ratna";Imigrasi')[1]).toEqual(['Lestari; Ratna', 'Imigrasi'])
    expect(pastedTable('Name,Agency\n"Lestari, Ratna",Immigration')[1]).toEqual([
      'Lestari, Ratna',
      'Immigration',
    ])
  })
  it('keeps a quotation mark that is part of a name', () =>
    expect(pastedTable('"Budi" Santoso\tx\n"offen\ty')).toEqual([
      ['"Budi" Santoso', 'x'],
      ['"offen', 'y'],
    ]))
  it('comes back from its cells, whatever stands in them', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 4 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (cells) => {
          const clean = cells.map((row) => row.map((cell) => `a${cell.replace(/[\r\ufeff]/g, '')}`))
          const text = clean
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t'))
            .join('\n')
          expect(pastedTable(text)).toEqual(clean)
        },
      ),
    ))
})

describe('a pasted list of people', () => {
  it('has its columns by Indonesian headings', () => {
    const { columns, rows } = pastedPeople(
      'No.\tNama Lengkap\tJabatan\tInstansi\n1\tMr. A. Wirawan\tDirektur\tDirektorat Jenderal Imigrasi',
      'en',
    )
    expect(columns).toEqual(['none', 'name', 'title.id', 'agency'])
    expect(rows).toEqual([
      {
        line: 2,
        person: {
          honorific: 'Mr.',
          name: 'A. Wirawan',
          khmerName: '',
          title: { id: 'Direktur' },
          agency: 'Direktorat Jenderal Imigrasi',
        },
        side: null,
        problem: null,
      },
    ])
  })
  it('has its columns by English headings, the name in Khmer too', () =>
    expect(
      pastedPeople('Name\tName in Khmer\tTitle\tMinistry\tRemarks\na\tb\tc\td\te', 'id').columns,
    ).toEqual(['name', 'khmerName', 'title.en', 'agency', 'none']))
  it('has its columns by what stands in them where there are no headings', () =>
    expect(
      pastedPeople(
        '1\tMr.\tSok Dara\tសុខ ដារ៉ា\tDirektur\tKementerian Luar Negeri\n2\tMs.\tChan Sophea\tចាន់ សុភា\t\t',
        'id',
      ).columns,
    ).toEqual(['none', 'honorific', 'name', 'khmerName', 'title.id', 'agency']))
  it('has the columns that somebody set', () => {
    const list = pastedPeople('Peran\tInstansi\nSok Dara\tKementerian', 'id', new Map([[0, 'name']]))
    expect(list.rows[0]?.person.name).toBe('Sok Dara')
  })
  it('says whose side each row is on; where it does not, nobody is put on one', () => {
    for (const heading of ['Pihak', 'Negara', 'Side', 'Country', 'ប្រទេស', 'Delegasi']) {
      const list = pastedPeople(`Nama\t${heading}\nBudi\tRI\nSok Dara\tKamboja\nLim\t`, 'id')
      expect([heading, list.columns[1]]).toEqual([heading, 'side'])
      expect(list.rows.map(({ side, problem }) => [side, problem])).toEqual([
        ['IDN', null],
        ['KHM', null],
        [null, null],
      ])
    }
  })
  it('has the column of sides by what stands in it where there are no headings', () =>
    expect(pastedPeople('Budi\tIDN\tDirektur\nSok Dara\tCambodia\tMenteri', 'id').columns).toEqual([
      'name',
      'side',
      'title.id',
    ]))
  it('refuses a row of a country that is not known, until somebody says its side', () => {
    const text = 'Nama\tPihak\nBudi\tPrancis'
    expect(pastedPeople(text, 'id').rows[0]).toMatchObject({
      side: null,
      problem: { kind: 'unknownCountry', said: 'Prancis' },
    })
    expect(pastedPeople(text, 'id', new Map(), new Map([[2, 'KHM']])).rows[0]).toMatchObject({
      side: 'KHM',
      problem: null,
    })
  })
  it('is refused as a whole without a column of names, without rows, or with too many', () => {
    expect(pastedPeople('Jabatan\tInstansi\nDirektur\tImigrasi', 'id')).toMatchObject({
      problem: 'noNameColumn',
      rows: [],
    })
    expect(pastedPeople(' \n\t\n', 'id').problem).toBe('empty')
    expect(pastedPeople('Nama\tJabatan', 'id').problem).toBe('empty')
    expect(pastedPeople('Sok Dara\n'.repeat(2_000), 'id').problem).toBeNull()
    expect(pastedPeople('Sok Dara\n'.repeat(2_001), 'id').problem).toBe('tooManyRows')
  })
  it('says of each bad row what is wrong', () =>
    expect(
      pastedPeople(
        `Nama\tJabatan\n\tDirektur\nSok\u0007 Dara\t\n${'a'.repeat(161)}\t\nBudi\t\u0001`,
        'id',
      ).rows.map(({ line, problem }) => [line, problem]),
    ).toEqual([
      [2, { kind: 'noName' }],
      [3, { kind: 'controlCharacter', column: 'name' }],
      [4, { kind: 'tooLong', column: 'name', atMost: 160 }],
      [5, { kind: 'controlCharacter', column: 'title.id' }],
    ]))
})
