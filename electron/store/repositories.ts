import type Database from 'better-sqlite3'
import { createAgencyRepository } from './agencyRepository.ts'
import { createAgendaRepository } from './agendaRepository.ts'
import { createAttachmentRepository } from './attachmentRepository.ts'
import { createBacklogRepository } from './backlogRepository.ts'
import { createCalendarRepository } from './calendarRepository.ts'
import { createCommentRepository } from './commentRepository.ts'
import { createDelegateRepository } from './delegateRepository.ts'
import { createDraftRepository } from './draftRepository.ts'
import { createItemTimeRepository } from './itemTimeRepository.ts'
import { createLanguageRepository } from './languageRepository.ts'
import { createFigureRepository } from './figureRepository.ts'
import { createHolidayRepository } from './holidayRepository.ts'
import { createLetterheadRepository } from './letterheadRepository.ts'
import { createMeetingRepository } from './meetingRepository.ts'
import { createMinutesRepository } from './minutesRepository.ts'
import { createMouRepository } from './mouRepository.ts'
import { createNoteRepository } from './noteRepository.ts'
import { createNumberRepository } from './numberRepository.ts'
import { createActionRepository, createDecisionRepository } from './outcomeRepository.ts'
import { createPersonRepository } from './personRepository.ts'
import { createProcedureRepository } from './procedureRepository.ts'
import { createProcedureTemplateRepository } from './procedureTemplateRepository.ts'
import { createProgrammeRepository } from './programmeRepository.ts'
import { createRestrictedPaperRepository } from './restrictedPaperRepository.ts'
import { createRelationshipRepository, createSeriesRepository } from './seriesRepository.ts'
import { createSettledBracketRepository } from './settledBracketRepository.ts'
import { createSpellingRepository } from './spellingRepository.ts'
import { createTermRepository } from './termRepository.ts'
import { createTextRepository } from './textRepository.ts'
import { createTopicRepository } from './topicRepository.ts'

/** Everything of the record about meetings and memoranda; the statements are prepared once for each opening. */
export function createRepositories(db: Database.Database) {
  return {
    agencies: createAgencyRepository(db),
    people: createPersonRepository(db),
    relationships: createRelationshipRepository(db),
    series: createSeriesRepository(db),
    meetings: createMeetingRepository(db),
    programme: createProgrammeRepository(db),
    delegates: createDelegateRepository(db),
    agenda: createAgendaRepository(db),
    itemTimes: createItemTimeRepository(db),
    backlog: createBacklogRepository(db),
    topics: createTopicRepository(db),
    numbers: createNumberRepository(db),
    decisions: createDecisionRepository(db),
    actions: createActionRepository(db),
    figures: createFigureRepository(db),
    notes: createNoteRepository(db),
    minutes: createMinutesRepository(db),
    texts: createTextRepository(db),
    attachments: createAttachmentRepository(db),
    mous: createMouRepository(db),
    drafts: createDraftRepository(db),
    comments: createCommentRepository(db),
    settledBrackets: createSettledBracketRepository(db),
    holidays: createHolidayRepository(db),
    terms: createTermRepository(db),
    procedure: createProcedureRepository(db),
    restrictedPapers: createRestrictedPaperRepository(db),
    procedureTemplate: createProcedureTemplateRepository(db),
    clauses: createLanguageRepository(db),
    spelling: createSpellingRepository(db),
    calendar: createCalendarRepository(db),
    letterheads: createLetterheadRepository(db),
  }
}
export type Repositories = ReturnType<typeof createRepositories>
