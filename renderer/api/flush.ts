/** Saves what is not saved yet; true once it is durable, false if that failed. */
export type Flush = () => Promise<boolean>

const flushes = new Set<Flush>()

/**
 * Registers something that holds words not yet saved, such as an editor. It is called before the record is
 * locked or closed and before the window goes; returns how to take it out again.
 */
export function registerFlush(flush: Flush): () => void {
  flushes.add(flush)
  return () => void flushes.delete(flush)
}

/** Saves everything that is pending. True only when all of it is durable. */
export async function flushAll(): Promise<boolean> {
  const saved = await Promise.all([...flushes].map((flush) => flush().catch(() => false)))
  return saved.every(Boolean)
}
