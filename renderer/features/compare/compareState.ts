import type { ComparedFile, FileView } from '../../../shared/compare/comparedFile.ts'
import type { ComparedText, RecordTextFacts } from '../../../shared/compare/comparedText.ts'
import type { ChangeId, ChangeKind, Comparison, Layer } from '../../../shared/compare/comparison.ts'
import type { Fault } from '../../../shared/fault.ts'
import { layOutRows } from './layOutRows.ts'
import { type Filter, isShown, type ItemList, numberItems, quietLayers } from './numberedItems.ts'
import type { Rows } from './rows.ts'

export type Side = 'base' | 'target'

/** What lies on one side of the desk. */
export type Slot =
  | { readonly state: 'empty' }
  | { readonly state: 'reading'; readonly name: string | null } // null: as a person has just chosen it
  | { readonly state: 'ready'; readonly file: ComparedFile; readonly view: FileView }
  | { readonly state: 'record'; readonly text: RecordTextFacts }
  | { readonly state: 'failed'; readonly fault: Fault }

/** A text that lies there, ready to be compared. */
export type Laid = Extract<Slot, { readonly state: 'ready' | 'record' }>

export function isLaid(slot: Slot): slot is Laid {
  return slot.state === 'ready' || slot.state === 'record'
}

/** A comparison as the screen goes through it. */
export type Compared = {
  readonly comparison: Comparison
  readonly list: ItemList
  readonly rows: Rows
}

export type Outcome =
  | { readonly state: 'none' }
  | { readonly state: 'comparing' }
  | { readonly state: 'ready'; readonly compared: Compared }
  | { readonly state: 'failed'; readonly fault: Fault }

/** An item, and which of its places is in sight. Both count from 0. */
export type Current = { readonly item: number; readonly place: number }

export type CompareState = {
  readonly base: Slot
  readonly target: Slot
  readonly outcome: Outcome
  readonly view: 'inline' | 'side'
  readonly filter: Filter
  readonly current: Current | null
  /** A text of the record is another since it was compared. */
  readonly isOutdated: boolean
}

export type CompareEvent =
  | { readonly kind: 'read'; readonly side: Side; readonly file: ComparedFile }
  | { readonly kind: 'notRead'; readonly side: Side; readonly fault: Fault }
  | { readonly kind: 'taken'; readonly side: Side; readonly slot: Slot } // being read, or put back
  | { readonly kind: 'fileView'; readonly side: Side; readonly view: FileView }
  | { readonly kind: 'ownChanges'; readonly side: Side } // one file, before and with its tracked changes
  | { readonly kind: 'swapped' }
  | { readonly kind: 'comparing' }
  /** `unmarked`: what the file of the compared text does not track; null where nobody tracked changes. */
  | {
      readonly kind: 'compared'
      readonly comparison: Comparison
      readonly unmarked?: readonly ChangeId[] | null
    }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'onlyUnmarked'; readonly only: boolean }
  | { readonly kind: 'notCompared'; readonly fault: Fault }
  | { readonly kind: 'view'; readonly view: CompareState['view'] }
  | { readonly kind: 'selected'; readonly current: Current }
  | { readonly kind: 'stepped'; readonly by: 1 | -1 }
  | { readonly kind: 'layer'; readonly layer: Layer }
  | { readonly kind: 'changeKind'; readonly changeKind: ChangeKind }

const empty: Slot = { state: 'empty' }
const none: Outcome = { state: 'none' }

export const emptyDesk: CompareState = {
  base: empty,
  target: empty,
  outcome: none,
  view: 'inline',
  filter: { folded: new Set(quietLayers), kinds: new Set(), onlyUnmarked: false },
  current: null,
  isOutdated: false,
}

