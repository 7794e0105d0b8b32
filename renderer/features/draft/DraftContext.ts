import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { createContext, useContext } from 'react'
import type { MouId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/values.ts'
import type { TextSession } from '../../editor/textSession.ts'
import type { ChangesDesk } from './changesDesk.ts'
import type { Find } from './find.ts'
import type { DraftWatch } from './watchFacts.ts'

/** A layer above the draft, and what it is about. */
export type Layer =
  | { readonly kind: 'bracket'; readonly bracketId: string | null }
  | { readonly kind: 'resolve'; readonly bracketId: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'numbering' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'library' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'nameVersion' }

/** What the sheet shows: the text that is written, or one that is worked out of it and only read. */
export type SheetView =
  | { readonly kind: 'marked' }
  | { readonly kind: 'side'; readonly side: string }
  | { readonly kind: 'clean' }
  | { readonly kind: 'past'; readonly revision: number; readonly name: string }

export type DraftSides = { readonly own: string; readonly other: string }

export type DraftDesk = {
  readonly mouId: MouId
  readonly session: TextSession
  readonly editor: Editor
  /** Whether something can be written now: no other window has the text, and it is the text itself that is shown. */
  readonly canWrite: boolean
  readonly language: Language
  readonly sides: DraftSides
  readonly watch: DraftWatch
  readonly find: Find
  readonly changes: ChangesDesk
  readonly view: SheetView
  readonly setView: (view: SheetView) => void
  readonly panel: string | null
  readonly setPanel: (panel: string | null) => void
  readonly open: (layer: Layer) => void
  /** Does something to the text and says so where it cannot be done there. */
  readonly act: (command: Command) => boolean
}

export const DraftContext = createContext<DraftDesk | null>(null)

/** The draft that is shown, and what can be opened beside and above it. */
export function useDraft(): DraftDesk {
  const desk = useContext(DraftContext)
  if (desk === null) throw new Error('useDraft outside of DraftScreen')
  return desk
}
