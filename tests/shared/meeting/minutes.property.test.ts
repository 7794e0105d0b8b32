import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeMinutes } from '../../../shared/meeting/composeMinutes.ts'
import { MinutesPreview } from '../../../shared/meeting/minutesDocument.ts'
import { minutesHtml } from '../../../shared/meeting/minutesHtml.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import { meetings, original } from '../../support/anyMeeting.ts'
import { canary } from '../../support/canaries.ts'

describe('minutes of any meeting', () => {
  it('say every decision that a text places, and nothing internal', () =>
    fc.assert(
      fc.property(meetings, original, ({ record, decided }, { language, keptBy }) => {
        const preview = composeMinutes({ ...record, language, keptBy, sample: false, auditHead: null })
        const text = minutesText(preview.document)
        for (const wording of decided)
          expect(text).toContain((wording[language] || wording.en || wording.id || wording.km)?.trim())
        expect(text).not.toContain(canary)
        expect(JSON.stringify(preview.document)).not.toContain(canary)
        expect(minutesHtml(preview.document, { draft: true, fonts: [] })).not.toContain(canary)
      }),
    ))
  it('are whole blocks, and the same for the same record', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, how) => {
        const preview = composeMinutes({ ...record, ...how, sample: true, auditHead: null })
        expect(MinutesPreview.parse(preview)).toEqual(preview)
        expect(composeMinutes({ ...record, ...how, sample: true, auditHead: null })).toEqual(preview)
      }),
    ))
  it('number sections from 1, and their paragraphs where there are two or more', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, how) => {
        const { blocks } = composeMinutes({ ...record, ...how, sample: true, auditHead: null }).document
        const end = blocks.findIndex(({ kind }) => kind === 'signatures')
        let section = 0
        let numbers: (string | null)[] = []
        const close = () =>
          expect(numbers).toEqual(
            numbers.length === 1 ? [null] : numbers.map((_, index) => `${section}.${index + 1}`),
          )
        for (const block of blocks.slice(0, end)) {
          if (block.kind === 'paragraph') numbers.push(block.number)
          if (block.kind !== 'heading') continue
          close()
          numbers = []
          expect(block.number).toBe(++section)
        }
        close()
      }),
    ))
  it('differ between both originals in their order only', () =>
    fc.assert(
      fc.property(meetings, ({ record }) => {
        const blocks = (keptBy: string) =>
          composeMinutes({ ...record, language: 'en', keptBy, sample: true, auditHead: null })
            .document.blocks.map((block) =>
              JSON.stringify(block)
                .match(/[\p{L}\p{M}\p{N}]+/gu)
                ?.toSorted()
                .join(' '),
            )
            .toSorted()
        expect(blocks('KHM')).toEqual(blocks('IDN'))
      }),
    ))
})
