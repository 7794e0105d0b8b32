/**
 * What a log may keep of an error: its kind, its code and the places in the program. Never its message, which may
 * quote what somebody wrote, or name a file.
 */
export function errorTrace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...places].join('\n')
}
