import { describe, expect, it } from 'vitest'
import { judgedRows } from '../../../shared/meeting/judgedRows.ts'
import { pastedPeople, type PastedRow } from '../../../shared/meeting/pastedPeople.ts'
import type { AlikePerson } from '../../../shared/meeting/pastedPerson.ts'
import { Person } from '../../../shared/meeting/people.ts'

const alike = (count: number, name: string, likeness: AlikePerson['likeness']): AlikePerson => ({
  likeness,
  person: Person.parse({
    ...{ id: `01900000-0000-7000-8000-00000000000${count}`, side: 'KHM', honorific: '', name, khmerName: '' },
    ...{ title: {}, agencyId: null, signsAs: '', rank: null, endedOn: null, posts: [] },
  }),
})

const ofCambodia = (rows: readonly PastedRow[]) => rows.map((row) => ({ ...row, side: 'KHM' }))

it('only what nobody can know is left to be chosen', () => {
  const { rows } = pastedPeople(
    ['Nama', 'Chan Sophea', 'SOK DARA', 'Keo Vannac', 'Lim Rithy', 'Chan-Sophea', 'Chan Sophia', ''].join(
      '\n',
    ),
    'id',
  )
  const dara = alike(1, 'Sok Dara', 'same')
  const judged = judgedRows(ofCambodia(rows), [
    [],
    [dara],
    [alike(2, 'Keo Vannak', 'near')],
    [alike(3, 'Lim Rithy', 'same'), alike(4, 'Rithy Lim', 'same')],
    [],
    [],
  ])
  expect(judged.map(({ line, suggested, likeLine }) => [line, suggested, likeLine])).toEqual([
    [2, 'new', null],
    [3, dara.person.id, null],
    [4, null, null],
    [5, null, null], // two of the record are called so
    [6, 'leaveOut', 2],
    [7, null, 2],
  ])
})

describe('a row with a problem', () => {
  it('is left out, and takes no answer from another row', () => {
    const { rows } = pastedPeople('Nama\tJabatan\n\tDirektur\nSok Dara\t', 'id')
    const dara = alike(1, 'Sok Dara', 'same')
    expect(judgedRows(ofCambodia(rows), [[dara]]).map(({ suggested }) => suggested)).toEqual([
      'leaveOut',
      dara.person.id,
    ])
  })
})

it('rows of two sides are never taken for one person, and what is not known yet is nobody', () => {
  const { rows } = pastedPeople('Nama\tPihak\nKim\tIDN\nKim\tKHM\nKim\tKHM', 'id')
  const judged = judgedRows(
    rows.map((row) => ({ ...row, side: row.side ?? 'IDN' })),
    [[], null, []],
  )
  expect(judged.map(({ suggested, likeLine }) => [suggested, likeLine])).toEqual([
    ['new', null],
    [null, null],
    ['leaveOut', 3],
  ])
})
