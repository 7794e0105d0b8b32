import { composeMinutes } from '../../shared/meeting/composeMinutes.ts'
import type { MeetingDossier } from '../../shared/meeting/meeting.ts'
import type { MinutesPreview, MinutesProblem } from '../../shared/meeting/minutesDocument.ts'
import type { MinutesHash } from '../../shared/meeting/minutesLife.ts'
import type { MeetingId } from '../../shared/ids.ts'
import { textOfMinutes } from '../../shared/text/textOfMinutes.ts'
import { schemaVersion, upgradeText } from '../../shared/text/version.ts'
import type { ComposedLanguage, Side } from '../../shared/values.ts'
import { sha256Hex } from '../store/textChain.ts'
import { hashOfText } from '../store/textHash.ts'
import type { PaperFiles } from './paperFiles.ts'
import type { ServiceDeps } from './serviceDeps.ts'

/** What the minutes of a meeting say in all their languages, and what is missing from them. */
type StandingMinutes = {
  readonly hash: MinutesHash
  readonly texts: ReadonlyMap<ComposedLanguage, unknown>
  readonly problems: readonly MinutesProblem[]
}

/** The words of minutes: composed of the record as it stands, or kept from when somebody got or agreed to them. */
export function createMinutesTexts(
  { records }: ServiceDeps,
  { sample }: { readonly sample: boolean },
  { docsOf }: Pick<PaperFiles, 'docsOf'>,
) {
  function compose(
    dossier: MeetingDossier,
    language: ComposedLanguage,
    keptBy: Side,
    auditHead: string | null,
  ): MinutesPreview {
    return composeMinutes({ dossier, docs: docsOf(dossier, language), language, keptBy, sample, auditHead })
  }

  /** One's own original stands for both: by the alternat they differ in order only. */
  function asTheyStand(dossier: MeetingDossier): StandingMinutes {
    const { languages } = dossier.meeting
    const composed = languages.map((language) => ({
      language,
      ...compose(dossier, language, dossier.relationship.ownSide, null),
    }))
    const said = composed.map(
      ({ language, document }) => [language, textOfMinutes(document).toJSON() as unknown] as const,
    )
    const hashes = said.map(([language, doc]) => `${language} ${hashOfText(doc)}`).toSorted()
    return {
      hash: sha256Hex(hashes.join('\n')),
      texts: new Map(said),
      problems: composed.flatMap(({ problems }) => problems),
    }
  }

  return {
    compose,
    asTheyStand,

    /** Within a change. */
    keep(meetingId: MeetingId, { hash, texts }: StandingMinutes): void {
      for (const [language, doc] of texts)
        records.minutes.keepText(meetingId, hash, language, { schema: schemaVersion, doc })
    },

    /** Words that were kept, as a text of today's schema; null where there are none of that hash and language. */
    kept(meetingId: MeetingId, hash: MinutesHash, language: ComposedLanguage): unknown {
      const found = records.minutes.text(meetingId, hash, language)
      if (!found) return null
      const upgraded = upgradeText(found.doc, found.schema)
      if (!upgraded.ok) throw new Error(`The minutes ${hash} of meeting ${meetingId} cannot be read`)
      return upgraded.value
    },
  }
}
export type MinutesTexts = ReturnType<typeof createMinutesTexts>
