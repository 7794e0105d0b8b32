import { parentPort, workerData } from 'node:worker_threads'
import { peers } from './comparePeers.ts'

/** Runs one library on two texts and says how many milliseconds it took. */
const { name, one, other } = workerData as {
  readonly name: string
  readonly one: string
  readonly other: string
}
const peer = (await peers()).find((candidate) => candidate.name === name)
if (!peer) throw new Error(`${name} is not installed`)
peer.diff(one.slice(0, 5_000), other.slice(0, 5_000)) // so that it is compiled
const from = performance.now()
peer.diff(one, other)
parentPort?.postMessage(performance.now() - from)
