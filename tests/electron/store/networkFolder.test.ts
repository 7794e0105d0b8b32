import { describe, expect, it } from 'vitest'
import { isNetworkFolder, type FolderProbe } from '../../../electron/store/networkFolder.ts'

const ext4 = 0xef53
const on =
  (type: number, real = '/srv/x', mounted: string | null = null): FolderProbe =>
  () => ({ type, real, mounted })

describe('a folder in which two machines may write at once is refused', () => {
  it.each([
    ['nfs', 0x6969],
    ['smb', 0x517b],
    ['smb2', 0xfe534d42],
    ['smb2, as a signed number', 0xfe534d42 | 0],
    ['cifs', 0xff534d42],
    ['9p', 0x01021997],
    ['ceph', 0x00c36400],
    ['a shared folder of VirtualBox', 0x786f4256],
  ])('%s', (_, type) => expect(isNetworkFolder('/srv/x/a.sepaham', on(type))).toBe(true))

  it.each(['fuse.sshfs', 'fuse.rclone', 'fuse.davfs2', 'fuse.gvfsd-fuse', null])('fuse: %s', (mounted) =>
    expect(isNetworkFolder('/srv/x/a.sepaham', on(0x65735546, '/srv/x', mounted))).toBe(true),
  )

  it.each([
    '/home/sari/OneDrive/a.sepaham',
    '/home/sari/OneDrive - Kementerian Imigrasi/sub/a.sepaham',
    '/home/sari/Dropbox/a.sepaham',
    '/home/sari/Dropbox (Kantor)/a.sepaham',
    '/Users/sari/Library/Mobile Documents/com~apple~CloudDocs/a.sepaham',
    '/Users/sari/Library/CloudStorage/GoogleDrive-sari@example.org/a.sepaham',
    '/home/sari/Google Drive/a.sepaham',
    '/home/sari/Nextcloud/a.sepaham',
    'C:\\Users\\Sari\\OneDrive\\a.sepaham',
    '\\\\server\\bagian\\a.sepaham',
    '\\\\?\\UNC\\server\\bagian\\a.sepaham',
  ])('%s', (path) => expect(isNetworkFolder(path, on(ext4, path))).toBe(true))

  it('a mapped drive, by the share that it resolves to', () =>
    expect(isNetworkFolder('Z:\\a.sepaham', on(0, '\\\\server\\bagian'))).toBe(true))
  it('a link into the cloud', () =>
    expect(isNetworkFolder('/home/sari/kerja/a.sepaham', on(ext4, '/home/sari/Dropbox/kerja'))).toBe(true))
})

describe('a folder of this machine is taken', () => {
  it.each([
    '/home/sari/Documents/a.sepaham',
    '/home/sari/Dropboxes/a.sepaham',
    '/home/sari/box of papers/a.sepaham',
  ])('%s', (path) => expect(isNetworkFolder(path, on(ext4, '/home/sari'))).toBe(false))
  it('a disk of Windows, mounted', () =>
    expect(isNetworkFolder('/mnt/c/a.sepaham', on(0x65735546, '/mnt/c', 'fuseblk'))).toBe(false))
  it('a long path of Windows', () =>
    expect(isNetworkFolder('\\\\?\\C:\\kerja\\a.sepaham', on(0, '\\\\?\\C:\\kerja'))).toBe(false))
  it('the one that this test runs in, asked for real', () =>
    expect(isNetworkFolder(`${process.cwd()}/a.sepaham`)).toBe(false))
})
