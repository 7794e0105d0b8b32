import { z } from 'zod'
import { MouId, ProcedureStepId } from '../ids.ts'
import { type Procedure, ProcedureStep, StepState, StepWords } from '../mou/procedure.ts'
import { read, write } from './operation.ts'

/** The procedure of one memorandum, whose list is its own from the day on which it was made. */
export const procedureContract = {
  /** As it stands today, with what is odd about it. */
  'procedure.ofMou': read({ mouId: MouId }, z.custom<Procedure>()),
  /** Copies the checklist into a memorandum that has none. Fault: `AlreadyThere`. */
  'procedure.begin': write({ mouId: MouId }, z.array(ProcedureStep).readonly()),
  /** Nothing is refused for its date: what is odd is shown. */
  'procedure.setStep': write(
    { stepId: ProcedureStepId, state: StepState, note: ProcedureStep.shape.note },
    ProcedureStep,
  ),
  /** At the end of the list. */
  'procedure.addStep': write({ mouId: MouId, step: StepWords }, ProcedureStep),
  'procedure.changeStep': write({ stepId: ProcedureStepId, step: StepWords }, ProcedureStep),
  /** Its papers go with it. Fault: `StillReferredTo`, by the steps whose terms count from it. */
  'procedure.removeStep': write({ stepId: ProcedureStepId }, z.null()),
  /** To a position, from 0; one past the end is the end. Answers the whole list. */
  'procedure.moveStep': write(
    { stepId: ProcedureStepId, position: z.int().min(0) },
    z.array(ProcedureStep).readonly(),
  ),
} as const
