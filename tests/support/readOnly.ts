import { execFileSync } from 'node:child_process'
import { chmodSync, statSync } from 'node:fs'

/**
 * Takes from this user the right to write a file, or to write in a folder; returns how to give it back. Root may
 * write everything, so for it the place is mounted read-only. Null where that cannot be done.
 */
export function makeReadOnly(path: string): (() => void) | null {
  if (process.platform === 'win32') return null // the read-only mark of a folder means nothing there
  if (process.getuid?.() !== 0) {
    const { mode } = statSync(path)
    chmodSync(path, mode & 0o555)
    return () => chmodSync(path, mode)
  }
  try {
    execFileSync('mount', ['--bind', path, path], { stdio: 'ignore' })
    execFileSync('mount', ['-o', 'remount,bind,ro', path], { stdio: 'ignore' })
    return () => void execFileSync('umount', ['-l', path], { stdio: 'ignore' })
  } catch {
    return null
  }
}
