import type { Input } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { ShownBase } from '../../shared/compare/shownBase.ts'
import type { ShownChanges } from '../../shared/compare/shownChanges.ts'
import type { Fault } from '../../shared/fault.ts'
import type { TextId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Language } from '../../shared/values.ts'
import type { OpenRecord } from './openRecord.ts'
import { notFound, type ServiceDeps } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** What changed in a text since a draft or a named version, for the editor to draw while the text is written. */
export function createShownChangesService(
  { records }: Pick<ServiceDeps, 'records'>,
  { jobs }: Pick<OpenRecord, 'jobs'>,
  texts: TextService,
) {
  const { drafts } = records
  const underWay = new Map<string, AbortController>()

  function baseOf(textId: TextId, language: Language, base: ShownBase): Result<unknown, Fault> {
    if (base.kind === 'version') {
      const version = texts.version(base)
      if (!version.ok) return version
      return version.value.version.textId === textId ? ok(version.value.doc) : notFound('namedVersion')
    }
    const draft = drafts.find(base.draftId)
    const doc = draft && texts.docOf(draft.textId)
    if (!draft || !doc) return notFound('draft')
    if (draft.language !== language)
      return fail({ kind: 'DifferentLanguages', base: draft.language, target: language })
    return ok(doc)
  }

  return {
    /** The newest question of a window takes the place of the one before. */
    async shown(
      { textId, revision, base }: Input<'compare.shown'>,
      { client }: Caller,
    ): Promise<Result<ShownChanges, Fault>> {
      const language = texts.languageOf(textId)
      if (language === null) return notFound('text')
      const target = texts.at({ textId, revision })
      if (!target.ok) return target
      const before = baseOf(textId, language, base)
      if (!before.ok) return before
      underWay.get(client)?.abort()
      const stop = new AbortController()
      underWay.set(client, stop)
      try {
        const given = { base: before.value, target: target.value.doc }
        return await jobs.run('showChanges', given, { signal: stop.signal })
      } finally {
        if (underWay.get(client) === stop) underWay.delete(client)
      }
    },

    clientGone(client: string): void {
      underWay.get(client)?.abort()
    },

    forgetAll(): void {
      for (const stop of underWay.values()) stop.abort()
    },
  }
}
