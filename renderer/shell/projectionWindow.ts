/** What the address of the window on the wall begins with, in the fragment. */
const start = '#/project/'

/** Whether this window is the one on the wall: it shows no shell, no start page, and nobody works in it. */
export function isProjectionWindow(): boolean {
  return location.hash.startsWith(start)
}

export function projectionAddress(meetingId: string): string {
  return `${location.pathname}${start}${meetingId}`
}
