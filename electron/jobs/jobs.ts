import type { WrittenDocx } from '../../shared/docx/blocksDocx.ts'
import type { WrittenDraftDocx } from '../../shared/docx/draft/draftDocx.ts'
import type { Fault } from '../../shared/fault.ts'
import type { Named } from '../../shared/meeting/alikeNames.ts'
import type { MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import type { PageFont } from '../../shared/meeting/pageHtml.ts'
import type { DraftPaper } from '../../shared/mou/draftPaper.ts'
import type { RecoverySheet } from '../../shared/recoverySheetWords.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Classification, ComposedLanguage } from '../../shared/values.ts'
import type { KeptFile } from '../store/attachmentFiles.ts'
import type { AuditHead } from '../store/audit.ts'
import type { DictionaryFiles } from '../store/dictionaryFiles.ts'
import { storeFault } from '../store/storeFault.ts'
import type { Verification } from '../store/verifyRecord.ts'
import { khmerFont } from './khmerFont.ts'

/** A paper that goes on a letterhead, and how. */
type OnLetterhead = {
  readonly document: MinutesDocument
  readonly draft: boolean
  readonly letterhead: { readonly name: string; readonly bytes: Uint8Array }
  readonly fonts: readonly PageFont[]
}

/** How far a job is: `done` of `of`. */
export type Tell = (done: number, of: number) => void

/**
 * Every job there is, each behind the loading of its code, so that a worker loads that of its own job only, and may
 * do so before it is needed. What a job takes came through a message: bytes are `Uint8Array`, instants are text.
 */
export const jobs = {
  async copy() {
    const { makeCopy } = await import('../store/copies.ts')
    return withKey(
      (input: { readonly path: string; readonly key: Uint8Array; readonly now: string }, key, tell) =>
        makeCopy({ path: input.path, key, now: new Date(input.now) }, tell),
    )
  },

  async verify() {
    const { verifyRecord } = await import('../store/verifyRecord.ts')
    return withKey(
      (
        input: { readonly path: string; readonly key: Uint8Array; readonly anchors: readonly AuditHead[] },
        key,
        tell,
      ): Result<Verification, Fault> => ok(verifyRecord(input.path, key, input.anchors, tell)),
    )
  },

  async keepFile() {
    const { keepFile } = await import('../store/attachmentFiles.ts')
    return withKey(
      (
        input: { readonly path: string; readonly key: Uint8Array; readonly bytes: Uint8Array },
        key,
      ): Result<KeptFile, Fault> => {
        try {
          return ok(keepFile(input.path, key, input.bytes))
        } catch (error) {
          const fault = storeFault(error, input.path)
          if (!fault) throw error
          return fail(fault)
        }
      },
    )
  },

  async takeFile() {
    const { takeFile } = await import('../store/attachmentFiles.ts')
    return withKey(
      (input: { readonly path: string; readonly key: Uint8Array; readonly kept: KeptFile }, key) =>
        takeFile(input.path, key, input.kept),
    )
  },

  async minutesDocx() {
    const { minutesDocx, minutesOnLetterhead } = await import('../../shared/docx/minutesDocx.ts')
    return async ({
      document,
      draft,
      letterhead,
    }: {
      readonly document: MinutesDocument
      readonly draft: boolean
      readonly letterhead: { readonly name: string; readonly bytes: Uint8Array } | null
    }): Promise<Result<WrittenDocx, Fault>> =>
      letterhead === null
        ? ok(await minutesDocx(document, { draft }, khmerFont))
        : minutesOnLetterhead(document, { draft }, letterhead, khmerFont)
  },

  async letterheadPage() {
    const { printOnLetterhead } = await import('../../shared/docx/letterhead/printOnLetterhead.ts')
    return async ({ document, letterhead, ...how }: OnLetterhead) =>
      printOnLetterhead(document, letterhead, how)
  },

  async letterheadPreview() {
    const { previewOnLetterhead } = await import('../../shared/docx/letterhead/printOnLetterhead.ts')
    return async ({ document, letterhead, ...how }: OnLetterhead) =>
      previewOnLetterhead(document, letterhead, how)
  },

  async letterheadLosses() {
    const { lossesOf } = await import('../../shared/docx/letterhead/printOnLetterhead.ts')
    return async (letterhead: { readonly name: string; readonly bytes: Uint8Array }) => lossesOf(letterhead)
  },

  async checkLetterhead() {
    const { checkLetterhead } = await import('../../shared/docx/letterhead/checkLetterhead.ts')
    return async (file: { readonly name: string; readonly bytes: Uint8Array }) => checkLetterhead(file)
  },

  async recoverySheetDocx() {
    const { recoverySheetDocx } = await import('../../shared/docx/recoverySheet.ts')
    return async (input: RecoverySheet): Promise<Result<Uint8Array, Fault>> =>
      ok(await recoverySheetDocx(input, khmerFont))
  },

  async textDocx() {
    const { textDocx } = await import('../../shared/docx/textDocx.ts')
    return async (input: {
      readonly title: string
      readonly doc: unknown
      readonly language: ComposedLanguage
      readonly classification: Classification
      readonly sample: boolean
      readonly recordWords: Readonly<Record<string, string>>
    }): Promise<Result<WrittenDocx, Fault>> => {
      const { recordWords, ...text } = input
      const said = (kind: string, id: string) => recordWords[`${kind} ${id}`] ?? null
      return ok(await textDocx({ ...text, recordWords: said }, khmerFont))
    }
  },

  async draftDocx() {
    const { draftDocx } = await import('../../shared/docx/draft/draftDocx.ts')
    return async (paper: DraftPaper): Promise<Result<WrittenDraftDocx, Fault>> =>
      ok(await draftDocx(paper, khmerFont))
  },

  async draftHtml() {
    const { draftHtml } = await import('../../shared/docx/draft/draftHtml.ts')
    return async (input: {
      readonly paper: DraftPaper
      readonly fonts: readonly PageFont[]
    }): Promise<Result<string, Fault>> => ok(draftHtml(input.paper, input.fonts))
  },

  async readDocx() {
    const { readDocxJob } = await import('./readDocx.ts')
    return readDocxJob
  },

  async readPaper() {
    const { readPaper } = await import('./readPaper.ts')
    return readPaper
  },

  async recogniseText() {
    return (await import('./recogniseText.ts')).recogniseText
  },

  async layBeside() {
    return (await import('./layBeside.ts')).layBeside
  },

  async comparePapers() {
    const { comparePapers } = await import('./comparePapers.ts')
    return comparePapers
  },

  async showChanges() {
    return (await import('./showChanges.ts')).showChanges
  },

  async findUnmarked() {
    return (await import('./findUnmarked.ts')).findUnmarked
  },

  async mergeDrafts() {
    return (await import('./mergeDrafts.ts')).mergeDrafts
  },

  async pairNames() {
    const { pairNames } = await import('../../shared/meeting/alikeNames.ts')
    return async (groups: Parameters<typeof pairNames>[0]) => ok(pairNames(groups))
  },

  async matchNames() {
    const { matchNames } = await import('../../shared/meeting/alikeNames.ts')
    return async (input: {
      readonly people: readonly Named[]
      readonly asked: readonly (readonly string[])[]
    }) => ok(matchNames(input.people, input.asked))
  },

  async readDictionary() {
    const { readDictionary } = await import('./readDictionary.ts')
    return async (files: DictionaryFiles) => readDictionary(files)
  },

  /** Stays for the next order (createKeptWorker.ts). */
  async spellWords() {
    return (await import('./spellWords.ts')).spellWords()
  },

  async writeRedline() {
    const { writeRedline } = await import('./writeRedline.ts')
    return writeRedline
  },
}

/** Lends the key of a record to `work` and zeroes it after, wherever that ends. */
function withKey<Input extends { readonly key: Uint8Array }, Output>(
  work: (input: Input, key: Buffer, tell: Tell) => Output,
) {
  return async (input: Input, tell: Tell): Promise<Output> => {
    const key = Buffer.from(input.key)
    try {
      return work(input, key, tell)
    } finally {
      key.fill(0)
      input.key.fill(0)
    }
  }
}
