import { mkdirSync } from 'node:fs'
import { startThread } from './threadClient.ts'

// A process that opens a record, says so, and holds it until it is killed.
const [folder = '', path = '', passphrase = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const client = startThread(folder)
const opened = await client.thread.openAtStart({ path, sample: false, passphrase })
process.stdout.write(JSON.stringify(opened) + '\n')
