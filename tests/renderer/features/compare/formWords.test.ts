import { describe, expect, it } from 'vitest'
import { formChanges } from '../../../../renderer/features/compare/formWords.ts'
import { startWords, words } from '../../../../renderer/i18n/words.ts'
import type { ComposedLanguage } from '../../../../shared/values.ts'
import { compareLines } from '../../../shared/compare/support.ts'

startWords('id')

/** All changes of form between two plain texts, as the list of changes words them. */
function worded(base: string, target: string, language: ComposedLanguage): readonly string[] {
  const comparison = compareLines(base, target)
  return comparison.changes
    .filter(({ kind }) => kind === 'attributes')
    .flatMap(({ id }) => formChanges(comparison, id, words.getFixedT(language), language))
    .map(({ what, before, after }) => `${what}: ${before} → ${after}`)
}

describe('a change of form', () => {
  const article = 'Article 1\nAims\nThe Parties cooperate on border control.\n'
  it('says what of the paragraph is another', () =>
    expect(worded(`${article}\nDONE at Bali.\n`, `${article}DONE at Bali.\n`, 'en')).toEqual([
      'Blank lines above: 1 → 0',
    ]))
  it('says so in Indonesian', () =>
    expect(worded(`${article}\nDONE at Bali.\n`, `${article}DONE at Bali.\n`, 'id')).toEqual([
      'Baris kosong di atasnya: 1 → 0',
    ]))
  it('says of the text as a whole how it ends', () =>
    expect(worded(article, article.trimEnd(), 'en')).toEqual(['Line ends at the end of the file: 1 → 0']))
})
