import type { WrittenDocx } from '../../shared/docx/blocksDocx.ts'
import type { Fault } from '../../shared/fault.ts'
import type { MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import type { RecoverySheet } from '../../shared/recoverySheetWords.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Language } from '../../shared/values.ts'
import type { Manifest } from '../store/copies.ts'
import type { AuditHead } from '../store/audit.ts'
import type { Verification } from '../store/verifyRecord.ts'

/** How far a job is: `done` of `of`. */
export type Tell = (done: number, of: number) => void

/**
 * Every job there is. What it takes came through a message: bytes are `Uint8Array`, instants are text.
 *
 * A job imports its own code only: each runs in a new worker, and an officer waits for that code to load.
 */
export const jobs = {
  async copy(
    input: { readonly path: string; readonly key: Uint8Array; readonly now: string },
    tell: Tell,
  ): Promise<Result<Manifest, Fault>> {
    const key = Buffer.from(input.key)
    try {
      const { makeCopy } = await import('../store/copies.ts')
      return makeCopy({ path: input.path, key, now: new Date(input.now) }, tell)
    } finally {
      key.fill(0)
      input.key.fill(0)
    }
  },

  async verify(
    input: { readonly path: string; readonly key: Uint8Array; readonly anchors: readonly AuditHead[] },
    tell: Tell,
  ): Promise<Result<Verification, Fault>> {
    const key = Buffer.from(input.key)
    try {
      const { verifyRecord } = await import('../store/verifyRecord.ts')
      return ok(verifyRecord(input.path, key, input.anchors, tell))
    } finally {
      key.fill(0)
      input.key.fill(0)
    }
  },

  async minutesDocx(input: {
    readonly document: MinutesDocument
    readonly draft: boolean
  }): Promise<Result<WrittenDocx, Fault>> {
    const { minutesDocx } = await import('../../shared/docx/minutesDocx.ts')
    return ok(await minutesDocx(input.document, { draft: input.draft }))
  },

  async recoverySheetDocx(input: RecoverySheet): Promise<Result<Uint8Array, Fault>> {
    const { recoverySheetDocx } = await import('../../shared/docx/recoverySheet.ts')
    return ok(await recoverySheetDocx(input))
  },

  async textDocx(input: {
    readonly title: string
    readonly doc: unknown
    readonly language: Language
    readonly recordWords: Readonly<Record<string, string>>
  }): Promise<Result<WrittenDocx, Fault>> {
    const { textDocx } = await import('../../shared/docx/textDocx.ts')
    const { recordWords, ...text } = input
    return ok(await textDocx({ ...text, recordWords: (kind, id) => recordWords[`${kind} ${id}`] ?? null }))
  },
}
