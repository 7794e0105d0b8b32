import type { DocxUnread, DocxUnreadKind } from '../../docxReading.ts'

const MOST_SAMPLES = 3
const LONGEST_SAMPLE = 80

/** Counts what a text cannot hold. */
export type Report = {
  readonly add: (what: DocxUnreadKind, part: string, sample?: string) => void
  /** By part in the order of first finding, then as found. */
  readonly list: () => readonly DocxUnread[]
}

export function createReport(): Report {
  const found = new Map<string, DocxUnread & { count: number; readonly samples: string[] }>()
  return {
    add(what, part, sample = '') {
      const key = `${what} ${part}`
      let entry = found.get(key)
      if (!entry) found.set(key, (entry = { what, part, count: 0, samples: [] }))
      entry.count++
      const words = sample.trim().slice(0, LONGEST_SAMPLE)
      if (words !== '' && entry.samples.length < MOST_SAMPLES && !entry.samples.includes(words))
        entry.samples.push(words)
    },
    list: () => [...found.values()],
  }
}
