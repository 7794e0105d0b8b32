import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** The most characters that one paste may bring: about 700 pages. More would freeze the window. */
export const mostPasted = 2_000_000

/**
 * Looks at the length of what is pasted or dropped before anything reads it. Too much is refused and told, with the
 * number of characters, and the text stays as it is; formatting that outweighs the words many times is left out.
 */
export function pasteLimits(onRefused: (characters: number) => void): Extension {
  return Extension.create({
    name: 'pasteLimits',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste(view, event) {
              const given = event.clipboardData
              if (!given) return false
              const text = given.getData('text/plain')
              if (text.length > mostPasted) {
                event.preventDefault()
                onRefused(text.length)
                return true
              }
              if (given.getData('text/html').length <= mostPasted) return false
              event.preventDefault()
              if (text === '') onRefused(given.getData('text/html').length)
              else view.pasteText(text)
              return true
            },
            drop(_, event) {
              const given = event.dataTransfer
              if (!given) return false
              const length = Math.max(given.getData('text/plain').length, given.getData('text/html').length)
              if (length <= mostPasted) return false
              event.preventDefault()
              onRefused(length)
              return true
            },
          },
        },
      }),
    ],
  })
}
