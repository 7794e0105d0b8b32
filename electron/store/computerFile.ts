import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { defaultSettings, Settings } from '../../shared/record.ts'
import { Instant } from '../../shared/values.ts'
import { writeDurably } from './durableFile.ts'

/** What belongs to this computer and to no record: settings, and the records that were opened here. */
const OfComputer = z.strictObject({
  version: z.literal(1),
  settings: Settings,
  recent: z
    .array(z.strictObject({ id: z.string().max(64), path: z.string(), openedAt: Instant }))
    .max(20)
    .readonly(),
})
type OfComputer = z.infer<typeof OfComputer>

type OpenedHere = OfComputer['recent'][number]

const mostRecent = 8

/**
 * The file of this computer's settings. A file that cannot be read is set aside, never overwritten, and the usual
 * settings hold. Writing throws what the file system throws.
 */
export function openComputerFile(path: string) {
  mkdirSync(dirname(path), { recursive: true })
  let present = read(path)

  const write = (next: OfComputer): void => {
    writeDurably(path, Buffer.from(JSON.stringify(next, null, 2) + '\n'))
    present = next
  }

  return {
    settings: (): Settings => present.settings,
    change: (settings: Settings): void => write({ ...present, settings }),
    /** Newest first. */
    recent: (): readonly OpenedHere[] => present.recent,
    remember: (opened: OpenedHere): void => {
      const others = present.recent.filter((one) => one.path !== opened.path)
      write({ ...present, recent: [opened, ...others].slice(0, mostRecent) })
    },
  }
}

export type ComputerFile = ReturnType<typeof openComputerFile>

function read(path: string): OfComputer {
  const usual: OfComputer = { version: 1, settings: defaultSettings, recent: [] }
  if (!existsSync(path)) return usual
  try {
    return OfComputer.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    renameSync(path, `${path}.damaged`)
    return usual
  }
}
