import { z } from 'zod'
import { TextId } from '../ids.ts'
import { line } from '../values.ts'

/** What a list is filtered by. */
export const Query = line(200)

/** A page of a list: `after` is the `next` of the page before, null for the first. */
export const page = { query: Query, after: z.string().max(200).nullable() }
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({ rows: z.array(row).readonly(), next: z.string().nullable() })

/** ProseMirror steps in order, on top of a revision of a text; a stale one is refused, never merged. */
export const ontoRevision = {
  textId: TextId,
  revision: z.int().min(0),
  steps: z.array(z.unknown()).min(1).max(20_000),
}

/** Bytes of a file, in Base64: no more than a message may carry. */
export const Part = z.string().max(4 * 1024 * 1024)

/** May be repeated freely. */
export function read<Shape extends z.ZodRawShape, Out extends z.ZodType>(input: Shape, output: Out) {
  return { kind: 'read', input: z.strictObject(input), output } as const
}

/** Changes the record, and comes with an undo token. */
export function write<Shape extends z.ZodRawShape, Out extends z.ZodType>(input: Shape, output: Out) {
  return { kind: 'write', input: z.strictObject(input), output } as const
}

/** Does something outside the record, such as saving a file. */
export function act<Shape extends z.ZodRawShape, Out extends z.ZodType>(input: Shape, output: Out) {
  return { kind: 'act', input: z.strictObject(input), output } as const
}

/** A thing as it is put into the record: without an id it is new, with one it replaces what stands there. */
export function withNewId<Shape extends z.ZodRawShape & { id: z.ZodType }>(
  thing: z.ZodObject<Shape, z.core.$strict>,
) {
  return thing.extend({ id: thing.shape.id.nullable() as z.ZodNullable<Shape['id']> })
}
