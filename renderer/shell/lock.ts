import type { Client } from '../../shared/api/client.ts'
import { flushAll } from '../api/flush.ts'
import { createStore } from '../api/store.ts'
import { notices } from './notices.ts'
import { otherWindows } from './otherWindows.ts'

/** How long to wait before a save that failed is tried again behind the cover, in milliseconds. */
const retryTime = 5_000

export type Cover = 'open' | 'locking' | 'saveFailing'

/** Whether the screen is covered: at once when the record is about to lock, until it has. */
export const cover = createStore<Cover>('open')

/**
 * Covers the screen, saves what is pending, then locks. While saving fails the cover and the key stay and the
 * saving goes on being tried: nothing typed is lost, and nobody reads it.
 */
export async function lockNow(api: Client): Promise<void> {
  if (cover.get() !== 'open') return
  cover.set('locking')
  while (!(await saveEverywhere())) {
    cover.set('saveFailing')
    await new Promise((resolve) => setTimeout(resolve, retryTime))
  }
  const reply = await api.call('record.lock', {})
  cover.set('open')
  if (!reply.ok) notices.fault(reply.fault)
}

/** Saves what is pending, then closes the record; if saving fails it stays open and the editor says why. */
export async function closeRecord(api: Client): Promise<void> {
  if (!(await saveEverywhere())) return
  const reply = await api.call('record.close', {})
  if (!reply.ok) notices.fault(reply.fault)
}

/** What this window has not saved yet, and what others have not: the record goes away for all of them. */
async function saveEverywhere(): Promise<boolean> {
  return (await flushAll()) && (await otherWindows.save())
}
