import { randomBytes } from 'node:crypto'

/**
 * Makes UUIDv7s that only grow, even when the clock steps back or many are made in one millisecond: the twelve bits
 * after the version count up within a millisecond. Source: RFC 9562, section 6.2, method 1.
 */
export function createNewId(clock: () => number): () => string {
  let last = 0
  let count = 0
  return () => {
    const present = clock()
    if (present > last) {
      last = present
      count = randomBytes(2).readUInt16BE() & 0x7ff // room above, so that a burst seldom borrows from the next
    } else if (++count > 0xfff) {
      last++
      count = 0
    }
    const time = last.toString(16).padStart(12, '0')
    const tail = randomBytes(8)
    tail[0] = (tail[0]! & 0x3f) | 0x80
    const hex = tail.toString('hex')
    const counter = count.toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${hex.slice(0, 4)}-${hex.slice(4)}`
  }
}
