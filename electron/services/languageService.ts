import type { Input } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { ClauseLinkId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { TextsBeside } from '../../shared/text/textsBeside.ts'
import type { ClauseLink } from '../../shared/mou/linkedClauses.ts'
import type { ClauseConfirmation } from '../../shared/mou/staleClauses.ts'
import type { OpenRecord } from './openRecord.ts'
import { invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** The working texts of an instrument beside each other: what belongs together, what does not fit. */
export function createLanguageService(
  { store, records }: ServiceDeps,
  { jobs }: Pick<OpenRecord, 'jobs'>,
  texts: TextService,
) {
  const { mous, drafts, clauses, terms } = records

  return {
    /** In the order of the languages of the instrument; those without a working text are left out. */
    async beside({ mouId }: Input<'languages.beside'>): Promise<Result<TextsBeside, Fault>> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      const places = drafts.workingTexts(mouId)
      const there = mou.languages.flatMap((language) => {
        const place = places.find((one) => one.language === language)
        const doc = place && texts.docOf(place.textId)
        return doc ? [{ language, doc }] : []
      })
      const agreed = {
        links: clauses.links(mouId),
        confirmations: clauses.confirmations(mouId),
        terms: terms.all(),
        prevailing: mou.prevailing,
      }
      return jobs.run('layBeside', { texts: there, agreed })
    },

    /** A clause belongs to one link at most: an earlier one of any of these is taken away. */
    link({ mouId, members }: Input<'languages.link'>): Writing<{ readonly linkId: ClauseLinkId }> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      if (Object.keys(members).length < 2) return invalid('members: twoLanguages')
      const named = new Set(Object.values(members).flat())
      const linkId = ClauseLinkId.parse(store.newId())
      return store.change({ operation: 'languages.link', about: mou.shortTitle }, () => {
        for (const { id, members: others } of clauses.links(mouId))
          if (Object.values(others).some((ids) => ids.some((one) => named.has(one)))) clauses.unlink(id)
        clauses.link(linkId, mouId, members as ClauseLink)
        return ok({ linkId })
      })
    },

    unlink({ linkId }: Input<'languages.unlink'>): Writing<null> {
      if (!clauses.hasLink(linkId)) return notFound('clauseLink')
      return store.change({ operation: 'languages.unlink', about: '' }, () => {
        clauses.unlink(linkId)
        return ok(null)
      })
    },

    confirm({ mouId, confirmations }: Input<'languages.confirm'>): Writing<null> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      return store.change({ operation: 'languages.confirm', about: mou.shortTitle }, () => {
        for (const one of confirmations) clauses.confirm(mouId, one as ClauseConfirmation)
        return ok(null)
      })
    },
  }
}
