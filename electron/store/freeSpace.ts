import { statfsSync } from 'node:fs'

/** How many bytes this user may still write in a folder. */
export function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
