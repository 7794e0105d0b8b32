/** For blocks and brackets: never one that the text has. */
export const newId = (): string => crypto.randomUUID()