/** What the screen of a comparison is after something happened. */
export function compareReducer(state: CompareState, event: CompareEvent): CompareState {
  switch (event.kind) {
    case 'read':
      return put(state, event.side, {
        state: 'ready',
        file: event.file,
        view: viewFor(event.side, event.file, state),
      })
    case 'notRead':
      return put(state, event.side, { state: 'failed', fault: event.fault })
    case 'taken':
      return put(state, event.side, event.slot)
    case 'fileView': {
      const slot = state[event.side]
      return slot.state === 'ready' ? put(state, event.side, { ...slot, view: event.view }) : state
    }
    case 'ownChanges': {
      const slot = state[event.side]
      if (slot.state !== 'ready') return state
      const own = (view: FileView): Slot => ({ ...slot, view })
      return { ...fresh(state), base: own('asItWas'), target: own('asProposed') }
    }
    case 'swapped':
      return { ...fresh(state), base: state.target, target: state.base }
    case 'comparing':
      return { ...state, outcome: { state: 'comparing' } }
    case 'compared': {
      const list = numberItems(event.comparison, event.unmarked ?? null)
      const rows = layOutRows(event.comparison, list)
      return { ...state, outcome: { state: 'ready', compared: { comparison: event.comparison, list, rows } } }
    }
    case 'outdated':
      return { ...state, isOutdated: true }
    case 'onlyUnmarked':
      return filtered(state, { ...state.filter, onlyUnmarked: event.only })
    case 'notCompared':
      return { ...state, outcome: { state: 'failed', fault: event.fault } }
    case 'view':
      return { ...state, view: event.view }
    case 'selected':
      return { ...state, current: event.current }
    case 'stepped':
      return stepped(state, event.by)
    case 'layer':
      return filtered(state, { ...state.filter, folded: toggled(state.filter.folded, event.layer) })
    case 'changeKind':
      return filtered(state, { ...state.filter, kinds: toggled(state.filter.kinds, event.changeKind) })
  }
}

/** The items that are not folded away, by their place in the list. */
export function shownItems({ outcome, filter }: CompareState): readonly number[] {
  if (outcome.state !== 'ready') return []
  const { list } = outcome.compared
  const before = shownBefore.get(list)
  if (before?.filter === filter) return before.shown
  const shown = list.items.flatMap((item, index) => (isShown(item, filter) ? [index] : []))
  shownBefore.set(list, { filter, shown })
  return shown
}

/** Every step asks for them, and they are the same until the filter is another. */
const shownBefore = new WeakMap<ItemList, { readonly filter: Filter; readonly shown: readonly number[] }>()

/** The first item that is not folded away; null where there is none. */
export function firstShown({ outcome, filter }: CompareState): number | null {
  if (outcome.state !== 'ready') return null
  const first = outcome.compared.list.items.findIndex((item) => isShown(item, filter))
  return first === -1 ? null : first
}

/** Both texts that are to be compared; null until there are two. */
export function pairOf({
  base,
  target,
}: CompareState): { readonly base: ComparedText; readonly target: ComparedText } | null {
  const [one, other] = [textOf(base), textOf(target)]
  return one && other ? { base: one, target: other } : null
}

function textOf(slot: Slot): ComparedText | null {
  if (slot.state === 'record') return slot.text.text
  return slot.state === 'ready' ? { fileId: slot.file.fileId, view: slot.view } : null
}

/** The next item on the list that is not folded, from the current one or the first; it stays at the ends. */
function stepped(state: CompareState, by: 1 | -1): CompareState {
  const shown = shownItems(state)
  const from = state.current?.item ?? -1
  const next =
    by === 1 ? shown.find((item) => item > from) : shown.findLast((item) => from === -1 || item < from)
  return next === undefined ? state : { ...state, current: { item: next, place: 0 } }
}

/** What is folded away is not the current item any more. */
function filtered(state: CompareState, filter: Filter): CompareState {
  const { outcome, current } = state
  const item = outcome.state === 'ready' && current ? outcome.compared.list.items[current.item] : undefined
  return { ...state, filter, current: item && isShown(item, filter) ? current : null }
}

function put(state: CompareState, side: Side, slot: Slot): CompareState {
  return { ...fresh(state), [side]: slot }
}

/** Other texts: what was found in the former two no longer holds. */
function fresh(state: CompareState): CompareState {
  const filter = { ...state.filter, onlyUnmarked: false }
  return { ...state, filter, outcome: none, current: null, isOutdated: false }
}

/** A file with tracked changes is read as proposed; beside itself, the base is how it was. */
function viewFor(side: Side, { sha256, revisions }: ComparedFile, state: CompareState): FileView {
  const other = state[side === 'base' ? 'target' : 'base']
  const isSame = other.state === 'ready' && other.file.sha256 === sha256
  if (!isSame || revisions === 0) return 'asProposed'
  return other.view === 'asProposed' ? 'asItWas' : 'asProposed'
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
