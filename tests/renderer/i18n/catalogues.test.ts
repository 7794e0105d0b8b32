import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en.ts'
import { id } from '../../../renderer/i18n/id.ts'

const indonesian = flat(id)
const english = flat(en)
const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^i18n[\\/](id|en)([\\/]|\.ts$)/.test(path))
  .map((path) => readFileSync(join('renderer', path), 'utf8'))

const namespaces = Object.keys(id)
const literal = new RegExp(`['"\`]((?:${namespaces.join('|')})(?:\\.\\w+)+)['"\`]`, 'g')
const used = new Set(sources.flatMap((source) => [...source.matchAll(literal)].map(([, key]) => key ?? '')))
const asked = new Set(
  sources.flatMap((source) => [...source.matchAll(/\bt\(\s*['"]([\w.]+)['"]/g)].map(([, key]) => key ?? '')),
)

describe('the catalogues', () => {
  it('have the same keys, but for the singular that English has', () =>
    expect([...english.keys()].filter((key) => !key.endsWith('_one')).sort()).toEqual(
      [...indonesian.keys()].sort(),
    ))
  it('have an English singular for every plural', () =>
    expect([...english.keys()].filter((key) => key.endsWith('_one')).sort()).toEqual(
      [...indonesian.keys()]
        .filter((key) => key.endsWith('_other'))
        .map((key) => key.replace(/_other$/, '_one'))
        .sort(),
    ))
  it('say something under every key', () =>
    expect([...indonesian, ...english].filter(([, words]) => words.trim() === '')).toEqual([]))
  it('fill in the same places in both languages', () => {
    const places = (words: string | undefined) =>
      [...new Set([...(words ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()
    const differing = [...indonesian].filter(
      ([key, words]) => places(words).join() !== places(english.get(key)).join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })
  it('have every key that the source asks for', () =>
    expect([...asked].filter((key) => !indonesian.has(key) && !indonesian.has(`${key}_other`))).toEqual([]))
  it('have no key that nothing names', () =>
    expect([...indonesian.keys()].filter((key) => !used.has(key.replace(/_other$/, '')))).toEqual([]))
  it('never shout', () =>
    expect([...indonesian, ...english].filter(([, words]) => words.includes('!'))).toEqual([]))
})

describe('the source', () => {
  it('asks for words by keys that stand in it in full', () => {
    const put = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*`[^`]*`/g)].map(([call]) => call))
    expect(put).toEqual([])
  })
})

function flat(words: object, under = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[under + key, value]] : [...flat(value as object, `${under}${key}.`)],
    ),
  )
}
