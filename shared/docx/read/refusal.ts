import type { DocxRefusal } from '../../docxReading.ts'

/** Thrown inside the reader alone, which turns it into a fault in one place. */
export class Refusal extends Error {
  readonly why: DocxRefusal
  readonly part: string | null

  constructor(why: DocxRefusal, part: string | null = null) {
    super(why)
    this.why = why
    this.part = part === null ? null : part.slice(0, 80)
  }
}
