import { describe, expect, it } from 'vitest'
import {
  createGuessBrake,
  foreignTo,
  type Headers,
  newSecret,
  sameSecret,
} from '../../../electron/loopback/credentials.ts'

const authority = '127.0.0.1:4321'
const own: Headers = { host: [authority], origin: [`http://${authority}`] }

const expectRefused = (why: string, headers: Headers, method = 'POST') =>
  expect(foreignTo(authority, { method, headers })).toBe(why)
const expectOwn = (headers: Headers, method = 'POST') =>
  expect(foreignTo(authority, { method, headers })).toBeNull()

describe('a secret', () => {
  it('has 256 bits and is new each time', () => {
    expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32)
    expect(newSecret()).not.toBe(newSecret())
  })
  it('is the same only as itself', () => {
    const secret = newSecret()
    expect(sameSecret(secret, secret)).toBe(true)
    for (const other of ['', secret.slice(1), secret + 'A', secret.toUpperCase(), newSecret()])
      expect(sameSecret(other, secret)).toBe(false)
  })
})

describe('a request of our own page', () => {
  it('comes with our Host and our Origin', () => expectOwn(own))
  it('needs no Origin to get a file', () => expectOwn({ host: [authority] }, 'GET'))
  it('may be the first, typed or started', () =>
    expectOwn({ host: [authority], 'sec-fetch-site': ['none'] }, 'GET'))
})

describe('a foreign request', () => {
  for (const host of [
    'localhost:4321',
    'evil.example:4321',
    '127.0.0.1',
    '127.0.0.1:4322',
    '127.0.0.2:4321',
    '',
  ])
    it(`is refused with the Host "${host}"`, () => expectRefused('host', { ...own, host: [host] }))
  it('is refused without a Host', () => expectRefused('host', { origin: own['origin'] }))
  it('is refused with two Hosts', () => expectRefused('host', { ...own, host: [authority, authority] }))
  for (const origin of ['null', 'http://evil.example', 'https://127.0.0.1:4321', 'http://127.0.0.1:4322', ''])
    it(`is refused with the Origin "${origin}"`, () => expectRefused('origin', { ...own, origin: [origin] }))
  it('is refused when it posts without an Origin', () => expectRefused('origin', { host: [authority] }))
  it('is refused when it gets a file from elsewhere', () =>
    expectRefused('origin', { host: [authority], origin: ['http://evil.example'] }, 'GET'))
  for (const site of ['cross-site', 'same-site'])
    it(`is refused from a ${site} page`, () =>
      expectRefused('site', { ...own, 'sec-fetch-site': [site] }, 'GET'))
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT'])
    it(`is refused with ${method}`, () => expectRefused('method', own, method))
})

describe('the brake on guessing', () => {
  it('answers ten at once, then after a delay, then cuts off', () => {
    const brake = createGuessBrake({ free: 10, delayMs: 1_000, waitingAtMost: 50 })
    const answers = Array.from({ length: 100 }, () => brake.wrong())
    expect(answers.filter((it) => it === 0)).toHaveLength(10)
    expect(answers.filter((it) => it === 1_000)).toHaveLength(50)
    expect(answers.filter((it) => it === 'cut')).toHaveLength(40)
  })
  it('makes room when one was answered', () => {
    const brake = createGuessBrake({ free: 0, delayMs: 5, waitingAtMost: 1 })
    expect([brake.wrong(), brake.wrong()]).toEqual([5, 'cut'])
    brake.answered()
    expect(brake.wrong()).toBe(5)
  })
})
