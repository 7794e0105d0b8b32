import { z } from 'zod'
import { AgendaItemId, MeetingId } from '../../ids.ts'
import { ComposedLanguage } from '../../values.ts'

/**
 * What leaves a meeting beside its minutes, each by a profile with a name. All but the internal report are made of
 * shared fields only.
 */
export const Paper = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agenda') }),
  /** One item for the agency that it concerns. */
  z.strictObject({ kind: z.literal('excerpt'), itemId: AgendaItemId }),
  z.strictObject({ kind: z.literal('actions') }),
  z.strictObject({ kind: z.literal('internalReport') }),
])
export type Paper = z.infer<typeof Paper>

/** A paper of one meeting in one language. */
export const PaperRequest = z.strictObject({
  meetingId: MeetingId,
  language: ComposedLanguage,
  paper: Paper,
})
export type PaperRequest = z.infer<typeof PaperRequest>

/** How a paper leaves; a sheet of Excel can only be a table of actions. */
export const PaperFormat = z.enum(['docx', 'pdf', 'xlsx'])
export type PaperFormat = z.infer<typeof PaperFormat>

/** Whether the paper can be had in the format. */
export function comesAs(kind: Paper['kind'], format: PaperFormat): boolean {
  return format !== 'xlsx' || kind === 'actions'
}
