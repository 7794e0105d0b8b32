import { utf8Length } from '../fileName.ts'
import type { CalendarDate, Instant } from '../values.ts'

/** An entry of a calendar file. */
export type IcsEvent = {
  /** The same for the same thing in every file, so that a calendar replaces what it has. */
  readonly uid: string
  /** Never lower in a later file: a calendar keeps the entry with the higher one. */
  readonly sequence: number
  /** Between two instants, or the whole of a day, wherever the reader is. */
  readonly when:
    | { readonly kind: 'span'; readonly from: Instant; readonly to: Instant }
    | { readonly kind: 'day'; readonly on: CalendarDate }
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  readonly isConfidential: boolean
  /** Minutes before the start (of a day: its midnight) at which to remind; null: not at all. */
  readonly alarm: number | null
}

/**
 * A calendar file: lines end with CRLF and are folded at 75 octets, instants are in UTC, so it names no time zone.
 * A whole day takes no time from its reader (TRANSP).
 *
 * Source: RFC 5545, 3.1 (lines), 3.3 (values), 3.6.1 (events), 3.6.6 (alarms).
 */
export function icsFile(file: {
  readonly name: string
  /** When it is made. */
  readonly stamp: Instant
  readonly events: readonly IcsEvent[]
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sepaham//Sepaham//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(file.name)}`,
    ...file.events.flatMap((event) => linesOf(event, file.stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf(event: IcsEvent, stamp: Instant): readonly string[] {
  const { uid, sequence, when, summary, description, location, status, isConfidential, alarm } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${inUtc(stamp)}`,
    `SEQUENCE:${sequence}`,
    ...(when.kind === 'span'
      ? [`DTSTART:${inUtc(when.from)}`, `DTEND:${inUtc(when.to)}`]
      : [
          `DTSTART;VALUE=DATE:${digits(when.on)}`,
          `DTEND;VALUE=DATE:${digits(dayAfter(when.on))}`, // the end is the first day that is not of it
          'TRANSP:TRANSPARENT',
        ]),
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(location === '' ? [] : [`LOCATION:${escaped(location)}`]),
    `STATUS:${status}`,
    `CLASS:${isConfidential ? 'CONFIDENTIAL' : 'PUBLIC'}`,
    ...(alarm === null || status === 'CANCELLED'
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(summary)}`,
          `TRIGGER:-PT${alarm}M`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ]
}

/** Words as a value of the type TEXT: no control character but the line break, which is written as "\n". */
export function escaped(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

const octetsOfLine = 75

/**
 * A line in pieces of at most 75 octets, each after the first behind a CRLF and a space, which counts. No character is cut in
 * two, nor a letter parted from the signs that belong to it, as Khmer has them, unless those alone are longer than a line.
 */
export function folded(line: string): string {
  let written = ''
  let room = octetsOfLine
  const put = (piece: string) => {
    const length = utf8Length(piece)
    if (length > room) {
      written += '\r\n '
      room = octetsOfLine - 1
    }
    written += piece
    room -= length
  }
  for (const { segment } of new Intl.Segmenter('und').segment(line)) {
    if (utf8Length(segment) < octetsOfLine) put(segment)
    else for (const character of segment) put(character)
  }
  return written
}

function inUtc(instant: Instant): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

function digits(date: CalendarDate): string {
  return date.replaceAll('-', '')
}

function dayAfter(date: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString()
}
