import type { Configuration } from 'electron-builder'

/**
 * What electron-builder makes of the built bundles: deb and AppImage, NSIS for the one who installs it.
 *
 * Only the bundles, better-sqlite3, the English dictionary and the Khmer font of documents go in; the native file of the target lies beside the archive, since it cannot
 * be loaded from inside it. Nothing is rebuilt: its N-API serves Electron as it is.
 */
export const builderConfig: Configuration = {
  appId: 'id.sepaham.app',
  productName: 'Sepaham',
  copyright: 'Copyright © 2026 Sepaham contributors',
  directories: { output: 'dist', buildResources: 'electron/packaging' },
  extraMetadata: {
    author: { name: 'Sepaham contributors', email: 'contributors@sepaham.invalid' },
    homepage: 'https://sepaham.invalid',
    scripts: {},
    devDependencies: {},
  },
  // In a file set, inclusions reach into node_modules; as plain patterns they would not.
  files: [
    {
      from: '.',
      filter: [
        'package.json',
        'out/**',
        '!out/.built',
        '!node_modules/**',
        'node_modules/better-sqlite3/package.json',
        'node_modules/better-sqlite3/LICENSE',
        'node_modules/better-sqlite3/lib/**',
        'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
        'node_modules/dictionary-en/{package.json,license,index.js,index.aff,index.dic}',
        'node_modules/@expo-google-fonts/noto-serif-khmer/{package.json,NotoSerifKhmer_400Regular.ttf,NotoSerifKhmer_700Bold.ttf}',
      ],
    },
  ],
  extraResources: [
    { from: 'LICENSE', to: 'LICENSE.txt' },
    { from: 'electron/packaging/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' },
  ],
  asar: { smartUnpack: false }, // it would unpack all of better-sqlite3, where no integrity check reaches
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  npmRebuild: false,
  publish: null,
  icon: 'electron/packaging/icon.png',
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  electronLanguages: ['en-US', 'id'],
  linux: {
    target: ['deb', 'AppImage'],
    category: 'Office',
    synopsis: 'Bilateral meetings and memoranda of understanding, offline',
    maintainer: 'Sepaham contributors <contributors@sepaham.invalid>',
  },
  win: { target: ['nsis'] },
  nsis: { oneClick: true, perMachine: false },
}
