import type { Page } from 'playwright-core'

type Purpose = 'save' | 'open'
type Answer = { readonly purpose: Purpose; readonly path: string | null }

/** What the next file dialogs are answered with: a path, or null where the person cancels. */
export function createFileAnswers() {
  const answers: Answer[] = []
  return {
    add: (purpose: Purpose, path: string | null): void => void answers.push({ purpose, path }),
    /** The first answer for such a dialog, taken out; null where none waits. */
    take(purpose: Purpose): Answer | null {
      const at = answers.findIndex((it) => it.purpose === purpose)
      return at < 0 ? null : (answers.splice(at, 1)[0] ?? null)
    },
  }
}

export type FileAnswers = ReturnType<typeof createFileAnswers>

/** The input of `file.answer` for a question. */
export function fileAnswer(questionId: string, path: string | null) {
  const cut = path?.lastIndexOf('/') ?? 0
  const answer = path && { folder: path.slice(0, cut) || '/', name: path.slice(cut + 1), replace: true }
  return { operation: 'file.answer', input: { questionId, answer } }
}

/**
 * Answers file dialogs of the loopback host, which are part of its page, as a system's dialog is answered in a test:
 * a question for which an answer waits is answered underneath and never shown. Every other one is shown.
 * Must be called before the page is loaded.
 */
export async function answerFileQuestions(page: Page, answers: FileAnswers): Promise<void> {
  await page.exposeFunction('takeFileAnswer', (questionId: string, purpose: Purpose) => {
    const found = answers.take(purpose)
    return found === null ? null : fileAnswer(questionId, found.path)
  })
  await page.addInitScript(() => {
    type Event = {
      readonly kind?: string
      readonly client?: string
      readonly questionId: string
      readonly purpose: string
    }
    const { takeFileAnswer } = window as unknown as {
      readonly takeFileAnswer: (questionId: string, purpose: string) => Promise<object | null>
    }
    const realFetch = window.fetch
    const headers: Record<string, string> = {}

    const answered = async (line: string): Promise<boolean> => {
      const event = JSON.parse(line) as Event
      if (event.client !== undefined) headers['x-sepaham-client'] = event.client
      if (event.kind !== 'fileQuestion') return false
      const answer = await takeFileAnswer(event.questionId, event.purpose)
      if (answer !== null) void realFetch('/call', { method: 'POST', headers, body: JSON.stringify(answer) })
      return answer !== null
    }

    window.fetch = async (path, init) => {
      const response = await realFetch(path, init)
      if (path !== '/events' || response.body === null) return response
      Object.assign(headers, init?.headers)
      let rest = ''
      const others = new TransformStream<string, string>({
        async transform(chunk, sink) {
          const lines = (rest + chunk).split('\n')
          rest = lines.pop() ?? ''
          for (const line of lines) if (!(await answered(line))) sink.enqueue(line + '\n')
        },
      })
      const body = response.body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(others)
        .pipeThrough(new TextEncoderStream())
      return new Response(body, { status: response.status })
    }
  })
}
