import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { MouId, TextId } from '../../shared/ids.ts'
import type { Settling } from '../../shared/mou/settledBracket.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { endBracket } from '../../shared/text/instrument/bracketCommands.ts'
import { bracketsIn } from '../../shared/text/textBrackets.ts'
import type { MeetingRecord } from './meetingRecord.ts'

/** A working text that says "The Parties [shall] consult.", with the steps that settle its bracket and those that undo that. */
export async function withBracket(record: MeetingRecord, mouId: MouId) {
  const from = { kind: 'empty' as const }
  const { textId } = (await record.get('workingText.begin', { mouId, language: 'en', from })).value
  const { doc } = await record.get('text.open', { textId })
  let state = EditorState.create({ doc: textSchema.nodeFromJSON(doc) })
  const line = textSchema.node('paragraph', { blockId: 'p1' }, [
    textSchema.text('The Parties '),
    textSchema.node('bracketOpen', { bracketId: 'b1' }),
    textSchema.text('shall'),
    textSchema.node('bracketClose', { bracketId: 'b1' }),
    textSchema.text(' consult.'),
  ])
  const written = state.tr.insert(state.doc.content.size, line)
  state = state.apply(written)
  const { revision } = await record.get('text.save', { textId, revision: 0, steps: stepsOf(written) })
  let ended: Transaction | null = null
  endBracket('b1', { kind: 'keep' })(state, (tr) => (ended = tr))
  const settles = ended as unknown as Transaction
  const undone = settles.steps.map((step, index) => step.invert(settles.docs[index] ?? state.doc)).reverse()
  const settling: Settling = {
    bracketId: 'b1',
    ...{ outcome: 'kept', sides: ['IDN'], clause: 'Article 7 (2)', wording: 'shall', became: '' },
    ...{ meetingId: null, itemId: null },
  }
  return {
    ...{ textId, revision, settling, settles: stepsOf(settles) },
    undoes: undone.map((step) => step.toJSON() as unknown),
  }
}

/** The wordings of the brackets that stand in a text. */
export async function bracketsOf(record: MeetingRecord, textId: TextId): Promise<readonly string[]> {
  const { doc } = await record.get('text.open', { textId })
  return bracketsIn(textSchema.nodeFromJSON(doc)).map(({ wording }) => wording)
}

function stepsOf({ steps }: Transaction): unknown[] {
  return steps.map((step) => step.toJSON() as unknown)
}
