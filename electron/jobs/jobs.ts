import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { makeCopy, type Manifest } from '../store/copies.ts'
import type { AuditHead } from '../store/audit.ts'
import { verifyRecord, type Verification } from '../store/verifyRecord.ts'
import type { MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import { minutesDocx } from '../../shared/docx/minutesDocx.ts'

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

  async minutesDocx(input: MinutesDocument): Promise<Result<Uint8Array, Fault>> {
    return ok(await minutesDocx(input))
  },
}

/** The jobs by name, as `createJobs` types them. */
export type JobTable = {
  [Name in keyof typeof jobs]: {
    input: Parameters<(typeof jobs)[Name]>[0]
    output: ValueOf<Awaited<ReturnType<(typeof jobs)[Name]>>>
  }
}
type ValueOf<T> = T extends { readonly ok: true; readonly value: infer Value } ? Value : never
