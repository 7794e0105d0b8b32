import type { ChangeId } from '../../shared/compare/comparison.ts'
import { unmarkedChanges } from '../../shared/compare/unmarkedChanges.ts'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { comparePapers, type PapersToCompare, type PaperText } from './comparePapers.ts'

export type UnmarkedToFind = PapersToCompare & {
  /** The file that the compared text came in, before its tracked changes and with them. */
  readonly own: { readonly asItWas: PaperText; readonly asProposed: PaperText }
}

/** Which changes between two texts the file of the second does not track; null where it holds another text. */
export async function findUnmarked({
  base,
  target,
  own,
}: UnmarkedToFind): Promise<Result<readonly ChangeId[] | null, Fault>> {
  const compared = await comparePapers({ base, target })
  if (!compared.ok) return compared
  const tracked = await comparePapers({ base: own.asItWas, target: own.asProposed })
  return ok(tracked.ok ? unmarkedChanges(compared.value, tracked.value) : null)
}
