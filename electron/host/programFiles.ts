import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The parts of the program that a host starts or serves. */
export type ProgramFiles = {
  readonly record: string
  readonly jobs: string
  readonly preload: string
  readonly renderer: string
  /** Scripts, styles and fonts of the page. */
  readonly assets: string
  /** Runs from the sources, as in development: only then may pages come from a server of hot reload. */
  readonly fromSource: boolean
}

/** `folder` is that of the composition root: out/main of the bundles, or electron/ of the sources. */
export function programFiles(folder: string): ProgramFiles {
  const fromSource = existsSync(join(folder, 'serve.ts'))
  const out = fromSource ? join(folder, '..', 'out') : join(folder, '..')
  return {
    record: fromSource ? join(folder, 'record', 'entry.ts') : join(folder, 'record.cjs'),
    jobs: fromSource ? join(folder, 'jobs', 'entry.ts') : join(folder, 'jobs.cjs'),
    preload: join(out, 'preload', 'preload.cjs'),
    renderer: join(out, 'renderer'),
    assets: join(out, 'renderer', 'assets'),
    fromSource,
  }
}
