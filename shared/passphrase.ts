/** A passphrase has at least so many characters, or at least five words. */
export const leastCharacters = 12
const leastWords = 5

/** Whether a new passphrase is long enough. Characters are counted as people count them. */
export function isStrongPassphrase(passphrase: string): boolean {
  const words = passphrase
    .trim()
    .split(/\s+/)
    .filter((word) => [...word].length >= 2)
  return [...passphrase.normalize('NFKC').trim()].length >= leastCharacters || words.length >= leastWords
}
