import 'temporal-polyfill/global'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { createJobs } from '../../electron/jobs/createJobs.ts'
import { readDocx } from '../../shared/docx/read/readDocx.ts'

const builtJobs = join(import.meta.dirname, '..', '..', 'out', 'main', 'jobs.cjs')

/** What one process can be asked for. */
const readers = {
  own(path: string) {
    const read = readDocx(bytesOf(path), { name: 'x', newId: ids() })
    if (!read.ok) throw new Error(read.fault.kind)
    return Promise.resolve()
  },
  refused(path: string) {
    if (readDocx(bytesOf(path), { name: 'x', newId: ids() }).ok) throw new Error(`${path} was read`)
    return Promise.resolve()
  },
  floor(path: string) {
    floor(bytesOf(path))
    return Promise.resolve()
  },
  /** As the app does it: in a new worker, which starts, loads the code of the job, reads and ends. */
  async job(path: string) {
    const jobs = createJobs<{ readDocx: { input: { name: string; bytes: Uint8Array }; output: unknown } }>({
      entry: builtJobs,
      onProgress: () => undefined,
    })
    const read = await jobs.run('readDocx', { name: 'x', bytes: bytesOf(path) })
    if (!read.ok) throw new Error(read.fault.kind)
  },
}

// One reader in a process of its own: prints the milliseconds of its work, the largest resident size, and that before.
const [reader = '', path = ''] = process.argv.slice(2)
const idle = resident()
const from = performance.now()
await readers[reader as keyof typeof readers](path)
process.stdout.write(JSON.stringify({ took: performance.now() - from, rss: resident(), idle }))

/** The least that reading the same words costs: unpacking, and one pass over the XML that takes the words out. */
function floor(bytes: Uint8Array): number {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })
  let characters = 0
  const parser = new SaxesParser({ position: false })
  parser.on('text', (text) => void (characters += text.length))
  parser.write(new TextDecoder().decode(parts['word/document.xml']))
  parser.close()
  return characters
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path))
}

function ids(): () => string {
  let last = 0
  return () => `i-${++last}`
}

function resident(): number {
  return process.resourceUsage().maxRSS / 1024
}
