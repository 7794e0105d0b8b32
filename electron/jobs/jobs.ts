import type { WrittenDocx } from '../../shared/docx/blocksDocx.ts'
import { minutesDocx } from '../../shared/docx/minutesDocx.ts'
import { recoverySheetDocx } from '../../shared/docx/recoverySheet.ts'
import { textDocx } from '../../shared/docx/textDocx.ts'
import type { Fault } from '../../shared/fault.ts'
import type { MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import type { RecoverySheet } from '../../shared/recoverySheetWords.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Language } from '../../shared/values.ts'
import { makeCopy, type Manifest } from '../store/copies.ts'
import type { AuditHead } from '../store/audit.ts'
import { verifyRecord, type Verification } from '../store/verifyRecord.ts'

/** How far a job is: `done` of `of`. */
export type Tell = (done: number, of: number) => void

/** Every job there is. What it takes came through a message: bytes are `Uint8Array`, instants are text. */
export const jobs = {
  async copy(
    input: { readonly path: string; readonly key: Uint8Array; readonly now: string },
    tell: Tell,
  ): Promise<Result<Manifest, Fault>> {
    const key = Buffer.from(input.key)
    try {
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
    return ok(await minutesDocx(input.document, { draft: input.draft }))
  },

  async recoverySheetDocx(input: RecoverySheet): Promise<Result<Uint8Array, Fault>> {
    return ok(await recoverySheetDocx(input))
  },

  async textDocx(input: {
    readonly title: string
    readonly doc: unknown
    readonly language: Language
    readonly recordWords: Readonly<Record<string, string>>
  }): Promise<Result<WrittenDocx, Fault>> {
    const { recordWords, ...text } = input
    return ok(await textDocx({ ...text, recordWords: (kind, id) => recordWords[`${kind} ${id}`] ?? null }))
  },
}
