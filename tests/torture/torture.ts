import 'temporal-polyfill/global'
import { buildShim, faultRounds } from './faults.ts'
import { bitFlips, killRounds, twoInstances, withTemplate, works, type Figures } from './rounds.ts'

// npm run torture -- N: N kills in all, a quarter for each kind of work, and what else trust asks for.

const kills = Number(process.argv[2] ?? 60)
if (!Number.isInteger(kills) || kills < 4) {
  process.stderr.write('npm run torture -- N: N kills, at least 4\n')
  process.exit(2)
}

const startedAt = performance.now()
const figures = await withTemplate(async (template, folder) => {
  const all: Figures[] = []
  const add = (one: Figures) => {
    all.push(one)
    process.stderr.write(`${one.what}: ${one.rounds} rounds, ${one.bad.length} bad\n`)
  }
  for (const work of works) add(await killRounds(work, Math.floor(kills / works.length), template, folder))
  add(await twoInstances(Math.max(1, Math.floor(kills / 60)), template, folder))
  add(await bitFlips(200, template, folder))
  const shim = buildShim(folder)
  if (shim) add(await faultRounds(shim, kills >= 200 ? 1 : 5, folder))
  else process.stderr.write('SKIPPED: write faults need Linux and gcc (apt-get install gcc libc6-dev)\n')
  return all
})

const seconds = Math.round((performance.now() - startedAt) / 1_000)
process.stdout.write(
  [
    `| What | Rounds | Acknowledged | Lost | Bad |`,
    `| --- | ---: | ---: | ---: | ---: |`,
    ...figures.map(
      ({ what, rounds, acknowledged, lost, bad }) =>
        `| ${what} | ${rounds} | ${acknowledged} | ${lost} | ${bad.length} |`,
    ),
    ``,
    `${seconds} s.`,
    ...figures.flatMap(({ bad }) => bad.slice(0, 50)),
    ``,
  ].join('\n'),
)
process.exitCode = figures.every(({ bad, lost }) => bad.length === 0 && lost === 0) ? 0 : 1
