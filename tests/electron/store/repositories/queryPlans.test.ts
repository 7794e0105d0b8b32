import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../../electron/store/migrate.ts'
import { migrations } from '../../../../electron/store/migrations/migrations.ts'
import { createRepositories } from '../../../../electron/store/repositories.ts'

const db = new Database(':memory:')
migrate(db, migrations)
afterAll(() => db.close())

const selects = preparedSelects()

// A scan of `said` reads the few rows that the query has put together itself.
describe('every read of the repositories', () => {
  it('is looked at', () => expect(selects.length).toBeGreaterThan(40))
  it.each(selects.map((sql) => [sql.replace(/\s+/g, ' ').trim(), sql] as const))('%s', (_, sql) => {
    const plan = planOf(sql)
    expect(plan.filter((step) => /^SCAN\b/.test(step) && !/^SCAN (said|CONSTANT ROW)\b/.test(step))).toEqual(
      [],
    )
  })
})

describe('the first page of a list', () => {
  it.each(selects.filter((sql) => /LIMIT @limit/.test(sql)).map((sql) => [sql]))(
    'needs no sorting: %s',
    (sql) => expect(planOf(sql).filter((step) => step.startsWith('USE TEMP B-TREE'))).toEqual([]),
  )
})

/** The SQL of every statement that the repositories prepare and that begins a read. */
function preparedSelects(): readonly string[] {
  const prepared: string[] = []
  const watched = new Proxy(db, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown
      return (sql: string) => {
        prepared.push(sql)
        return target.prepare(sql)
      }
    },
  })
  createRepositories(watched)
  return prepared.filter((sql) => /^\s*(?:SELECT|WITH)\b/.test(sql))
}

function planOf(sql: string): readonly string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, ''] as const)
  const values = [...sql.matchAll(/\?/g)].map(() => '')
  const explain = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
  const rows = names.length > 0 ? explain.all(Object.fromEntries(names)) : explain.all(...values)
  return rows.map(({ detail }) => detail)
}
