import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownBase } from '../../../shared/compare/shownBase.ts'
import type { TextId } from '../../../shared/ids.ts'
import { useRead } from '../../api/useRead.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import type { Choice } from '../../ui/Select.tsx'
import { draftLine } from '../drafts/draftWords.ts'
import { useDraft } from './DraftContext.ts'

/** A text that changes can be shown against, by a name for lists. */
export type ChangeBase = Choice<string> & { readonly base: ShownBase }

/** What was last chosen for each text, for as long as the window is there. */
const chosen = new Map<TextId, ShownBase>()

/** The drafts of the language, the newest first, then the named versions; null until both are known. */
export function useChangeBases(): readonly ChangeBase[] | null {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const { mouId, session, language } = useDraft()
  const dossier = useRead('mou.dossier', { mouId })
  const versions = useRead('text.versions', { textId: session.textId })
  return useMemo(() => {
    if (dossier.state !== 'ready' || versions.state !== 'ready') return null
    const drafts = dossier.value.drafts
      .filter((draft) => draft.language === language)
      .toSorted((a, b) => b.number - a.number)
    return [
      ...drafts.map((draft): ChangeBase => {
        const base: ShownBase = { kind: 'draft', draftId: draft.id }
        return { base, value: keyOf(base), label: draftLine(draft, screen, t) }
      }),
      ...versions.value.map(({ id, name, savedAt }): ChangeBase => {
        const base: ShownBase = { kind: 'version', versionId: id }
        return { base, value: keyOf(base), label: name, hint: format.instant(savedAt) }
      }),
    ]
  }, [dossier, versions, language, screen, format, t])
}

export function keyOf(base: ShownBase): string {
  return base.kind === 'draft' ? base.draftId : base.versionId
}

export function rememberBase(textId: TextId, base: ShownBase): void {
  chosen.set(textId, base)
}

/**
 * Shows the changes or takes them away: against what was chosen before, else the draft that the text began as, else the
 * newest one.
 */
export function useToggleChanges(): () => void {
  const { mouId, session, changes, setView } = useDraft()
  const { textId } = session
  const bases = useChangeBases()
  const dossier = useRead('mou.dossier', { mouId })
  const texts = dossier.state === 'ready' ? dossier.value.workingTexts : undefined
  const basedOn = texts?.find((text) => text.textId === textId)?.basedOn
  return useCallback(() => {
    if (changes.shown.get() !== null) {
      changes.hide()
      return
    }
    if (bases === null) return
    const before = chosen.get(textId)
    const wanted =
      bases.find(({ value }) => before && value === keyOf(before)) ??
      bases.find(({ value }) => value === basedOn) ??
      bases[0]
    setView({ kind: 'marked' })
    if (wanted) changes.show(wanted.base)
    else notices.say((t) => t('draft.changes.noBase'), null)
  }, [bases, basedOn, changes, setView, textId])
}
