import { z } from 'zod'
import { MeetingId, MilestoneId, MouId, StageEntryId } from '../ids.ts'
import {
  LinkedMou,
  Milestone,
  Mou,
  MouArticle,
  MouDossier,
  MouLink,
  MouLinkTarget,
  MouRow,
  StageEntry,
} from '../mou/mou.ts'
import { page, pageOf, Query, read, withNewId, write } from './operation.ts'

/** Memoranda: the record of each, its stages, milestones and links. */
export const mouContract = {
  'mou.list': read(page, pageOf(MouRow)),
  'mou.dossier': read({ mouId: MouId }, MouDossier),
  /** Those that are linked to the meeting, to an item of its agenda, or to an action that it made. */
  'mou.ofMeeting': read({ meetingId: MeetingId }, z.array(LinkedMou).readonly()),
  /** All that a reference can point at in the working texts of these, in reading order; of what is gone nothing. */
  'mou.articles': read({ mouIds: z.array(MouId).max(50) }, z.array(MouArticle).readonly()),
  'mou.put': write({ mou: withNewId(Mou) }, Mou),
  'mou.remove': write({ mouId: MouId }, z.null()),
  /** What of the meetings with the other side could be linked, newest first, in whose words the query stands. */
  'mou.linkable': read({ mouId: MouId, query: Query }, z.array(MouLink).readonly()),
  'mou.link': write({ mouId: MouId, target: MouLinkTarget }, z.null()),
  'mou.unlink': write({ mouId: MouId, target: MouLinkTarget }, z.null()),

  /** Faults: `BracketsOpen` for an agreed text, `ReasonNeeded`. */
  'stage.enter': write({ entry: StageEntry.omit({ id: true }) }, StageEntry),
  /** Takes back the stage entered last. */
  'stage.remove': write({ entryId: StageEntryId }, z.null()),
  'milestone.put': write({ milestone: withNewId(Milestone) }, Milestone),
  'milestone.remove': write({ milestoneId: MilestoneId }, z.null()),
} as const
