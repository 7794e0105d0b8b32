import { TextId, type AgendaItemId } from '../../shared/ids.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import { schemaVersion } from '../../shared/text/version.ts'
import { emptyText } from '../../shared/text/writtenText.ts'
import type { ServiceDeps } from './serviceDeps.ts'

/** Sees to it that each agenda item but a heading has a text in each language of its meeting. */
export function createItemTexts({ store, records }: Pick<ServiceDeps, 'store' | 'records'>) {
  return {
    /** Adds the texts that are missing, within a change. A language that was taken out keeps its texts. */
    complete({ id, languages }: Pick<Meeting, 'id' | 'languages'>): void {
      const there = new Set(
        records.texts.ofMeeting(id).map(({ itemId, language }) => `${itemId} ${language}`),
      )
      for (const { item } of records.agenda.ofMeeting(id)) {
        if (item.part === 'section') continue
        for (const language of languages) {
          if (!there.has(`${item.id} ${language}`)) add(item.id, language)
        }
      }
    },
  }

  function add(itemId: AgendaItemId, language: Meeting['languages'][number]): void {
    const textId = TextId.parse(store.newId())
    const doc = JSON.stringify(emptyText(language, store.newId()).toJSON())
    records.texts.create(textId, language, schemaVersion, doc)
    records.texts.link({ itemId, language, textId })
  }
}
export type ItemTexts = ReturnType<typeof createItemTexts>
