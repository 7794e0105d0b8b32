import { afterAll, describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { createJobs } from '../../../electron/jobs/createJobs.ts'
import type { JobTable } from '../../../electron/services/openRecord.ts'
import { draftDocx } from '../../../shared/docx/draft/draftDocx.ts'
import { draftHtml } from '../../../shared/docx/draft/draftHtml.ts'
import type { CounterpartComment } from '../../../shared/mou/draftPaper.ts'
import { fixture } from '../../shared/compare/support.ts'
import { paperOf } from '../../shared/docx/draft/papers.ts'

const jobs = createJobs<JobTable>({
  entry: new URL('../../../electron/jobs/entry.ts', import.meta.url),
  onProgress: () => {},
})
afterAll(() => jobs.stopAll())

const v3 = fixture('mou-v3-consolidated.en.txt')

describe('a draft as a job', () => {
  it('is the DOCX that it is anywhere', async () => {
    const paper = paperOf([['en', v3]])
    const written = await jobs.run('draftDocx', paper)
    expect(written).toEqual({ ok: true, value: await draftDocx(paper, khmerFont) })
  })

  it('is the page that it is anywhere', async () => {
    const paper = paperOf([['en', v3]], { lineNumbers: true })
    expect(await jobs.run('draftHtml', { paper, fonts: [] })).toEqual({
      ok: true,
      value: draftHtml(paper, []),
    })
  })

  it('is not written with an internal comment, even where a thread lost the types', async () => {
    const said = { author: 'IDN', date: '2025-05-20T02:00:00.000Z', text: 'Our limit is 21 days.' }
    const internal = { ...said, visibility: 'internal', blockId: 'b-1', quote: null, replies: [] }
    const comments = [internal as unknown as CounterpartComment]
    await expect(jobs.run('draftDocx', { ...paperOf([['en', v3]]), comments })).rejects.toThrow('counterpart')
  })
})
