import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copiesFolderOf, instantOfCopy, listCopies } from '../../electron/store/copies.ts'
import { verifyRecord } from '../../electron/store/verifyRecord.ts'
import { agencies, makeRecord, openFixture, type Fixture } from '../electron/store/recordFixture.ts'
import type { Figures } from './rounds.ts'

const childFile = fileURLToPath(new URL('./faultChild.ts', import.meta.url))
const shimSource = fileURLToPath(new URL('./faultShim.c', import.meta.url))
const mostCalls = 1_000

/** The shim as a library, or null where there is no compiler or no LD_PRELOAD. */
export function buildShim(folder: string): string | null {
  if (process.platform !== 'linux') return null
  const library = join(folder, 'faultShim.so')
  try {
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, shimSource, '-ldl'], { stdio: 'ignore' })
    return library
  } catch {
    return null
  }
}

/**
 * Lets every `every`-th call that writes fail in turn, with ENOSPC and EIO, once and from then on: nothing that was
 * acknowledged may be lost, nothing half, and no failure may come as anything but a fault.
 */
export async function faultRounds(shim: string, every: number, folder: string): Promise<Figures> {
  mkdirSync(join(folder, 'made'))
  const made = await makeRecord(join(folder, 'made'), { name: 'record' })
  const bad: string[] = []
  let rounds = 0
  let acknowledged = 0
  let lost = 0
  for (const error of ['ENOSPC', 'EIO'] as const) {
    for (const sticky of [false, true]) {
      for (let call = 1; call <= mostCalls; call += every) {
        const place = join(folder, 'place')
        rmSync(place, { recursive: true, force: true })
        cpSync(join(folder, 'made'), place, { recursive: true })
        const mark = join(folder, 'mark')
        rmSync(mark, { force: true })
        const child = spawnSync(
          process.execPath,
          [childFile, place, made.key.toString('hex'), made.officer.id],
          {
            encoding: 'utf8',
            env: {
              ...process.env,
              LD_PRELOAD: shim,
              SHIM_FOLDER: place,
              SHIM_AT: String(call),
              SHIM_ERRNO: String(constants.errno[error]),
              SHIM_MARK: mark,
              ...(sticky ? { SHIM_STICKY: '1' } : {}),
            },
          },
        )
        if (!existsSync(mark)) break // fewer calls than this: all were gone through
        rounds++
        const name = `${error}${sticky ? ' from' : ' at'} call ${call}`
        if (child.status !== 0)
          bad.push(`${name}: ended with ${child.status ?? child.signal}: ${firstLine(child.stderr)}`)
        const left = await lookAt({ ...made, path: join(place, 'record.sepaham') }, place, child.stdout)
        acknowledged += left.acknowledged
        lost += left.bad.length
        bad.push(...left.bad.map((words) => `${name}: ${words}`))
      }
    }
  }
  return { what: 'write faults', rounds, acknowledged, lost, bad }
}

async function lookAt(fixture: Fixture, place: string, output: string) {
  const said = output.split('\n')
  const bad: string[] = []
  const store = await openFixture(fixture)
  if (!store.chainHeld || store.replaced()) bad.push('the audit log does not hold')
  const there = new Set(agencies(store))
  store.close()
  const saved = said.filter((line) => line.startsWith('saved '))
  for (const line of saved) if (!there.has(line)) bad.push(`${line} is gone`)
  bad.push(...verifyRecord(fixture.path, fixture.key, []).findings.map((finding) => JSON.stringify(finding)))
  const copies = listCopies(fixture.path)
  const copied = said.filter((line) => line.startsWith('copied '))
  for (const line of copied) {
    if (!copies.some((name) => line === `copied ${instantOfCopy(name)}`)) bad.push(`${line} is gone`)
  }
  for (const name of copies) {
    const { findings } = verifyRecord(join(copiesFolderOf(fixture.path), name), fixture.key, [])
    if (findings.length > 0) bad.push(`copy ${name} does not hold`)
  }
  const exported = join(place, 'notula.docx')
  if (said.includes('exported notula.docx') && !existsSync(exported)) bad.push('the export is gone')
  if (existsSync(exported) && !readFileSync(exported).equals(Buffer.alloc(9_000, 'n')))
    bad.push('half an export')
  return { acknowledged: saved.length + copied.length, bad }
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => /Error/.test(line)) ?? ''
}
