/** A component of a calendar file: its properties by name (parameters stand in the name), and what is in it. */
export type IcsComponent = {
  readonly kind: string
  readonly is: ReadonlyMap<string, string>
  readonly parts: readonly IcsComponent[]
}

/**
 * Reads a calendar file as RFC 5545, 3.1 says, on its own: lines end with CRLF, a line that begins with a space goes on with
 * the one before. Throws at whatever is not so.
 */
export function readIcs(file: string): IcsComponent {
  if (!file.endsWith('\r\n')) throw new Error('the last line does not end')
  if (/[^\r]\n|\r[^\n]/.test(file)) throw new Error('a line ends with something else than CRLF')
  const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  let at = 0
  const read = (): IcsComponent => {
    const kind = /^BEGIN:(.+)$/.exec(lines[at++] ?? '')?.[1]
    if (kind === undefined) throw new Error(`nothing begins at line ${at}`)
    const is = new Map<string, string>()
    const parts: IcsComponent[] = []
    for (; at < lines.length; at++) {
      const line = lines[at] ?? ''
      if (line === `END:${kind}`) return { kind, is, parts }
      if (line.startsWith('BEGIN:')) {
        parts.push(read())
        continue
      }
      const colon = line.indexOf(':')
      if (colon < 1) throw new Error(`no property: ${line}`)
      if (is.has(line.slice(0, colon))) throw new Error(`twice: ${line}`)
      is.set(line.slice(0, colon), line.slice(colon + 1))
    }
    throw new Error(`${kind} does not end`)
  }
  const calendar = read()
  if (at !== lines.length - 1) throw new Error('something follows the calendar')
  return calendar
}

/** A value of the type TEXT as it was before it was written. */
export function textOf(value: string | undefined): string {
  return (value ?? '').replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}
