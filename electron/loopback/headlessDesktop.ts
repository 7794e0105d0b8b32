import { randomUUID } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { access, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import type { Input, Output } from '../../shared/api/contract.ts'
import { checkInput, isOperation } from '../../shared/api/dispatch.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Desktop, openedExtensions } from '../services/ports.ts'
import type { FolderUse, LastFolders } from './lastFolders.ts'

type Deps = {
  readonly documentsFolder: string
  readonly lastFolders: LastFolders
  /** Tells the one page that is to answer. */
  readonly send: (event: AppEvent, client: string) => void
}

/** A dialog that stands open in a page, and only in that page. */
type Question = {
  readonly client: string
  readonly purpose: 'save' | 'open'
  readonly suggestedName: string
  /** With their dots; the first is that of a name that has none. */
  readonly kinds: readonly string[]
  readonly answer: (path: string | null) => void
}

/** The most entries of a folder that a dialog shows. */
const entriesAtMost = 2_000

const recordExtension = '.sepaham'

/**
 * File dialogs that are part of the page, for a host that has none of its own. A folder is listed only for a page
 * in which a question stands open, and a path becomes an answer only to that question.
 */
export function createHeadlessDesktop({ documentsFolder, lastFolders, send }: Deps) {
  const questions = new Map<string, Question>()

  async function ask(
    client: string,
    purpose: 'save' | 'open',
    suggestedName: string,
    kinds: readonly string[],
  ): Promise<string | null> {
    const last = lastFolders.of(folderUse(kinds))
    const folder = (last === null ? null : await realFolder(last)) ?? documentsFolder
    return new Promise((answer) => {
      const questionId = randomUUID()
      questions.set(questionId, { client, purpose, suggestedName, kinds, answer })
      send({ kind: 'fileQuestion', questionId, purpose, suggestedName, folder, kinds: [...kinds] }, client)
    })
  }

  async function browse(
    { questionId, folder, everyKind }: Input<'file.browse'>,
    client: string,
  ): Promise<Result<Output<'file.browse'>, Fault>> {
    const question = questions.get(questionId)
    if (question?.client !== client) return fail({ kind: 'NotFound', what: 'file' })
    const real = await realFolder(folder ?? documentsFolder)
    if (real === null) return fail({ kind: 'NotFound', what: 'file' })
    const entries = await readdir(real, { withFileTypes: true }).catch(() => null)
    if (entries === null) return fail({ kind: 'NotFound', what: 'file' })
    const { kinds } = question
    const isWanted = (name: string) =>
      everyKind || kinds.length === 0 || kinds.includes(extname(name).toLowerCase())
    const shown = entries.filter((entry) => !entry.name.startsWith('.'))
    const above = dirname(real)
    return ok({
      folder: real,
      parent: above === real ? null : above,
      folders: names(shown.filter((entry) => entry.isDirectory())),
      files: names(shown.filter((entry) => entry.isFile() && isWanted(entry.name))),
    })
  }

  async function answer(
    { questionId, answer }: Input<'file.answer'>,
    client: string,
  ): Promise<Result<null, Fault>> {
    const question = questions.get(questionId)
    if (question?.client !== client) return fail({ kind: 'NotFound', what: 'file' })
    const path = answer === null ? null : await chosenPath(question, answer)
    if (answer !== null && path === null) return fail({ kind: 'NotFound', what: 'file' })
    if (answer !== null && path !== null) {
      const refusal = await wouldReplace(question, path, answer.replace)
      if (refusal) return fail(refusal)
      lastFolders.keep(folderUse(question.kinds), dirname(path))
    }
    questions.delete(questionId)
    question.answer(path)
    return ok(null)
  }

  return {
    desktop: {
      chooseSavePath: ({ client, suggestedName }) =>
        ask(client, 'save', suggestedName, [extname(suggestedName)]),
      chooseOpenPath: ({ client, kind }) => ask(client, 'open', '', openedExtensions[kind]),
    } satisfies Pick<Desktop, 'chooseSavePath' | 'chooseOpenPath'>,

    /** Answers the operations of dialogs and windows; undefined for every other, which is the record's to answer. */
    async request(
      client: string,
      operation: unknown,
      input: unknown,
    ): Promise<Result<unknown, Fault> | undefined> {
      if (!isOperation(operation)) return undefined
      if (operation === 'file.browse') {
        const checked = checkInput(operation, input)
        return checked.ok ? await browse(checked.value, client) : checked
      }
      if (operation === 'window.openProjection') {
        // A browser opens windows for its pages only: the page does it.
        const checked = checkInput(operation, input)
        return checked.ok ? ok({ opened: false }) : checked
      }
      if (operation === 'file.answer') {
        const checked = checkInput(operation, input)
        return checked.ok ? await answer(checked.value, client) : checked
      }
      return undefined
    },

    /** A page has gone: its dialogs are cancelled. */
    clientGone(client: string): void {
      for (const [id, question] of questions) {
        if (question.client !== client) continue
        questions.delete(id)
        question.answer(null)
      }
    },
  }
}

function folderUse(kinds: readonly string[]): FolderUse {
  return kinds.includes(recordExtension) ? 'records' : 'papers'
}

/**
 * What stands in the way of saving there: a file, unless the person has said that it may be replaced. A record is
 * never replaced, whatever was said.
 */
async function wouldReplace({ purpose }: Question, path: string, replace: boolean): Promise<Fault | null> {
  if (purpose === 'open' || (await stat(path).catch(() => null)) === null) return null
  if (extname(path) === recordExtension) return { kind: 'RecordExists', name: basename(path) }
  return replace ? null : { kind: 'AlreadyThere', what: 'file' }
}

/** The path that an answer names: a plain name in a folder that is there. A name without its extension gets it. */
async function chosenPath(
  question: Question,
  { folder, name }: { readonly folder: string; readonly name: string },
): Promise<string | null> {
  const real = await realFolder(folder)
  if (real === null || !isPlainName(name)) return null
  const { kinds } = question
  const asNamed = join(real, name)
  const withKind = kinds.includes(extname(name).toLowerCase()) ? asNamed : asNamed + (kinds[0] ?? '')
  const isFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() === true
  if (question.purpose === 'open') {
    if (await isFile(asNamed)) return asNamed
    return (await isFile(withKind)) ? withKind : null
  }
  const there = await stat(withKind).catch(() => null)
  return there?.isDirectory() ? null : withKind
}

function isPlainName(name: string): boolean {
  return name !== '.' && name !== '..' && !/[/\\\0]/.test(name) && name.trim() === name
}

async function realFolder(folder: string): Promise<string | null> {
  if (!isAbsolute(folder) || folder.includes('\0')) return null
  try {
    const real = await realpath(folder)
    await access(real, constants.R_OK)
    return (await stat(real)).isDirectory() ? real : null
  } catch {
    return null
  }
}

/** "Rapat 2" before "Rapat 10", without regard to case. */
const byName = new Intl.Collator('id', { numeric: true })

function names(entries: readonly Dirent[]): readonly string[] {
  return entries
    .map((entry) => entry.name)
    .sort(byName.compare)
    .slice(0, entriesAtMost)
}
