import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { TextId } from '../../shared/ids.ts'
import { startThread } from '../electron/record/threadClient.ts'
import { passphrase, recordIn } from './template.ts'

// A program that works until it is killed. It says on its standard output what was acknowledged to it, a line each,
// only after the answer came: "saved 7", "exported 3.docx", "copied 2025-…", "migrated".

const [what = '', folder = '', id = ''] = process.argv.slice(2)
const textId = TextId.parse(id)
const entry = what === 'migrating' ? new URL('./nextEntry.ts', import.meta.url) : undefined
const client = startThread(folder, entry)
say('started')
const opened = await client.thread.openAtStart({ path: recordIn(folder), sample: false, passphrase })
if (!opened.ok) {
  say(`refused ${opened.fault.kind}`)
  process.exit(0)
}
say(what === 'migrating' ? 'migrated' : 'opened')

const { revision } = await client.get('text.open', { textId })
let next = revision + 1
const type = async (): Promise<void> => {
  const step = {
    stepType: 'replace',
    from: 1,
    to: 1,
    slice: { content: [{ type: 'text', text: `<${next}>` }] },
  }
  const saved = await client.get('text.save', { textId, revision: next - 1, steps: [step] })
  say(`saved ${saved.revision}`)
  next = saved.revision + 1
}

for (let count = 1; ; count++) {
  await type()
  if (what === 'exporting') {
    const file = `${count}.docx`
    client.desktop.path = join(folder, file)
    const doc = (await client.get('text.open', { textId })).doc
    if (await client.get('text.saveCopyTo', { textId, name: 'copy', doc })) say(`exported ${file}`)
  }
  if (what === 'copying') {
    const { madeAt } = await client.get('record.copyNow', {})
    say(`copied ${madeAt}`)
  }
}

/** Heard for certain: a pipe that is full for a moment is tried again. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
}
