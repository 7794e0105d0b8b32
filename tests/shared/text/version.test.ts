import { describe, expect, it } from 'vitest'
import { schemaVersion, upgradeAlong, upgradeText } from '../../../shared/text/version.ts'
import { doc, paragraph } from './support.ts'

describe('upgradeText', () => {
  const text: unknown = doc(paragraph('x')).toJSON()

  it('leaves a text of this version as it is', () =>
    expect(upgradeText(text, schemaVersion)).toEqual({ ok: true, value: text }))
  it('refuses a text of a newer program', () =>
    expect(upgradeText(text, schemaVersion + 1)).toEqual({
      ok: false,
      fault: { kind: 'newerVersion', version: schemaVersion + 1, known: schemaVersion },
    }))
  it.each([0, -1, 1.5, NaN, '1', null, undefined])('refuses the version %j', (version) =>
    expect(upgradeText(text, version)).toEqual({ ok: false, fault: { kind: 'unknownVersion' } }),
  )
  it('goes from each older version through all that follow, in order', () => {
    const add = (mark: string) => (json: unknown) => `${String(json)}${mark}`
    const along = [add(' to 2'), add(' to 3')]
    expect(upgradeAlong(along, 'from 1', 1)).toEqual({ ok: true, value: 'from 1 to 2 to 3' })
    expect(upgradeAlong(along, 'from 2', 2)).toEqual({ ok: true, value: 'from 2 to 3' })
    expect(upgradeAlong(along, 'from 3', 3)).toEqual({ ok: true, value: 'from 3' })
    expect(upgradeAlong(along, 'from 4', 4)).toMatchObject({ ok: false })
  })
})
