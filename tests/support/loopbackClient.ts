import { type IncomingMessage, request } from 'node:http'
import { type FileAnswers, fileAnswer } from './fileAnswers.ts'

/** A client of the loopback host without a page: for what a test prepares, looks at, or tries. */
export type LoopbackClient = {
  /** Posts a body as it stands to /call; resolves with the reply. */
  readonly post: (body: string) => Promise<unknown>
  readonly call: (operation: string, input: unknown) => Promise<unknown>
  readonly close: () => void
}

/** Opens a stream of events with the token of the printed address; file dialogs get the answers that wait. */
export async function openLoopbackClient(address: string, answers?: FileAnswers): Promise<LoopbackClient> {
  const { origin, hash } = new URL(address)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  let headers: Record<string, string> = { origin, 'x-sepaham-token': token }

  const send = (path: string, body: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request(new URL(path, origin), { method: 'POST', headers }, resolve)
      asking.once('error', reject)
      asking.end(body)
    })
  async function post(body: string): Promise<unknown> {
    let text = ''
    for await (const chunk of (await send('/call', body)).setEncoding('utf8')) text += chunk
    return JSON.parse(text)
  }

  const stream = (await send('/events', '')).setEncoding('utf8')
  stream.on('error', () => undefined) // the end of the host cuts it
  const client = await new Promise<string>((resolve) => {
    let rest = ''
    stream.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear(JSON.parse(line))
    })
    function hear(event: Readonly<Record<string, string>>): void {
      if (event['client'] !== undefined) return resolve(event['client'])
      if (event['kind'] !== 'fileQuestion') return
      const found = answers?.take(event['purpose'] === 'save' ? 'save' : 'open') ?? null
      void post(JSON.stringify(fileAnswer(event['questionId'] ?? '', found?.path ?? null)))
    }
  })
  headers = { ...headers, 'x-sepaham-client': client }
  return {
    post,
    call: (operation, input) => post(JSON.stringify({ operation, input })),
    close: () => void stream.destroy(),
  }
}
