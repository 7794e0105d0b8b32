import type { Editor } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { findUnknown } from '../../../../renderer/editor/spelling/findUnknown.ts'
import type { SpellingDesk } from '../../../../renderer/editor/spelling/spellingDesk.ts'
import type { TextSession } from '../../../../renderer/editor/textSession.ts'
import { docOf, lineOf } from '../support.ts'

describe('the next word that is not known', () => {
  const one = textWith('The teh and the wrod', 'last')
  const other = textWith('another txet')
  const only = { all: [one], active: one }
  const both = { all: [one, other], active: one }

  it('is behind the cursor, and around the end', async () => {
    expect(await next(only, 1, 1)).toBe('teh')
    expect(await next(only, 1, 8)).toBe('wrod')
    expect(await next(only, 1, 23)).toBe('teh')
  })
  it('is behind a selected one', async () => expect(await next(only, 1, 5, 8)).toBe('wrod'))
  it('backwards is ahead of the cursor, and around the start', async () => {
    expect(await next(only, -1, 23)).toBe('wrod')
    expect(await next(only, -1, 5, 8)).toBe('wrod')
    expect(await next(only, -1, 17, 21)).toBe('teh')
  })
  it('is in the next text where there is none behind in this one', async () => {
    expect(await next(both, 1, 23)).toBe('txet')
    expect(await next(both, -1, 1)).toBe('txet')
  })
  it('is in the first text where the cursor is in none', async () =>
    expect(await next({ all: [one, other], active: null }, 1, 23)).toBe('teh'))
  it('is the selected one where there is no other', async () =>
    expect(await next({ all: [other], active: other }, 1, 9, 13)).toBe('txet'))
})

describe('where no word is to be found', () => {
  it('all are known', async () => {
    const text = textWith('The end')
    expect(await findUnknown({ all: [text], active: text }, desk(), 1)).toEqual({
      kind: 'none',
      wholly: true,
    })
  })
  it('or those that were checked', async () => {
    const text = textWith('The end')
    const found = await findUnknown({ all: [text], active: text }, { ...desk(), isUnchecked: () => true }, 1)
    expect(found).toEqual({ kind: 'none', wholly: false })
  })
  it('or nothing can be written in', async () =>
    expect(await findUnknown({ all: [], active: null }, desk(), 1)).toEqual({ kind: 'nothingWritten' }))
  it('or the check failed', async () => {
    const fault = { kind: 'RecordLocked' } as const
    const text = textWith('The teh')
    const failing = { ...desk(), learn: async () => fault }
    expect(await findUnknown({ all: [text], active: text }, failing, 1)).toEqual({ kind: 'failed', fault })
  })
})

type Text = TextSession & { readonly select: (from: number, to: number) => void }

async function next(
  texts: { readonly all: readonly Text[]; readonly active: Text | null },
  by: 1 | -1,
  from: number,
  to = from,
): Promise<string> {
  texts.active?.select(from, to)
  const found = await findUnknown(texts, desk(), by)
  return found.kind === 'found' ? found.word.spelled.word : found.kind
}

function textWith(...lines: readonly string[]): Text {
  const doc = docOf(...lines.map((line, at) => lineOf(`b${at}`, line)))
  const editor = { isDestroyed: false, state: EditorState.create({ doc }) }
  return {
    language: 'en',
    opened: { get: () => ({ state: 'open', editable: true, editor: editor as unknown as Editor }) },
    select(from: number, to: number) {
      const { state } = editor
      editor.state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    },
  } as unknown as Text
}

function desk(): SpellingDesk {
  return {
    learn: async () => null,
    isMisspelt: ({ word }: { readonly word: string }) => ['teh', 'wrod', 'txet'].includes(word),
    isUnchecked: () => false,
  } as unknown as SpellingDesk
}
