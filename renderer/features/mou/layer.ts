import type { MilestoneId } from '../../../shared/ids.ts'

/** A layer above the page of an instrument, and what it is about. */
export type Layer =
  | { readonly kind: 'mou' }
  | { readonly kind: 'stage' }
  | { readonly kind: 'milestone'; readonly milestoneId: MilestoneId | null }
  | { readonly kind: 'force' }
  | { readonly kind: 'link' }

export type OpenLayer = (layer: Layer) => void
