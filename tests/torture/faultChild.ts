import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../electron/store/migrations/migrations.ts'
import { makeCopy } from '../../electron/store/copies.ts'
import { saveFileFor } from '../../electron/store/durableFile.ts'
import { takeLease } from '../../electron/store/lease.ts'
import { openStore } from '../../electron/store/openStore.ts'
import { addAgency } from '../electron/store/recordFixture.ts'

// Opens a record, saves, copies, exports and closes while a call fails somewhere. Every failure must come as a fault:
// what throws ends this program with a code, which is a finding. What was acknowledged is said line by line.

const [folder = '', keyInHex = '', officerId = ''] = process.argv.slice(2)
const path = join(folder, 'record.sepaham')
const key = Buffer.from(keyInHex, 'hex')
const lease = takeLease(path, { host: 'torture', pid: process.pid, now: () => new Date() }, async () => true)
if (lease.ok) {
  const officer = { id: officerId, name: 'Sari' }
  const opened = await openStore({ path, key, officer: () => officer, clock: () => new Date(), migrations })
  if (opened.ok) {
    const store = opened.value
    for (let count = 1; count <= 4; count++) {
      if (addAgency(store, `saved ${count}`).ok) say(`saved ${count}`)
      if (count === 2) {
        const copy = makeCopy({ path, key, now: new Date() })
        if (copy.ok) say(`copied ${copy.value.madeAt}`)
        if (saveFileFor(join(folder, 'notula.docx'), Buffer.alloc(9_000, 'n')).ok) say('exported notula.docx')
      }
    }
    try {
      store.close()
    } catch {
      say('close failed') // what was acknowledged is in the write-ahead log
    }
  } else say(`refused ${opened.fault.kind}`)
  lease.value.release()
} else say(`refused ${lease.fault.kind}`)
say('end')

function say(line: string): void {
  writeSync(1, `${line}\n`)
}
