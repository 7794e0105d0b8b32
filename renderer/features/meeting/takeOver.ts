import { Fragment, type Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import type { Client } from '../../../shared/api/client.ts'
import type { Fault } from '../../../shared/fault.ts'
import { composeMinutes } from '../../../shared/meeting/composeMinutes.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import type { AgendaItem, MeetingDossier } from '../../../shared/meeting/meeting.ts'
import type { Block, Run } from '../../../shared/meeting/minutesDocument.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import type { Write } from '../../api/useWrite.ts'
import type { TextSession } from '../../editor/textSession.ts'
import type { TextSessions } from '../../editor/textSessions.ts'

/**
 * Hands a section over to the person: what the record said by itself becomes the first words of the text, in every
 * language of the minutes, and the record says nothing there any more.
 */
export async function takeOver(deps: {
  readonly client: Client
  readonly write: Write
  readonly dossier: MeetingDossier
  readonly item: AgendaItem
  readonly sessions: TextSessions
}): Promise<Fault | null> {
  const { write, dossier, item, sessions } = deps
  for (const { itemId, language, textId } of dossier.texts) {
    if (itemId !== item.id || !dossier.meeting.languages.includes(language)) continue
    const session = sessions.of(textId, language)
    const fault = await whenOpen(session)
    if (fault) return fault
    session.apply(prepend(composedOf(dossier, item, language), dossier))
    if (!(await session.flush())) {
      const saving = session.saving.get()
      return 'fault' in saving ? saving.fault : { kind: 'Unreachable' }
    }
  }
  const reply = await write('agenda.put', { item: { ...item, composition: 'written' } })
  return reply.ok ? null : reply.fault
}

const ends: ReadonlySet<Block['kind']> = new Set(['heading', 'subheading', 'signatures', 'annex'])

/** What the record says by itself in the section of an item. */
export function composedOf(
  dossier: MeetingDossier,
  item: AgendaItem,
  language: ComposedLanguage,
): readonly Block[] {
  const number = itemNumbers(dossier.agenda).get(item.id)
  const { blocks } = composeMinutes({
    dossier,
    docs: new Map(),
    language,
    keptBy: dossier.relationship.ownSide,
    sample: false,
    auditHead: null,
  }).document
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.number === number)
  if (start === -1) return []
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex(({ kind }) => ends.has(kind))
  return end === -1 ? rest : rest.slice(0, end)
}

/** Puts blocks at the start of a text: sentences as paragraphs, the table of actions as references to them. */
function prepend(blocks: readonly Block[], dossier: MeetingDossier): Command {
  return (state, dispatch) => {
    const { paragraph, actionRef } = state.schema.nodes
    if (!paragraph || !actionRef) return false
    const nodes = blocks.flatMap((block): readonly Node[] => {
      if (block.kind === 'paragraph' || block.kind === 'listItem')
        return [
          paragraph.create(
            null,
            block.runs.flatMap((run) => textOf(run, state.schema)),
          ),
        ]
      if (block.kind === 'table' && block.use === 'actions')
        return dossier.actions.map(({ id }) => actionRef.create({ recordId: id }))
      return []
    })
    if (nodes.length === 0) return false
    const { doc, tr } = state
    const only = doc.childCount === 1 ? doc.firstChild : null
    const isEmpty = only?.type === paragraph && only.content.size === 0
    tr.replaceWith(0, isEmpty ? doc.content.size : 0, Fragment.from([...nodes]))
    dispatch?.(tr)
    return true
  }
}

function textOf(run: Run, schema: Node['type']['schema']): readonly Node[] {
  if (run.text === '') return []
  const { bold, italic, underline, language } = schema.marks
  const marks = [
    run.bold && bold?.create(),
    run.italic && italic?.create(),
    run.underline && underline?.create(),
    run.language !== undefined && language?.create({ lang: run.language }),
  ].filter((mark) => typeof mark === 'object')
  return [schema.text(run.text.replace(/\s*\n\s*/g, ' '), marks)]
}

function whenOpen(session: TextSession): Promise<Fault | null> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const state = session.opened.get()
      if (state.state === 'opening') return false
      if (state.state === 'failed') resolve(state.fault)
      else resolve(state.editable ? null : { kind: 'TextHeldElsewhere' })
      return true
    }
    if (look()) return
    const leave = session.opened.subscribe(() => {
      if (look()) leave()
    })
  })
}
