import type { Page } from 'playwright-core'

type Answer = { readonly purpose: 'save' | 'open'; readonly path: string | null }

/**
 * Answers file dialogs of the loopback host, which are part of its page, as a system's dialog is answered in a test:
 * a question for which an answer waits is answered underneath and never shown. Every other one is shown.
 * Must be called before the page is loaded.
 */
export async function answerFileQuestions(
  page: Page,
): Promise<{ readonly add: (answer: Answer) => Promise<void> }> {
  await page.addInitScript(() => {
    const answers: Answer[] = []
    Object.assign(window, { fileAnswers: answers })
    const realFetch = window.fetch
    const headers: Record<string, string> = {}

    const answered = (line: string): boolean => {
      const event = JSON.parse(line) as {
        kind?: string
        client?: string
        questionId: string
        purpose: string
      }
      if (event.client !== undefined) headers['x-sepaham-client'] = event.client
      const at = event.kind === 'fileQuestion' ? answers.findIndex((it) => it.purpose === event.purpose) : -1
      const [found] = at < 0 ? [] : answers.splice(at, 1)
      if (found === undefined) return false
      const cut = found.path?.lastIndexOf('/') ?? 0
      const answer = found.path && {
        folder: found.path.slice(0, cut) || '/',
        name: found.path.slice(cut + 1),
      }
      const input = { questionId: event.questionId, answer }
      void realFetch('/call', {
        method: 'POST',
        headers,
        body: JSON.stringify({ operation: 'file.answer', input }),
      })
      return true
    }

    window.fetch = async (path, init) => {
      const response = await realFetch(path, init)
      if (path !== '/events' || response.body === null) return response
      Object.assign(headers, init?.headers)
      let rest = ''
      const others = new TransformStream<string, string>({
        transform(chunk, sink) {
          const lines = (rest + chunk).split('\n')
          rest = lines.pop() ?? ''
          for (const line of lines) if (!answered(line)) sink.enqueue(line + '\n')
        },
      })
      const body = response.body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(others)
        .pipeThrough(new TextEncoderStream())
      return new Response(body, { status: response.status })
    }
  })
  return {
    add: (answer) =>
      page.evaluate(
        (it) => void (window as unknown as { readonly fileAnswers: Answer[] }).fileAnswers.push(it),
        answer,
      ),
  }
}
