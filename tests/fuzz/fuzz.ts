import 'temporal-polyfill/global'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSpoilt, spoilt } from './readSpoilt.ts'
import { foundFolder, seeds } from './seeds.ts'

// npm run fuzz -- 100000 [from]: as many runs, from a number that no run began with before. What breaks the reader
// becomes a file in seeds/, which every run of the tests then tries again.
const runs = Number(process.argv[2] ?? 100_000)
const first = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
const from = seeds()
const outcomes = { read: 0, refused: 0 }
const broken = new Set<string>()
for (let run = first; run < first + runs; run++) {
  const bytes = spoilt(from, run)
  try {
    outcomes[readSpoilt(bytes)]++
  } catch (error) {
    const why =
      error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error)
    if (broken.has(why)) continue
    broken.add(why)
    writeFileSync(join(foundFolder, `found-${run}.docx`), bytes)
    process.stdout.write(`run ${run}: ${why}\n`)
  }
  if ((run - first) % 10_000 === 9_999) process.stdout.write(`${run - first + 1} runs\n`)
}
process.stdout.write(
  `${runs} runs from ${first}: ${outcomes.read} read, ${outcomes.refused} refused, ${broken.size} ways to break it\n`,
)
process.exitCode = broken.size > 0 ? 1 : 0
