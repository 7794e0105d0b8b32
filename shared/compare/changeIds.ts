/** Gives ids that are made of what they stand for; equal descriptions get different ids by their order. */
export function createIds(): (description: string) => string {
  const times = new Map<string, number>()
  return (description) => {
    const id = digest(description, 0)
    const time = times.get(id) ?? 0
    times.set(id, time + 1)
    return `c${time === 0 ? id : digest(description, time)}`
  }
}

/** 14 letters or digits. Not a checksum to trust, only a name: two 32-bit hashes (MurmurHash3's mixing). */
function digest(description: string, seed: number): string {
  let one = 0xdeadbeef ^ seed
  let two = 0x41c6ce57 ^ seed
  for (let index = 0; index < description.length; index++) {
    const unit = description.charCodeAt(index)
    one = Math.imul(one ^ unit, 2654435761)
    two = Math.imul(two ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return [one, two].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('')
}
