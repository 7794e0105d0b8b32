import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { khmerFont } from '../../../../electron/jobs/khmerFont.ts'
import { minutesDocx } from '../../../../shared/docx/minutesDocx.ts'
import type { AgencyId } from '../../../../shared/ids.ts'
import { isNumbered } from '../../../../shared/meeting/itemNumbers.ts'
import { MinutesPreview } from '../../../../shared/meeting/minutesDocument.ts'
import { minutesHtml } from '../../../../shared/meeting/minutesHtml.ts'
import { minutesText } from '../../../../shared/meeting/minutesText.ts'
import { composePaper } from '../../../../shared/meeting/papers/composePaper.ts'
import type { Paper } from '../../../../shared/meeting/papers/paper.ts'
import type { ComposedLanguage, Wording } from '../../../../shared/values.ts'
import { actionsXlsx } from '../../../../shared/docx/xlsx/actionsXlsx.ts'
import { meetings, original } from '../../../support/anyMeeting.ts'
import { canary } from '../../../support/canaries.ts'
import { partsWith } from '../../../support/docxParts.ts'
import { type RecordOfMeeting, testId } from '../../../support/nusaDua.ts'

describe('papers of any meeting', () => {
  it('hold nothing internal where the counterpart may have them: blocks, page, plain text', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, { language }) => {
        for (const paper of sharedPapers(record)) {
          const { document } = compose(paper, record, language)
          expect(document.internal).toBe(false)
          expect(JSON.stringify(document)).not.toContain(canary)
          expect(minutesText(document)).not.toContain(canary)
          expect(minutesHtml(document, { draft: true, fonts: [] })).not.toContain(canary)
        }
      }),
    ))

  it('hold nothing internal in any part of a file that the counterpart may have', async () => {
    await fc.assert(
      fc.asyncProperty(meetings, original, async ({ record }, { language }) => {
        for (const paper of sharedPapers(record)) {
          const { document } = compose(paper, record, language)
          expect(partsWith((await minutesDocx(document, { draft: false }, khmerFont)).bytes, canary)).toEqual(
            [],
          )
          if (paper.kind !== 'actions') continue
          const { bytes } = actionsXlsx(record.dossier, document, { draft: true })
          expect(partsWith(bytes, canary)).toEqual([])
        }
      }),
      { numRuns: 15 },
    )
  })

  it('are whole documents, the same for the same record, the internal report among them', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, { language }) => {
        for (const paper of [...sharedPapers(record), { kind: 'internalReport' } as const]) {
          const preview = compose(paper, record, language)
          expect(MinutesPreview.parse(preview)).toEqual(preview)
          expect(compose(paper, record, language)).toEqual(preview)
        }
      }),
    ))

  it('say in an excerpt every decision and action of the item, by number and wording', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, { language }) => {
        const { dossier } = record
        for (const paper of sharedPapers(record)) {
          if (paper.kind !== 'excerpt') continue
          const text = minutesText(compose(paper, record, language).document)
          const of = <One extends { readonly itemId: string | null }>(all: readonly One[]) =>
            all.filter(({ itemId }) => itemId === paper.itemId)
          for (const { wording } of of(dossier.decisions)) expect(text).toContain(saidIn(wording, language))
          for (const { what } of of(dossier.actions)) expect(text).toContain(saidIn(what, language))
        }
      }),
    ))

  it('give the internal report all that is internal, and say so on every page', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, { language }) => {
        const { document } = compose({ kind: 'internalReport' }, record, language)
        const said = JSON.stringify(document)
        expect(document.internal).toBe(true)
        for (const words of ['venue', 'note', language]) expect(said).toContain(`${canary} ${words}`)
        if (record.dossier.actions.length > 0)
          for (const words of ['channel', 'evidence']) expect(said).toContain(`${canary} ${words}`)
        expect(minutesHtml(document, { draft: false, fonts: [] })).toMatch(
          /@top-left \{ content: "\w+ · INTERNAL"/,
        )
        expect(document.blocks.some(({ kind }) => kind === 'signatures')).toBe(false)
      }),
    ))
})

/** Every paper that may go to the counterpart: an excerpt of each item among them. */
function sharedPapers({ dossier }: RecordOfMeeting): readonly Paper[] {
  return [
    { kind: 'agenda' },
    { kind: 'actions' },
    ...dossier.agenda.filter(isNumbered).map(({ id }): Paper => ({ kind: 'excerpt', itemId: id })),
  ]
}

function compose(paper: Paper, record: RecordOfMeeting, language: ComposedLanguage) {
  // Names of agencies are no part of shared papers either.
  const agencies = new Map<AgencyId, Wording>([[testId(800), { en: canary }]])
  return composePaper(paper, { ...record, language, sample: false, auditHead: null, agencies })
}

function saidIn(wording: Wording, language: ComposedLanguage): string {
  return [wording[language], wording.en, wording.id, wording.km].map((one) => one?.trim()).find(Boolean) ?? ''
}
