import { readFileSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What a person or a script asks for on the command line, the same on both hosts. */
export type CommandLine = {
  /** Open the sample record, made anew where there is none. */
  readonly sample: boolean
  /** The record to open, an absolute path. */
  readonly record: string | null
  readonly passphraseFile: string | null
  /** Where settings, recent records and the log are kept instead of the usual place. */
  readonly dataFolder: string | null
  /** Print the address and start no browser. */
  readonly noOpen: boolean
  readonly port: number | null
  /** The server of hot reload. */
  readonly devUrl: string | null
}

/**
 * Reads the flags; what is not ours is passed over, for Electron and Chromium have flags of their own.
 * Relative paths are from `cwd`. Throws a RangeError for a port that is none.
 */
export function parseCommandLine(args: readonly string[], cwd: string): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      sample: { type: 'boolean' },
      record: { type: 'string' },
      'passphrase-file': { type: 'string' },
      'data-folder': { type: 'string' },
      'no-open': { type: 'boolean' },
      port: { type: 'string' },
      'dev-url': { type: 'string' },
    },
  })
  const text = (name: keyof typeof values) => {
    const value = values[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const path = (name: keyof typeof values) => {
    const value = text(name)
    return value === null || isAbsolute(value) ? value : resolve(cwd, value)
  }
  return {
    sample: values.sample === true,
    record: path('record'),
    passphraseFile: path('passphrase-file'),
    dataFolder: path('data-folder'),
    noOpen: values['no-open'] === true,
    port: portOf(text('port')),
    devUrl: text('dev-url'),
  }
}

function portOf(value: string | null): number | null {
  if (value === null) return null
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new RangeError(`--port ${value}`)
  return port
}

/** The passphrase in a file, without the line end that editors put after it. */
export function readPassphrase(file: string): string {
  return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
}
