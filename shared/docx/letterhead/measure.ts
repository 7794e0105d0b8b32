/** How many of what a plain number counts make a point. */
export const [points, halfPoints, eighths, twips, emus] = [1, 2, 8, 20, 12_700] as const

/**
 * A length of Word in points: a plain number counts what its attribute counts (`perPoint` of them make a point), any
 * other has its unit with it ("14pt", "1cm"). `usual` where there is none, where it is no length, and where it is
 * longer than Word allows anything to be (22 inches).
 *
 * Source: ECMA-376-4, 22.9.2.15 (ST_UniversalMeasure); ECMA-376-1, 17.18.
 */
export function measure<Usual extends number | null>(
  value: string | undefined,
  perPoint: number,
  usual: Usual,
): number | Usual {
  const [, number, unit] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*(pt|cm|mm|in|pc|pi)?\s*$/.exec(value ?? '') ?? []
  if (number === undefined) return usual
  const length = unit === undefined ? Number(number) / perPoint : Number(number) * (inPoints[unit] ?? 0)
  return Math.abs(length) <= longest ? length : usual
}

const inPoints: Readonly<Record<string, number>> = {
  ...{ pt: 1, cm: 72 / 2.54, mm: 72 / 25.4, in: 72 },
  ...{ pc: 12, pi: 12 },
}
const longest = 22 * 72

/** How many there are of something; one where it is not said, or not sensibly. Word has no more than 63 columns. */
export function countOf(value: string | undefined): number {
  const count = Number(value)
  return Number.isInteger(count) && count >= 1 && count <= 63 ? count : 1
}
