import { ok } from '../../shared/result.ts'
import { createRepositories } from '../store/repositories.ts'
import { createAgendaService } from './agendaService.ts'
import { createAttachmentService } from './attachmentService.ts'
import { createClosingService } from './closingService.ts'
import { createCalendarService } from './calendarService.ts'
import { createCommentService } from './commentService.ts'
import { createBacklogService } from './backlogService.ts'
import { createBracketService } from './bracketService.ts'
import { createClauseLibrary } from './clauseLibrary.ts'
import { createComparedTexts } from './comparedTexts.ts'
import { createCompareService } from './compareService.ts'
import { createDelegationService } from './delegationService.ts'
import { createDoublesService } from './doublesService.ts'
import { createDraftExportService } from './draftExportService.ts'
import { createDraftService } from './draftService.ts'
import { createFigureService } from './figureService.ts'
import { createGuidelinesService } from './guidelinesService.ts'
import { createHeldPapers } from './heldPapers.ts'
import { createHolidayService } from './holidayService.ts'
import { createIcsService } from './icsService.ts'
import { createItemTexts } from './itemTexts.ts'
import { createLanguageService } from './languageService.ts'
import { createLetterheadService } from './letterheadService.ts'
import { createMeetingService } from './meetingService.ts'
import { createMinutesLifeService } from './minutesLifeService.ts'
import { createMinutesService } from './minutesService.ts'
import { createMinutesTexts } from './minutesTexts.ts'
import { createMouService } from './mouService.ts'
import { createNoteService } from './noteService.ts'
import type { ContentHandlers, OpenRecord } from './openRecord.ts'
import { createOutcomeService } from './outcomeService.ts'
import { createPastedPeopleService } from './pastedPeopleService.ts'
import { createPaperFiles } from './paperFiles.ts'
import { createPaperService } from './paperService.ts'
import { createPeopleService } from './peopleService.ts'
import { createProcedureService } from './procedureService.ts'
import { createProcedureTemplateService } from './procedureTemplateService.ts'
import { createProjectionService } from './projectionService.ts'
import { createProgrammeService } from './programmeService.ts'
import { createSearchService } from './searchService.ts'
import { createSeriesService } from './seriesService.ts'
import { createSpellingService } from './spellingService.ts'
import { createTermService } from './termService.ts'
import { createShownChangesService } from './shownChangesService.ts'
import { createTopicService } from './topicService.ts'
import { createTextService } from './textService.ts'

