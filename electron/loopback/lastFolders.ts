import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** What a folder was last used for: records, or the papers that are written of them. */
export type FolderUse = 'records' | 'papers'

export type LastFolders = {
  /** Where a file of this use was last chosen on this computer; null: nowhere yet. The folder may be gone. */
  readonly of: (use: FolderUse) => string | null
  readonly keep: (use: FolderUse, folder: string) => void
}

/**
 * The folders in which files were last chosen, kept in a file of this computer, as a system's own dialogs keep them.
 * They are a convenience: a file that cannot be read or written stops nothing.
 */
export function openLastFolders(path: string): LastFolders {
  let present = read(path)
  return {
    of: (use) => present[use] ?? null,
    keep(use, folder) {
      if (present[use] === folder) return
      present = { ...present, [use]: folder }
      try {
        writeFileSync(`${path}.new`, JSON.stringify(present), { mode: 0o600 })
        renameSync(`${path}.new`, path)
      } catch {
        // The folder is remembered as long as the program runs.
      }
    },
  }
}

type Folders = Partial<Record<FolderUse, string>>

function read(path: string): Folders {
  try {
    const { records, papers } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>
    return {
      ...(typeof records === 'string' && { records }),
      ...(typeof papers === 'string' && { papers }),
    }
  } catch {
    return {}
  }
}
