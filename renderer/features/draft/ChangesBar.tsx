import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronUp, FileDiff, History, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { writtenRecordText } from '../../../shared/compare/comparedText.ts'
import { useStore } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { faultWords } from '../../ui/faultWords.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './ChangesBar.module.css'
import { mostDrawn } from './changeMarks.ts'
import type { ChangesShown } from './changesDesk.ts'
import { useDraft } from './DraftContext.ts'
import { keyOf, rememberBase, useChangeBases } from './useChangeBases.ts'

/** Above the sheet while changes are shown: against what, how many, the way through them and out of it. */
export function ChangesBar() {
  const { changes } = useDraft()
  const shown = useStore(changes.shown)
  return shown && <Bar shown={shown} />
}

function Bar({ shown }: { readonly shown: ChangesShown }) {
  const { t } = useTranslation()
  const { session, changes } = useDraft()
  const bases = useChangeBases()
  const { base } = shown
  const isThere = bases?.some(({ value }) => value === keyOf(base)) ?? true
  const isGone = !isThere && shown.state !== 'failed'
  useEffect(() => {
    if (isGone) changes.show(base) // it was removed meanwhile: the record says so
  }, [isGone, changes, base])
  const hasSteps = (shown.state === 'ready' || shown.state === 'outdated') && shown.changes > 0
  return (
    <div className={styles.bar} role="group" aria-label={t('draft.changes.title')} data-state={shown.state}>
      <FileDiff size={16} aria-hidden />
      <Select
        label={t('draft.changes.against')}
        hideLabel
        value={isThere ? keyOf(base) : null}
        placeholder={t('draft.changes.choose')}
        choices={bases ?? []}
        onChange={(value) => {
          const wanted = bases?.find((one) => one.value === value)
          if (!wanted) return
          rememberBase(session.textId, wanted.base)
          changes.show(wanted.base)
        }}
        className={styles.base ?? ''}
      />
      <p className={styles.words} role="status">
        <Words shown={shown} />
      </p>
      <IconButton
        label={t('compare.previous')}
        keys="Alt+ArrowUp"
        icon={ChevronUp}
        isDisabled={!hasSteps}
        onPress={() => changes.step(-1)}
      />
      <IconButton
        label={t('compare.next')}
        keys="Alt+ArrowDown"
        icon={ChevronDown}
        isDisabled={!hasSteps}
        onPress={() => changes.step(1)}
      />
      {isThere && <Elsewhere shown={shown} />}
      <IconButton label={t('draft.changes.hide')} keys="Ctrl+Shift+E" icon={X} onPress={changes.hide} />
    </div>
  )
}

function Words({ shown }: { readonly shown: ChangesShown }) {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const { state, fault, changes, at, isWhole } = shown
  if (state === 'first') return t('draft.changes.working')
  if (state === 'failed') {
    if (fault?.kind === 'NotFound') return t('draft.changes.gone')
    const words = fault && faultWords(fault, t, screen)
    return words && `${words.what} ${words.next}`
  }
  const count =
    at > 0
      ? `${format.number(at)} / ${format.number(changes)}`
      : changes === 0
        ? t('draft.changes.same')
        : t('draft.changes.count', { count: changes, shown: format.number(changes) })
  return (
    <>
      {count}
      {!isWhole && <> · {t('draft.changes.onlyFirst', { shown: format.number(mostDrawn) })}</>}
      {state === 'outdated' && <span className={styles.outdated}> · {t('draft.changes.outdated')}</span>}
    </>
  )
}

/** The same differences on the screen that is made for them. */
function Elsewhere({ shown: { base } }: { readonly shown: ChangesShown }) {
  const { t } = useTranslation()
  const { mouId, language, setPanel } = useDraft()
  if (base.kind === 'version')
    return (
      <Button compact icon={History} onPress={() => setPanel('history')}>
        {t('draft.history.title')}
      </Button>
    )
  const target = writtenRecordText({ kind: 'workingText', mouId, language })
  return (
    <Link to="/compare" search={{ base: writtenRecordText(base), target }} className={styles.link}>
      {t('draft.changes.compare')}
    </Link>
  )
}
