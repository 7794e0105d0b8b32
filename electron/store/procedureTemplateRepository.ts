import type Database from 'better-sqlite3'
import { TemplateStep } from '../../shared/mou/procedure.ts'
import { fromJson, parsed } from './rows.ts'

/** What a step of a checklist says, in columns that hold it for the template and for each memorandum. */
export type StepRow = {
  readonly key: string
  readonly phase: string
  readonly title: string
  readonly source: string
  readonly source_address: string
  readonly certainty: string
  readonly term: string | null
  readonly evidence: string | null
  readonly restricted: number
}
export const stepColumns = 'key, phase, title, source, source_address, certainty, term, evidence, restricted'
const stepValues = stepColumns.replaceAll(/\w+/g, '@$&')

/** The checklist for new memoranda. */
export function createProcedureTemplateRepository(db: Database.Database) {
  const insert = db.prepare<StepRow & { readonly position: number }>(`
    INSERT INTO procedure_template (${stepColumns}, position) VALUES (${stepValues}, @position)`)
  const selectAll = db.prepare<[], StepRow>(`
    SELECT ${stepColumns} FROM procedure_template WHERE position >= 0 ORDER BY position`)
  const clear = db.prepare('DELETE FROM procedure_template')

  return {
    /** In order; empty where nobody has changed the checklist that the program brings along. */
    all: (): readonly TemplateStep[] =>
      selectAll.all().map((row) => parsed('step of the checklist', TemplateStep, fromStepRow(row))),
    replace(steps: readonly TemplateStep[]): void {
      clear.run()
      steps.forEach((step, position) => insert.run({ ...toStepRow(step), position }))
    },
  }
}

export function toStepRow(step: TemplateStep): StepRow {
  return {
    key: step.key,
    phase: step.phase,
    title: JSON.stringify(step.title),
    source: step.source,
    source_address: step.sourceAddress,
    certainty: step.certainty,
    term: step.term && JSON.stringify(step.term),
    evidence: step.evidence && JSON.stringify(step.evidence),
    restricted: step.restricted ? 1 : 0,
  }
}

export function fromStepRow(row: StepRow): object {
  return {
    key: row.key,
    phase: row.phase,
    title: fromJson(row.title),
    source: row.source,
    sourceAddress: row.source_address,
    certainty: row.certainty,
    term: row.term === null ? null : fromJson(row.term),
    evidence: row.evidence === null ? null : fromJson(row.evidence),
    restricted: row.restricted === 1,
  }
}
