/**
 * What is wrong with a text. `path` leads to the node by the indexes of children, outermost first.
 * The words of the text are never part of it, so that it can stand in a log.
 */
export type TextProblem =
  | { readonly kind: 'tooDeep'; readonly atMost: number }
  | { readonly kind: 'tooLong'; readonly characters: number; readonly atMost: number }
  | { readonly kind: 'tooManyNodes'; readonly atMost: number }
  | { readonly kind: 'malformed'; readonly path: readonly number[] } // not a node
  | { readonly kind: 'unknownNode'; readonly path: readonly number[]; readonly name: string }
  | { readonly kind: 'unknownMark'; readonly path: readonly number[]; readonly name: string }
  | { readonly kind: 'unknownAttribute'; readonly path: readonly number[]; readonly name: string }
  | { readonly kind: 'invalidAttribute'; readonly path: readonly number[]; readonly name: string }
  | { readonly kind: 'misplaced'; readonly path: readonly number[]; readonly name: string } // holds what it may not
  | { readonly kind: 'unpairedBracket'; readonly path: readonly number[]; readonly bracketId: string }
  | { readonly kind: 'malformedStep'; readonly step: number } // index of the step in the list given
  | { readonly kind: 'unfitStep'; readonly step: number } // a step, but not one for this text
  | { readonly kind: 'newerVersion'; readonly version: number; readonly known: number }
  | { readonly kind: 'unknownVersion' }
