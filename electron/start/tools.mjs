// What Sepaham needs of the machine beyond npm: found, else installed with apt when root on Debian, else named.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const programFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
  (it) => process.env[it] ?? [],
)
const inApplications = (path) => join('/Applications', path)
const inProgramFolders = (...path) => programFolders.map((folder) => join(folder, ...path))

/**
 * Each tool: how it is found (its path, or true where it has none), and the packages that bring it.
 * Debian's system Python is asked first: its uno and docx modules are not seen by another Python on the PATH.
 */
const tools = {
  chromium: {
    title: 'Chromium, Chrome or Edge',
    find: () =>
      executable(process.env.SEPAHAM_BROWSER) ??
      onPath(...browserNames) ??
      firstFile(
        ...['Chromium', 'Google Chrome', 'Microsoft Edge'].map((it) =>
          inApplications(`${it}.app/Contents/MacOS/${it}`),
        ),
        ...inProgramFolders('Google', 'Chrome', 'Application', 'chrome.exe'),
        ...inProgramFolders('Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ...inProgramFolders('Chromium', 'Application', 'chrome.exe'),
      ),
    debian: ['chromium'],
    darwin: 'brew install --cask google-chrome',
    win32: 'winget install --id Google.Chrome',
  },
  soffice: {
    title: 'LibreOffice Writer',
    find: () =>
      onPath('soffice', 'libreoffice') ??
      firstFile(
        inApplications('LibreOffice.app/Contents/MacOS/soffice'),
        ...inProgramFolders('LibreOffice', 'program', 'soffice.com'),
      ),
    debian: ['libreoffice-writer-nogui'],
    darwin: 'brew install --cask libreoffice',
    win32: 'winget install --id TheDocumentFoundation.LibreOffice',
  },
  uno: {
    title: "Python with LibreOffice's uno module",
    find: () => pythonWith('uno'),
    debian: ['python3-uno'],
    darwin: 'brew install --cask libreoffice',
    win32: 'winget install --id TheDocumentFoundation.LibreOffice',
  },
  pdftoppm: {
    title: 'Poppler (pdftoppm, pdftotext)',
    find: () => onPath('pdftoppm'),
    debian: ['poppler-utils'],
    darwin: 'brew install poppler',
    win32: 'winget install --id oschwartz10612.Poppler',
  },
  khmerFont: {
    title: 'a Khmer font for LibreOffice',
    find: () => (process.platform === 'linux' ? lists('fc-list', [':lang=km', 'family']) : true),
    debian: ['fonts-khmeros'],
  },
  gcc: {
    title: 'a C compiler (for the library that injects disk faults)',
    find: () => (process.platform === 'linux' ? onPath('gcc', 'cc') : true), // LD_PRELOAD is Linux only
    debian: ['gcc', 'libc6-dev'],
  },
  pandoc: {
    title: 'pandoc',
    find: () => onPath('pandoc'),
    debian: ['pandoc'],
    darwin: 'brew install pandoc',
    win32: 'winget install --id JohnMacFarlane.Pandoc',
  },
  docxPython: {
    title: 'python-docx',
    find: () => pythonWith('docx'),
    debian: ['python3-docx'],
    darwin: 'python3 -m pip install python-docx',
    win32: 'py -m pip install python-docx',
  },
}

/** @typedef {keyof typeof tools} Tool */

export const testTools = /** @type {const} */ (['chromium', 'soffice', 'uno', 'pdftoppm', 'khmerFont', 'gcc'])
export const benchTools = /** @type {const} */ (['chromium', 'pandoc', 'docxPython'])

/**
 * The path of a tool, true where it is there but has no path of its own, null where it is missing. For `uno` and
 * `docxPython` the path is that of the Python that has the module. SEPAHAM_BROWSER names another browser.
 *
 * @param {Tool} name
 * @returns {string | true | null}
 */
export const findTool = (name) => tools[name].find() ?? null

/**
 * Sees to it that the tools are there; says in one line what it installs.
 *
 * @param {readonly Tool[]} names
 * @returns {{ missing: readonly { tool: Tool, title: string }[], command: string | null, said: string }}
 *   what is still missing, the command that brings it on this system, and what the installer said
 */
export function ensureTools(names) {
  let missing = names.filter((name) => !findTool(name))
  let said = ''
  if (missing.length > 0 && isDebian() && process.getuid?.() === 0) {
    const packages = debianPackages(missing)
    console.error(`Installing with apt: ${packages.join(' ')}`)
    said = apt(['update']) + apt(['install', '-y', '--no-install-recommends', ...packages])
    missing = missing.filter((name) => !findTool(name))
  }
  return {
    missing: missing.map((tool) => ({ tool, title: tools[tool].title })),
    command: missing.length > 0 ? installCommand(missing) : null,
    said: missing.length > 0 ? said : '',
  }
}

/** The command that brings the tools on this system; null where only the person can know. */
function installCommand(names) {
  if (isDebian()) {
    const packages = debianPackages(names).join(' ')
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`
  }
  const commands = names.flatMap((name) => tools[name][process.platform] ?? [])
  return commands.length > 0 ? [...new Set(commands)].join(' && ') : null
}

const debianPackages = (names) => [...new Set(names.flatMap((name) => tools[name].debian))]
const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get')

function apt(args) {
  const run = spawnSync('apt-get', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return run.status === 0 ? '' : `${run.stdout}${run.stderr}`.trim().split('\n').slice(-5).join('\n')
}

function pythonWith(module) {
  const candidates =
    process.platform === 'linux'
      ? ['/usr/bin/python3', onPath('python3')]
      : [
          inApplications('LibreOffice.app/Contents/Resources/python'),
          ...inProgramFolders('LibreOffice', 'program', 'python.exe'),
          onPath('python3', 'python'),
        ]
  return candidates.find(
    (python) => executable(python) && spawnSync(python, ['-c', `import ${module}`]).status === 0,
  )
}

function lists(command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8' })
  return run.status === 0 && run.stdout.trim() !== '' ? true : undefined
}

function onPath(...names) {
  const folders = (process.env.PATH ?? process.env.Path ?? '').split(delimiter).filter(Boolean)
  const endings = process.platform === 'win32' ? ['.exe', '.com', '.cmd'] : ['']
  return firstFile(
    ...names.flatMap((name) => folders.flatMap((folder) => endings.map((it) => join(folder, name + it)))),
  )
}

const firstFile = (...paths) => paths.find((path) => executable(path))

function executable(path) {
  if (!path) return undefined
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile() ? path : undefined
  } catch {
    return undefined
  }
}
