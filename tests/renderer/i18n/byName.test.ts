import { describe, expect, it } from 'vitest'
import { byName } from '../../../renderer/i18n/byName.ts'

const inOrder = (...names: readonly string[]) =>
  expect(names.toReversed().toSorted(byName('id', (name) => name))).toEqual(names)

describe('a list by name', () => {
  it('does not care for case and accents', () =>
    inOrder('Ahmad', 'ándi', 'Budi', 'Dara', 'Ébert', 'Zulkifli'))
  it('counts', () => inOrder('Direktorat 2', 'Direktorat 10'))
  it('has Khmer in the order of its dictionaries', () => inOrder('Zulkifli', 'រក', 'ឫក', 'លក', 'ឧក', 'អូក'))
})
