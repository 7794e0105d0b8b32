import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { readAgain } from '../../../renderer/api/readAgain.ts'

describe('what an event says is old', () => {
  it('is read again', async () => {
    const { read, answers, queries } = reading()
    answers[0]?.('before')
    await expect.poll(read).toBe('before')
    const again = readAgain(queries, { queryKey: ['state'] })
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.('after')
    await again
    expect(read()).toBe('after')
  })

  it('is read again when its first answer is still on the way', async () => {
    const { read, answers, queries } = reading()
    const again = readAgain(queries, { queryKey: ['state'] })
    await expect.poll(() => answers.length).toBe(2)
    answers[0]?.('before')
    answers[1]?.('after')
    await again
    expect(read()).toBe('after')
  })
})

/** A request on the screen whose answers the test gives, in order. */
function reading() {
  const answers: ((answer: string) => void)[] = []
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false, networkMode: 'always' } },
  })
  const observer = new QueryObserver(queries, {
    queryKey: ['state'],
    queryFn: () => new Promise<string>((resolve) => void answers.push(resolve)),
  })
  observer.subscribe(() => undefined)
  return { answers, queries, read: () => observer.getCurrentResult().data }
}
