import { describe, expect, it } from 'vitest'
import { isBackupOld } from '../../../renderer/shell/backupAge.ts'

const now = '2025-05-22T02:00:00.000Z'

describe('the last backup', () => {
  it('is old when there is none', () => expect(isBackupOld(null, now)).toBe(true))
  it('is not old on the third day', () => expect(isBackupOld('2025-05-19T02:00:00.000Z', now)).toBe(false))
  it('is old after three days', () => expect(isBackupOld('2025-05-19T01:59:00.000Z', now)).toBe(true))
})
