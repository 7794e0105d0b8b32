import type { KeyboardEvent, SyntheticEvent } from 'react'

function keep(event: SyntheticEvent): void {
  event.stopPropagation()
}

/** For a link in a row: it opens its screen by itself, in a new window too; the row would open it once more. */
export const ownEvents = {
  onPointerDown: keep,
  onMouseDown: keep,
  onClick: keep,
  onKeyDown: (event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep(event)
  },
} as const
