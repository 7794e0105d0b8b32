/**
 * How many rows a page of a list has. The first one is short, since a screen waits for it; those behind it are long,
 * since a list of 10,000 rows is read whole while the first rows are being looked at.
 */
export function pageLength(after: string | null): number {
  return after === null ? 50 : 500
}