/** The handlers of everything that a record holds, for one opened record. Statements are prepared here, once. */
export function createContentHandlers(record: OpenRecord): ContentHandlers {
  const { store, ownSide, emit } = record
  const deps = { store, ownSide, records: createRepositories(store.db) }
  const itemTexts = createItemTexts(deps)
  const people = createPeopleService(deps)
  const pastedPeople = createPastedPeopleService(deps, record)
  const doubles = createDoublesService(deps, record, people)
  const series = createSeriesService(deps)
  const texts = createTextService(deps, emit)
  const backlog = createBacklogService(deps, itemTexts)
  const closing = createClosingService(deps, backlog, texts)
  const meetings = createMeetingService(deps, itemTexts, backlog, closing)
  const programme = createProgrammeService(deps)
  const delegations = createDelegationService(deps)
  const agenda = createAgendaService(deps, itemTexts)
  const outcomes = createOutcomeService(deps)
  const figures = createFigureService(deps)
  const notes = createNoteService(deps)
  const holidays = createHolidayService(deps)
  const terms = createTermService(deps)
  const topics = createTopicService(deps)
  const procedureTemplate = createProcedureTemplateService(deps)
  const procedure = createProcedureService(deps, procedureTemplate)
  const paperFiles = createPaperFiles(deps, record, texts)
  const minutesTexts = createMinutesTexts(deps, record, paperFiles)
  const minutes = createMinutesService(deps, record, meetings, paperFiles, minutesTexts)
  const minutesLife = createMinutesLifeService(deps, meetings, texts, minutesTexts)
  const meetingPapers = createPaperService(deps, record, meetings, paperFiles, minutes)
  const letterheads = createLetterheadService(deps, record)
  const projection = createProjectionService(meetings, texts, emit)
  const attachments = createAttachmentService(deps, record)
  const papers = createHeldPapers()
  const compared = createComparedTexts(deps, record, texts, papers, { meetings, minutesTexts })
  const compare = createCompareService(record, attachments, papers, compared)
  const shownChanges = createShownChangesService(deps, record, texts)
  const guidelines = createGuidelinesService(deps, record)
  const mous = createMouService(deps, texts, procedure, guidelines)
  const clauses = createClauseLibrary(deps, texts)
  const brackets = createBracketService(deps, texts)
  const languages = createLanguageService(deps, record, texts)
  const comments = createCommentService(deps, texts)
  const drafts = createDraftService(deps, record, texts, papers, attachments, comments)
  const spelling = createSpellingService(deps, record)
  const draftExports = createDraftExportService(deps, record, texts, comments.forCounterpart)

  const calendar = createCalendarService(deps)
  const ics = createIcsService(deps, record)
  const search = createSearchService(deps, texts)

  return {
    handlers: {
      'search.find': search.find,
      'home.read': (input) => ok(calendar.home(input)),
      'calendar.read': calendar.days,
      'reminder.read': (input) => ok(calendar.reminders(input)),
      'calendar.exportIcs': ics.export,
      'agency.list': (input) => ok(people.agencies(input)),
      'agency.put': people.putAgency,
      'agency.end': people.endAgency,
      'agency.remove': people.removeAgency,
      'person.list': people.people,
      'person.put': people.putPerson,
      'person.end': people.endPerson,
      'person.remove': people.removePerson,
      'person.alike': pastedPeople.alike,
      'person.putAll': pastedPeople.putAll,
      'person.doubles': doubles.doubles,
      'person.tellApart': doubles.tellApart,
      'person.merge': doubles.merge,
      'relationship.list': () => ok(series.relationships()),
      'relationship.add': series.addRelationship,
      'relationship.remove': series.removeRelationship,
      'series.list': (input) => ok(series.series(input)),
      'series.meetingCounts': () => ok(series.meetingCounts()),
      'series.put': series.putSeries,
      'series.remove': series.removeSeries,
      'meeting.list': meetings.list,
      'meeting.dossier': meetings.dossier,
      'meeting.put': meetings.put,
      'meeting.remove': meetings.remove,
      'programme.put': programme.put,
      'programme.remove': programme.remove,
      'delegate.add': delegations.add,
      'delegate.former': delegations.former,
      'delegate.addAll': delegations.addAll,
      'delegate.change': delegations.change,
      'delegate.remove': delegations.remove,
      'agenda.put': agenda.put,
      'agenda.move': agenda.move,
      'agenda.remove': agenda.remove,
      'agenda.adopt': agenda.adopt,
      'itemTime.list': agenda.times,
      'itemTime.keep': agenda.keepTime,
      'meeting.closing': closing.question,
      'meeting.close': closing.close,
      'backlog.list': backlog.list,
      'backlog.put': backlog.put,
      'backlog.giveUp': backlog.giveUp,
      'backlog.place': backlog.place,
      'topic.list': () => ok(topics.list()),
      'topic.put': topics.put,
      'topic.remove': topics.remove,
      'decision.put': outcomes.putDecision,
      'decision.remove': outcomes.removeDecision,
      'action.list': outcomes.listActions,
      'outcome.ofSeries': outcomes.ofSeries,
      'outcome.named': outcomes.named,
      'action.put': outcomes.putAction,
      'action.moveDue': outcomes.moveDue,
      'action.remove': outcomes.removeAction,
      'figure.list': (input) => ok(figures.list(input)),
      'figure.put': figures.put,
      'figure.remove': figures.remove,
      'note.put': notes.put,
      'note.remove': notes.remove,
      'holiday.list': () => ok(holidays.list()),
      'holiday.put': holidays.put,
      'holiday.putAll': holidays.putAll,
      'holiday.remove': holidays.remove,
      'term.list': () => ok(terms.list()),
      'term.put': terms.put,
      'term.addAll': terms.addAll,
      'term.remove': terms.remove,
      'procedure.template': () => ok(procedureTemplate.read()),
      'procedure.setTemplate': procedureTemplate.set,
      'procedure.resetTemplate': procedureTemplate.reset,
      'procedure.ofMou': procedure.ofMou,
      'procedure.begin': procedure.begin,
      'procedure.setStep': procedure.set,
      'procedure.addStep': procedure.add,
      'procedure.changeStep': procedure.change,
      'procedure.removeStep': procedure.remove,
      'procedure.moveStep': procedure.move,
      'guidelines.ofMou': guidelines.ofMou,
      'guidelines.make': guidelines.make,
      'guidelines.open': guidelines.open,
      'guidelines.close': guidelines.close,
      'guidelines.save': guidelines.save,
      'guidelines.giveAccess': guidelines.giveAccess,
      'guidelines.takeAccess': guidelines.takeAccess,
      'guidelines.changePassphrase': guidelines.changePassphrase,
      'guidelines.remove': guidelines.remove,
      'text.open': texts.open,
      'text.close': texts.close,
      'text.save': texts.save,
      'text.saveCopyTo': minutes.saveCopyTo,
      'text.nameVersion': texts.nameVersion,
      'text.versions': texts.versions,
      'text.version': texts.version,
      'text.revisions': texts.revisions,
      'text.at': texts.at,
      'minutes.words': minutesLife.words,
      'minutes.circulate': minutesLife.circulate,
      'minutes.askCorrection': minutesLife.askCorrection,
      'minutes.decideCorrection': minutesLife.decideCorrection,
      'minutes.agree': minutesLife.agree,
      'minutes.sign': minutesLife.sign,
      'minutes.reopen': minutesLife.reopen,
      'minutes.confirmPrevious': minutesLife.confirmPrevious,
      'projection.read': projection.read,
      'projection.show': projection.show,
      'minutes.preview': minutes.preview,
      'minutes.exportDocx': minutes.exportDocx,
      'minutes.exportPdf': minutes.exportPdf,
      'minutes.stopExport': minutes.stopExport,
      'paper.preview': meetingPapers.preview,
      'paper.onLetterhead': meetingPapers.onLetterhead,
      'paper.export': meetingPapers.export,
      'letterhead.list': () => ok(letterheads.list()),
      'letterhead.pdfLosses': letterheads.pdfLosses,
      'letterhead.choose': letterheads.choose,
      'letterhead.keep': letterheads.keep,
      'letterhead.remove': letterheads.remove,
      'compare.chooseFile': compare.chooseFile,
      'compare.sendPart': compare.sendPart,
      'compare.addFile': compare.addFile,
      'compare.forgetFile': compare.forgetFile,
      'compare.recordText': compare.recordText,
      'compare.texts': compare.texts,
      'compare.shown': shownChanges.shown,
      'compare.unmarked': compare.unmarked,
      'compare.exportRedline': compare.exportRedline,
      'compare.keepFiles': compare.keepFiles,
      'attachment.list': (input) => ok(attachments.list(input)),
      'attachment.choose': attachments.choose,
      'attachment.sendPart': attachments.sendPart,
      'attachment.add': attachments.add,
      'attachment.rename': attachments.rename,
      'attachment.remove': attachments.remove,
      'attachment.saveAs': attachments.saveAs,
      'compare.stop': compare.stop,
      'mou.list': mous.list,
      'mou.dossier': mous.dossier,
      'mou.ofMeeting': (input) => ok(mous.ofMeeting(input)),
      'mou.articles': (input) => ok(mous.articles(input)),
      'mou.put': mous.put,
      'mou.remove': mous.remove,
      'mou.linkable': mous.linkable,
      'mou.link': mous.link,
      'mou.unlink': mous.unlink,
      'stage.enter': mous.enterStage,
      'stage.remove': mous.removeStage,
      'milestone.put': mous.putMilestone,
      'milestone.remove': mous.removeMilestone,
      'draft.read': drafts.read,
      'draft.recognise': drafts.recognise,
      'draft.correct': drafts.correct,
      'draft.register': drafts.register,
      'draft.change': drafts.change,
      'draft.export': draftExports.export,
      'draft.stopExport': draftExports.stop,
      'draft.remove': drafts.remove,
      'clause.library': clauses.clauses,
      'draft.merge': drafts.merge,
      'workingText.read': drafts.readWorkingText,
      'workingText.begin': drafts.begin,
      'comment.list': comments.list,
      'comment.add': comments.add,
      'comment.reply': comments.reply,
      'comment.edit': comments.edit,
      'comment.remove': comments.remove,
      'thread.resolve': comments.resolve,
      'thread.reopen': comments.reopen,
      'thread.setVisibility': comments.setVisibility,
      'thread.attach': comments.attach,
      'bracket.meetings': brackets.meetings,
      'bracket.settled': brackets.settled,
      'bracket.settle': brackets.settle,
      'bracket.unsettle': brackets.unsettle,
      'spelling.check': spelling.check,
      'spelling.suggest': spelling.suggest,
      'spelling.words': () => ok(spelling.words()),
      'spelling.addWord': spelling.addWord,
      'spelling.removeWord': spelling.removeWord,
      'spelling.dictionary': () => ok(spelling.dictionary()),
      'spelling.chooseDictionary': spelling.chooseDictionary,
      'spelling.removeDictionary': spelling.removeDictionary,
      'languages.beside': languages.beside,
      'languages.link': languages.link,
      'languages.unlink': languages.unlink,
      'languages.confirm': languages.confirm,
    },
    clientGone(client) {
      texts.releaseClient(client)
      compare.clientGone(client)
      shownChanges.clientGone(client)
      drafts.clientGone(client)
      attachments.clientGone(client)
      letterheads.clientGone(client)
      guidelines.clientGone(client)
    },
    settle(idleOnly) {
      if (!idleOnly) spelling.end()
      texts.settle(idleOnly)
      if (idleOnly) return search.idle()
      search.stop()
      compare.forgetAll()
      shownChanges.forgetAll()
      drafts.forgetAll()
      attachments.forgetAll()
      letterheads.forgetAll()
      guidelines.forgetAll()
    },
  }
}
