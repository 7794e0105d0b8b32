import { extname, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { type Desktop, openedExtensions, type OpenedKind } from '../services/ports.ts'

type Deps = {
  readonly documentsFolder: string
  /** The window of a client, or null when it has closed meanwhile. */
  readonly windowOf: (client: string) => BrowserWindow | null
}

/** What a file of each kind is called in the system's dialog, in every language the same. */
const names = {
  ...{ record: 'Sepaham', paper: 'DOCX, TXT', dictionary: 'Hunspell', letterhead: 'DOCX, DOTX' },
  document: '*',
}

/** The system's own dialogs. A path comes from them and from nowhere else. */
export function createDialogs({
  documentsFolder,
  windowOf,
}: Deps): Pick<Desktop, 'chooseSavePath' | 'chooseOpenPath'> {
  return {
    async chooseSavePath({ client, suggestedName }) {
      const window = windowOf(client)
      if (window === null) return null
      const extension = extname(suggestedName).slice(1)
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(documentsFolder, suggestedName),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || filePath === '' ? null : filePath
    },

    async chooseOpenPath({ client, kind }) {
      const window = windowOf(client)
      if (window === null) return null
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        defaultPath: documentsFolder,
        filters: [{ name: names[kind], extensions: extensionsOf(kind) }],
        properties: ['openFile'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}

/** As the system's dialog wants them: without dots, '*' for every file. */
function extensionsOf(kind: OpenedKind): string[] {
  const dotted = openedExtensions[kind]
  return dotted.length === 0 ? ['*'] : dotted.map((one) => one.slice(1))
}
