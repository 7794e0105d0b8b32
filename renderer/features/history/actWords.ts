import type { WriteOperation } from '../../../shared/api/contract.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What a write did, said beside "Urungkan" and in the history. A write without words does not compile. */
export const writtenWords = {
  'history.undo': 'history.acts.undo',
  'agency.put': 'history.acts.agencyPut',
  'agency.remove': 'history.acts.agencyRemove',
  'person.put': 'history.acts.personPut',
  'person.remove': 'history.acts.personRemove',
  'relationship.add': 'history.acts.relationshipAdd',
  'relationship.remove': 'history.acts.relationshipRemove',
  'series.put': 'history.acts.seriesPut',
  'series.remove': 'history.acts.seriesRemove',
  'meeting.put': 'history.acts.meetingPut',
  'meeting.remove': 'history.acts.meetingRemove',
  'programme.put': 'history.acts.programmePut',
  'programme.remove': 'history.acts.programmeRemove',
  'delegate.add': 'history.acts.delegateAdd',
  'delegate.change': 'history.acts.delegateChange',
  'delegate.remove': 'history.acts.delegateRemove',
  'agenda.put': 'history.acts.agendaPut',
  'agenda.move': 'history.acts.agendaMove',
  'agenda.remove': 'history.acts.agendaRemove',
  'decision.put': 'history.acts.decisionPut',
  'decision.remove': 'history.acts.decisionRemove',
  'action.put': 'history.acts.actionPut',
  'action.moveDue': 'history.acts.actionMoveDue',
  'action.remove': 'history.acts.actionRemove',
  'figure.put': 'history.acts.figurePut',
  'figure.remove': 'history.acts.figureRemove',
  'note.put': 'history.acts.notePut',
  'note.remove': 'history.acts.noteRemove',
  'text.nameVersion': 'history.acts.textNameVersion',
  'compare.keepFiles': 'history.acts.attachmentAdd',
  'attachment.add': 'history.acts.attachmentAdd',
  'attachment.rename': 'history.acts.attachmentRename',
  'attachment.remove': 'history.acts.attachmentRemove',
  'mou.put': 'history.acts.mouPut',
  'mou.remove': 'history.acts.mouRemove',
  'mou.link': 'history.acts.mouLink',
  'mou.unlink': 'history.acts.mouUnlink',
  'stage.enter': 'history.acts.stageEnter',
  'stage.remove': 'history.acts.stageRemove',
  'milestone.put': 'history.acts.milestonePut',
  'milestone.remove': 'history.acts.milestoneRemove',
  'draft.register': 'history.acts.draftRegister',
  'draft.change': 'history.acts.draftChange',
  'draft.remove': 'history.acts.draftRemove',
  'workingText.begin': 'history.acts.workingTextBegin',
} satisfies Record<WriteOperation, MessageKey>

/** Acts beside the writes that the record keeps in its history. */
const actedWords: Readonly<Partial<Record<string, MessageKey>>> = {
  'record.create': 'history.acts.recordCreate',
  'record.unlock': 'history.acts.recordUnlock',
  'record.unlockWithRecoveryKey': 'history.acts.recoveryUsed',
  'record.renewRecoveryKey': 'history.acts.recoveryRenewed',
  'record.confirmRecoveryKey': 'history.acts.recoveryConfirmed',
  'record.saveRecoverySheet': 'history.acts.sheetSaved',
  'officer.add': 'history.acts.officerAdd',
  'officer.remove': 'history.acts.officerRemove',
  'officer.changePassphrase': 'history.acts.passphraseChanged',
  'record.unsound': 'history.acts.unsound',
  'record.migrate': 'history.acts.migrated',
  'record.replaced': 'history.acts.replaced',
  'record.confirmReplaced': 'history.acts.confirmedReplaced',
  'text.close': 'history.acts.textSaved',
  'text.save': 'history.acts.textSaved',
  'text.saveCopyTo': 'history.acts.textCopied',
  'minutes.exportDocx': 'history.acts.exported',
  'compare.exportRedline': 'history.acts.exported',
  'minutes.exportPdf': 'history.acts.exported',
  'attachment.saveAs': 'history.acts.attachmentSaved',
}

/** The words for an operation in the history; null for one that this version does not know. */
export function wordsOfAct(operation: string): MessageKey | null {
  const written: Readonly<Partial<Record<string, MessageKey>>> = writtenWords
  return written[operation] ?? actedWords[operation] ?? null
}
