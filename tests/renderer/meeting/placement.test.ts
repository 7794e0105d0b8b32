import { describe, expect, it } from 'vitest'
import {
  citedFigures,
  differencesOf,
  type OpenTexts,
  placementOf,
} from '../../../renderer/features/meeting/placement.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { ids, nusaDua, textId } from '../../support/nusaDua.ts'

const { dossier: given } = nusaDua()
/** The decision stands on the fourth item, the actions on the sixth. */
const dossier: MeetingDossier = {
  ...given,
  decisions: given.decisions.map((decision) => ({ ...decision, itemId: itemAt(3) })),
  actions: given.actions.map((action) => ({ ...action, itemId: itemAt(5) })),
}
const table = given.agenda.find(({ part }) => part === 'actions') ?? { id: itemAt(0) }
const decided = { kind: 'decision', id: ids.decision, itemId: itemAt(3) }

describe('what a language of the minutes does not say yet', () => {
  it('is nothing where both texts refer to the decision', () => {
    const both = placementOf(dossier, texts({ en: [ids.decision], id: [ids.decision] }))
    expect([both.unsaid('en'), both.unsaid('id'), both.missing(ids.decision)]).toEqual([[], [], []])
  })
  it('is the decision that was placed in the other language only', () => {
    const placement = placementOf(dossier, texts({ en: [ids.decision], id: [] }))
    expect(placement.unsaid('id')).toEqual([decided])
    expect(placement.unsaid('en')).toEqual([])
    expect(placement.missing(ids.decision)).toEqual(['id'])
  })
  it('is no action while the record composes their table, and every one where a person took it over', () => {
    const none = texts({ en: [ids.decision], id: [ids.decision] })
    expect(placementOf(dossier, none).unsaid('id')).toEqual([])
    const agenda = dossier.agenda.map((item) => ({ ...item, composition: 'written' as const }))
    expect(placementOf({ ...dossier, agenda }, none).unsaid('id')).toHaveLength(dossier.actions.length)
  })
  it('is an action of the table that the text of its item says in the other language only', () => {
    const [action] = dossier.actions
    if (!action) throw new Error('there are actions')
    const first = { ...action, itemId: itemAt(0) }
    const said = texts({ en: [ids.decision, action.id], id: [ids.decision] })
    const placement = placementOf({ ...dossier, actions: [first] }, said)
    expect(placement.unsaid('id')).toEqual([{ kind: 'action', id: action.id, itemId: itemAt(0) }])
    expect(placement.unsaid('en')).toEqual([])
    const ofTable = { ...action, itemId: table.id } // there the minutes say it once, in the table
    expect(placementOf({ ...dossier, actions: [ofTable] }, said).unsaid('id')).toEqual([])
  })
  it('is not known while a text of the language is not open', () => {
    const open = new Map(texts({ en: [], id: [] }))
    open.delete(textId(0, 'id'))
    expect(placementOf(dossier, open).unsaid('id')).toEqual([])
    expect(placementOf(dossier, open).unsaid('en')).toEqual([decided])
  })
  it('is no decision without an item: there is no text to put it into', () => {
    const decisions = dossier.decisions.map((decision) => ({ ...decision, itemId: null }))
    expect(placementOf({ ...dossier, decisions }, texts({ en: [], id: [] })).unsaid('en')).toEqual([])
  })
})

describe('where the languages differ', () => {
  const differences = (open: OpenTexts) =>
    differencesOf(dossier, placementOf(dossier, open), citedFigures(dossier, open, new Set())).map(
      ({ kind, id, onlyIn }) => [kind, id, onlyIn],
    )

  it('is nowhere while both say the same, also where both are silent', () => {
    const both = [ids.decision, ids.figure]
    expect(differences(texts({ en: both, id: both }))).toEqual([])
    expect(differences(texts({ en: [], id: [] }))).toEqual([])
  })
  it('is at the decision and the figure that one alone says, with the language of that one', () =>
    expect(differences(texts({ en: [ids.decision], id: [ids.figure] }))).toEqual([
      ['decision', ids.decision, 'en'],
      ['figure', ids.figure, 'id'],
    ]))
  it('is not known of texts that are not open', () => expect(differences(new Map())).toEqual([]))
})

describe('the figures that minutes cite', () => {
  const cited = (open: OpenTexts, saved: readonly string[]) =>
    citedFigures(dossier, open, new Set(saved)).map(({ figure, onlyIn }) => [figure.id, onlyIn])

  it('are those in the editors, saved or not', () => {
    expect(cited(texts({ en: [ids.figure], id: [ids.figure] }), [])).toEqual([[ids.figure, null]])
    expect(cited(texts({ en: [], id: [] }), [ids.figure])).toEqual([])
  })
  it('say where only one language cites them', () =>
    expect(cited(texts({ en: [], id: [ids.figure] }), [])).toEqual([[ids.figure, 'id']]))
  it('are those of saved texts while the texts are opening', () => {
    expect(cited(new Map(), [ids.figure])).toEqual([[ids.figure, null]])
    expect(cited(new Map(), [])).toEqual([])
  })
})

function itemAt(position: number) {
  const item = given.agenda[position]
  if (!item) throw new Error(`no item at ${position}`)
  return item.id
}

/** All texts open; what is said is said in the first one of its language. */
function texts(said: Readonly<Record<ComposedLanguage, readonly string[]>>): OpenTexts {
  return new Map(
    given.texts.map((text) => [
      text.textId,
      new Set(text.textId === textId(0, text.language) ? said[text.language] : []),
    ]),
  )
}
