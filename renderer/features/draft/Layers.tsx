import { BracketDialog } from './BracketDialog.tsx'
import type { Layer } from './DraftContext.ts'
import { LibraryDialog } from './LibraryDialog.tsx'
import { NameVersionDialog } from './NameVersionDialog.tsx'
import { NumberDialog } from './NumberDialog.tsx'
import { NumberingDialog } from './NumberingDialog.tsx'
import { ReadingDialog } from './ReadingDialog.tsx'
import { ReferenceDialog } from './ReferenceDialog.tsx'
import { ResolveDialog } from './ResolveDialog.tsx'

/** The layer that is open above the draft. */
export function Layers({ layer, onClose }: { readonly layer: Layer; readonly onClose: () => void }) {
  switch (layer.kind) {
    case 'bracket':
      return <BracketDialog bracketId={layer.bracketId} onClose={onClose} />
    case 'resolve':
      return <ResolveDialog bracketId={layer.bracketId} onClose={onClose} />
    case 'number':
      return <NumberDialog onClose={onClose} />
    case 'numbering':
      return <NumberingDialog onClose={onClose} />
    case 'reference':
      return <ReferenceDialog onClose={onClose} />
    case 'library':
      return <LibraryDialog onClose={onClose} />
    case 'reading':
      return <ReadingDialog onClose={onClose} />
    case 'nameVersion':
      return <NameVersionDialog onClose={onClose} />
  }
}
