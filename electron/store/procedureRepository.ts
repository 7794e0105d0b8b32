import type Database from 'better-sqlite3'
import type { MouId, ProcedureStepId } from '../../shared/ids.ts'
import { ProcedureStep } from '../../shared/mou/procedure.ts'
import { fromStepRow, stepColumns, type StepRow, toStepRow } from './procedureTemplateRepository.ts'
import { fromJson, parsed } from './rows.ts'

type Row = StepRow & {
  readonly id: string
  readonly mou_id: string
  readonly rank: number
  readonly state: string
  readonly note: string
}

export type RankedStep = { readonly step: ProcedureStep; readonly rank: number }

/** The steps of the procedure of each memorandum. */
export function createProcedureRepository(db: Database.Database) {
  const columns = `id, mou_id, rank, ${stepColumns}, state, note`
  const changing = `rank, ${stepColumns}, state, note`.replace('key, ', '')
  const upsert = db.prepare<Row>(`
    INSERT INTO procedure_step (${columns}) VALUES (${columns.replaceAll(/\w+/g, '@$&')})
    ON CONFLICT (id) DO UPDATE SET ${changing.replaceAll(/\w+/g, '$& = @$&')}`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM procedure_step WHERE id = ?`)
  const selectOfMou = db.prepare<[string], Row>(`
    SELECT ${columns} FROM procedure_step WHERE mou_id = ? ORDER BY rank, id`)
  const updateRank = db.prepare<{ readonly id: string; readonly rank: number }>(
    'UPDATE procedure_step SET rank = @rank WHERE id = @id AND rank <> @rank',
  )
  const remove = db.prepare<[string]>('DELETE FROM procedure_step WHERE id = ?')

  return {
    /** The key of one that is there stays: terms count by it. */
    put: (step: ProcedureStep, rank: number): void =>
      void upsert.run({
        ...toStepRow(step),
        id: step.id,
        mou_id: step.mouId,
        rank,
        state: JSON.stringify(step.state),
        note: step.note,
      }),
    find: (id: ProcedureStepId): RankedStep | null => {
      const row = selectOne.get(id)
      return row ? toRanked(row) : null
    },
    /** In the order of the list. */
    ofMou: (id: MouId): readonly RankedStep[] => selectOfMou.all(id).map(toRanked),
    rank: (id: ProcedureStepId, rank: number): void => void updateRank.run({ id, rank }),
    remove: (id: ProcedureStepId): void => void remove.run(id),
  }
}

function toRanked(row: Row): RankedStep {
  const step = parsed('step of the procedure', ProcedureStep, {
    ...fromStepRow(row),
    id: row.id,
    mouId: row.mou_id,
    state: fromJson(row.state),
    note: row.note,
  })
  return { step, rank: row.rank }
}
