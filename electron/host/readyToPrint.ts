/**
 * An expression that a browser is asked before it prints a page: true once fonts and pictures are there. Pictures in the
 * margins of a page are on paper only if they were read before.
 */
export const readyToPrint =
  'Promise.all([document.fonts.ready, ...Array.from(document.images, (one) => one.decode().catch(() => null))]).then(() => true)'
