import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs'
import { dirname, sep } from 'node:path'

/** What the machine says of the file system under a folder. */
export type FolderProbe = (folder: string) => {
  /** `f_type` of statfs(2); 0 where the system does not say. */
  readonly type: number
  /** The folder with links and drive letters resolved. */
  readonly real: string
  /** The name of the file system as it was mounted ("fuse.sshfs"), where the system says. */
  readonly mounted: string | null
}

/** File systems on which the locks of two machines do not see each other. Source: Linux, magic.h and statfs(2). */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, // nfs
  0x517b, // smb
  0xfe534d42, // smb2
  0xff534d42, // cifs
  0x01021997, // 9p
  0x5346414f, // afs
  0x73757245, // coda
  0x564c, // ncp
  0x00c36400, // ceph
  0x0bd00bd0, // lustre
  0x786f4256, // vboxsf
  0xbacbacbc, // vmware shared folders
  0x47504653, // gpfs
  0x7461636f, // ocfs2
])
const fuse = 0x65735546
const localFuse: ReadonlySet<string> = new Set(['fuseblk', 'fuse.ntfs-3g', 'fuse.exfat', 'fuse.bindfs'])

/** Folders that a program copies to other machines behind the record's back, by the names they are known by. */
const cloudFolder =
  /^(onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|googledrive-.*|icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage|nextcloud|owncloud|pcloud ?drive|box( sync)?|megasync|mega|syncthing|yandex\.?disk|sync\.com)$/i

/**
 * Whether the folder of a record lies on a network drive or in a cloud folder, where two machines may write at once:
 * six of six such files were destroyed when it was tried.
 */
export function isNetworkFolder(path: string, probe: FolderProbe = probeFolder): boolean {
  const folder = nearestFolder(path)
  const { type, real, mounted } = probe(folder)
  if (isUncPath(path) || isUncPath(real)) return true
  if (networkTypes.has(type >>> 0)) return true
  if (type >>> 0 === fuse && !localFuse.has(mounted ?? '')) return true
  return [folder, real].some((one) => one.split(/[\\/]/).some((part) => cloudFolder.test(part)))
}

function isUncPath(path: string): boolean {
  return /^[\\/]{2}[^\\/?.]/.test(path) || /^\\\\\?\\UNC\\/i.test(path)
}

function nearestFolder(path: string): string {
  let folder = dirname(path)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function probeFolder(folder: string): ReturnType<FolderProbe> {
  return {
    type: existsSync(folder) ? statfsSync(folder).type : 0,
    real: existsSync(folder) ? realpathSync.native(folder) : folder, // a mapped drive resolves to its share
    mounted: mountedAs(folder),
  }
}

function mountedAs(folder: string): string | null {
  if (process.platform !== 'linux' || !existsSync('/proc/self/mounts')) return null
  const real = existsSync(folder) ? realpathSync(folder) : folder
  let best: { readonly at: string; readonly type: string } | null = null
  for (const mount of readFileSync('/proc/self/mounts', 'utf8').split('\n')) {
    const [, at, type] = mount.split(' ')
    if (at === undefined || type === undefined) continue
    const point = at.replace(/\\040/g, ' ')
    const covers = real === point || real.startsWith(point.endsWith(sep) ? point : point + sep)
    if (covers && (!best || point.length >= best.at.length)) best = { at: point, type }
  }
  return best?.type ?? null
}
