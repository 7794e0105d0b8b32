import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escaped, folded, type IcsEvent, icsFile } from '../../../shared/meeting/ics.ts'
import { instantsOf } from '../../../shared/meeting/meetingTimes.ts'
import { readIcs, textOf } from '../../support/readIcs.ts'

const octets = (text: string) => new TextEncoder().encode(text).length
const khmer = 'កិច្ចប្រជុំទ្វេភាគីលើកទី២ ស្តីពីកិច្ចការអន្តោប្រវេសន៍ '

const event: IcsEvent = {
  uid: '01900000-0000-7000-8000-000000000001',
  sequence: 7,
  when: { kind: 'span', from: '2025-05-19T01:15:00.000Z', to: '2025-05-19T10:30:00.000Z' },
  summary: 'Second Bilateral Meeting',
  description: '',
  location: 'Nusa Dua',
  status: 'CONFIRMED',
  isConfidential: false,
  alarm: 60,
}
const stamp = '2025-05-01T00:00:00.000Z'
const written = (...events: readonly IcsEvent[]) => icsFile({ name: 'Sepaham', stamp, events })
const only = (one: IcsEvent) => {
  const [found] = readIcs(written(one)).parts
  if (!found) throw new Error('the file has no event')
  return found
}

describe('a line of a calendar file', () => {
  it('of 75 octets stays whole', () => expect(folded('x'.repeat(75))).toBe('x'.repeat(75)))
  it('of 76 goes on behind a line break and a space, which counts', () => {
    expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
    expect(folded('x'.repeat(150)).split('\r\n').map(octets)).toEqual([75, 75, 2])
  })
  it('in Khmer never parts a letter from its signs, at any place of the limit', () => {
    const letters = new Set([...new Intl.Segmenter('und').segment(khmer)].map(({ segment }) => segment))
    for (let before = 0; before < 80; before++) {
      const line = `SUMMARY:${'x'.repeat(before)}${khmer}`
      const pieces = folded(line).split('\r\n ')
      expect(pieces.join('')).toBe(line)
      for (const piece of pieces.slice(1)) {
        const [first] = [...new Intl.Segmenter('und').segment(piece)].map(({ segment }) => segment)
        expect(letters.has(first ?? '') || first === 'x').toBe(true)
      }
    }
  })
  it('law: no piece has more than 75 octets, no character is cut, and together they are the line', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('x', ' ', 'é', 'ក្ដ', '្', '😀', '👨‍👩‍👧', '\u0301'), maxLength: 200 }),
        (line) => {
          const pieces = folded(line).split('\r\n')
          expect(pieces.every((piece) => octets(piece) <= 75)).toBe(true)
          expect(pieces.every((piece) => !/\p{Cs}/u.test(piece))).toBe(true)
          expect(folded(line).replaceAll('\r\n ', '')).toBe(line)
        },
      ),
    ))
})

describe('words in a calendar file', () => {
  it('keep their commas, semicolons, backslashes and lines', () =>
    expect(escaped('a, b; c\\d\r\ne')).toBe('a\\, b\\; c\\\\d\\ne'))
  it('law: come back as they were, but for control characters', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', ';', '\\', '\n', 'n', ':', '"') }), (words) => {
        expect(textOf(escaped(words))).toBe(words)
      }),
    ))
  it('bring no line of their own into the file', () => {
    const { is, parts } = only({ ...event, summary: 'x\r\nEND:VEVENT\u0007', alarm: null })
    expect(textOf(is.get('SUMMARY'))).toBe('x\nEND:VEVENT ')
    expect(parts).toEqual([])
  })
})

describe('an event of a calendar file', () => {
  it('is in UTC, with its alarm, and names no time zone', () => {
    const { is, parts } = only(event)
    expect(is.get('DTSTART')).toBe('20250519T011500Z')
    expect(is.get('DTEND')).toBe('20250519T103000Z')
    expect(is.get('DTSTAMP')).toBe('20250501T000000Z')
    expect([is.get('UID'), is.get('SEQUENCE')]).toEqual([event.uid, '7'])
    expect(parts.map(({ kind, is }) => [kind, is.get('ACTION'), is.get('TRIGGER')])).toEqual([
      ['VALARM', 'DISPLAY', '-PT60M'],
    ])
    expect(written(event)).not.toMatch(/TZID|VTIMEZONE/)
  })
  it('of a whole day ends on the next, over the end of February in a leap year too, and takes no time', () => {
    const day = only({ ...event, when: { kind: 'day', on: '2028-02-29' } }).is
    expect(day.get('DTSTART;VALUE=DATE')).toBe('20280229')
    expect(day.get('DTEND;VALUE=DATE')).toBe('20280301')
    expect(day.get('TRANSP')).toBe('TRANSPARENT')
  })
  it('that is confidential or cancelled says so, and reminds of nothing when it is cancelled', () => {
    const { is, parts } = only({ ...event, isConfidential: true, status: 'CANCELLED' })
    expect([is.get('CLASS'), is.get('STATUS'), parts]).toEqual(['CONFIDENTIAL', 'CANCELLED', []])
  })
  it('has no empty property', () =>
    expect([...only({ ...event, location: '' }).is.keys()]).not.toContain('LOCATION'))
})

describe('the times of a meeting', () => {
  const times = (heldOn: string, from: string, to: string, zone: string) =>
    Object.values(instantsOf({ heldOn, from, to }, zone))
  it('are those of the clock at its place, where no clock is ever put forward', () =>
    expect(times('2025-05-19', '09:15', '18:30', 'Asia/Makassar')).toEqual([
      '2025-05-19T01:15:00.000Z',
      '2025-05-19T10:30:00.000Z',
    ]))
  it('go on past midnight, and over the end of a year', () =>
    expect(times('2025-12-31', '20:00', '00:30', 'Asia/Phnom_Penh')).toEqual([
      '2025-12-31T13:00:00.000Z',
      '2025-12-31T17:30:00.000Z',
    ]))
  it('follow the clock that is put forward, where it is', () =>
    expect(times('2025-03-30', '01:00', '04:00', 'Europe/Brussels')).toEqual([
      '2025-03-30T00:00:00.000Z',
      '2025-03-30T02:00:00.000Z',
    ]))
})
