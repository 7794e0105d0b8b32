import { z } from 'zod'
import { HolidayId, TermId } from '../ids.ts'
import { Holiday } from '../mou/holidays.ts'
import { TemplateStep } from '../mou/procedure.ts'
import { NewTerm, Term } from '../mou/terms.ts'
import { Side } from '../values.ts'
import { read, withNewId, write } from './operation.ts'

/** `isShipped`: nobody has changed the list that the program brings along. */
const ProcedureTemplate = z.strictObject({ isShipped: z.boolean(), steps: z.array(TemplateStep).readonly() })

/** The lists that memoranda are counted and checked by: holidays, terms of the trade, the checklist for new ones. */
export const referenceListContract = {
  'holiday.list': read({}, z.array(Holiday).readonly()),
  'holiday.put': write({ holiday: withNewId(Holiday) }, Holiday),
  /** A whole table of one country. Days that are there already get the name of the table. */
  'holiday.putAll': write(
    {
      side: Side,
      days: z
        .array(Holiday.omit({ id: true, side: true }))
        .min(1)
        .max(2_000),
    },
    z.array(Holiday).readonly(),
  ),
  'holiday.remove': write({ holidayId: HolidayId }, z.null()),

  'term.list': read({}, z.array(Term).readonly()),
  'term.put': write({ term: withNewId(Term) }, Term),
  'term.addAll': write({ terms: z.array(NewTerm).min(1).max(500) }, z.array(Term).readonly()),
  'term.remove': write({ termId: TermId }, z.null()),

  'procedure.template': read({}, ProcedureTemplate),
  /** For memoranda that begin from now on; those that have begun keep their list. */
  'procedure.setTemplate': write({ steps: z.array(TemplateStep).min(1).max(200) }, ProcedureTemplate),
  'procedure.resetTemplate': write({}, ProcedureTemplate),
} as const
