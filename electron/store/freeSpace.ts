import { statfsSync } from 'node:fs'

/** How many bytes this user may still write where a file or folder is. */
export function freeBytesAt(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}
