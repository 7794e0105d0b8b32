import { describe, expect, it } from 'vitest'
import { textSchema } from '../../../../shared/text/extensions.ts'
import type { SaidOfBracket } from '../../../../shared/text/instrument/bracketCommands.ts'
import {
  addAlternative,
  bracketAlternatives,
  bracketSelection,
  changeBracket,
  endBracket,
} from '../../../../shared/text/instrument/bracketCommands.ts'
import { bracketsIn } from '../../../../shared/text/textBrackets.ts'
import { ids } from '../support.ts'
import { after, editing, plain, read, refuses, undone } from './support.ts'

const newId = ids('new')
const by = (side: string, more: Partial<SaidOfBracket> = {}): SaidOfBracket => ({
  ...{
    kind: 'addition',
    state: 'open',
    sides: [side],
    reservedBy: [],
    opposedBy: [],
    note: '',
    since: 'm-2',
  },
  ...more,
})
const idOf = (state: ReturnType<typeof editing>, index = 0) => bracketsIn(state.doc)[index]?.id ?? ''

describe('bracketSelection', () => {
  it('puts words in a bracket that says whose they are and since when', () => {
    const state = after(editing('The Parties ‹shall› meet.'), bracketSelection(by('IDN'), newId))
    expect(plain(state)).toBe('The Parties [shall (IDN)] meet.')
    expect(bracketsIn(state.doc)).toMatchObject([{ sides: ['IDN'], kind: 'addition', wording: 'shall' }])
    expect(state.doc.firstChild?.child(1).attrs['since']).toBe('m-2')
  })
  it('writes in the language of the text who reserves', () => {
    const said = by('KHM', { reservedBy: ['IDN'], state: 'reserve' })
    expect(plain(after(editing('Para Pihak ‹wajib› bertemu.', 'id'), bracketSelection(said, newId)))).toBe(
      'Para Pihak [wajib (KHM; IDN mencadangkan)] bertemu.',
    )
  })
  it('holds lines whole that are selected in part', () =>
    expect(
      plain(after(editing('Article 1\nAim\n1. o‹ne\n2. t›wo\n3. three'), bracketSelection(by('KHM'), newId))),
    ).toBe('Article 1\nAim\n[1. one\n2. two (KHM)]\n3. three'))
  it('holds articles whole that are selected in part', () =>
    expect(
      plain(
        after(
          editing('Article 1\nAim\n1. o‹ne\n\nArticle 2\nForms\n1. t›wo\n2. three'),
          bracketSelection(by('KHM'), newId),
        ),
      ),
    ).toBe('[Article 1\nAim\n1. one\n\nArticle 2\nForms\n1. two\n2. three (KHM)]'))
  it('nests, and refuses to cross', () => {
    expect(plain(after(editing('‹The [Parties (KHM)] meet›.'), bracketSelection(by('IDN'), newId)))).toBe(
      '[The [Parties (KHM)] meet (IDN)].',
    )
    expect(refuses(editing('The [Par‹ties (KHM)] me›et.'), bracketSelection(by('IDN'), newId))).toBe(true)
  })
  it('gives a text that reads back as the same brackets', () => {
    const state = after(
      editing('Article 1\nAim\n1. o‹ne\n2. t›wo'),
      bracketSelection(by('KHM', { kind: 'clause' }), newId),
    )
    const seen = (doc: typeof state.doc) =>
      bracketsIn(doc).map(({ kind, sides, state: at, place, wording }) => ({
        kind,
        sides,
        at,
        place,
        wording,
      }))
    expect(seen(read(plain(state)))).toEqual(seen(state.doc))
  })
})

describe('alternatives', () => {
  const group = after(
    editing('The Parties ‹shall› meet.'),
    bracketAlternatives(by('IDN'), [{ said: by('KHM'), words: 'will' }], newId),
  )
  it('stand side by side as one group', () => {
    expect(plain(group)).toBe('The Parties [shall (IDN)] [will (KHM)] meet.')
    expect(new Set(bracketsIn(group.doc).map((bracket) => bracket.group)).size).toBe(1)
  })
  it('can be more', () =>
    expect(
      plain(after(group, addAlternative(idOf(group, 1), by('chair'), [textSchema.text('may')], newId))),
    ).toBe('The Parties [shall (IDN)] [will (KHM)] [may (Chair)] meet.'))
  it('end together when one is agreed, with one undo', () => {
    const ended = after(group, endBracket(idOf(group, 1), { kind: 'keep' }))
    expect(plain(ended)).toBe('The Parties will meet.')
    expect(plain(undone(ended))).toBe(plain(group))
  })
  it('are refused around several lines', () =>
    expect(refuses(editing('o‹ne\nt›wo'), bracketAlternatives(by('IDN'), [], newId))).toBe(true))
})

describe('changeBracket', () => {
  const state = editing('The [shall (IDN)] meet.')
  it('shows a reservation in the text', () =>
    expect(plain(after(state, changeBracket(idOf(state), { state: 'reserve', reservedBy: ['KHM'] })))).toBe(
      'The [shall (IDN; KHM reserves)] meet.',
    ))
  it('leaves the attribution as written where it stays the same', () => {
    const written = editing("The [Chair's proposal: may] meet.")
    expect(plain(after(written, changeBracket(idOf(written), { note: 'ask the capital' })))).toBe(
      plain(written),
    )
  })
})
