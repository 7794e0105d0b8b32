import type { TFunction } from 'i18next'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/useCall.ts'
import { isInLayer } from '../../shell/useKeys.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { usePainted } from '../../ui/usePainted.ts'
import { useRoom } from '../meeting/useRoom.ts'
import { ChangeList } from './ChangeList.tsx'
import { CompareBar } from './CompareBar.tsx'
import { CompareHeader } from './CompareHeader.tsx'
import styles from './ComparePage.module.css'
import { type Compared, isLaid, type Laid, type Side } from './compareState.ts'
import { desk, happened, useDesk } from './compareStore.ts'
import { viewWords } from './FileFacts.tsx'
import { FileReport } from './FileReport.tsx'
import { KeepFilesDialog } from './KeepFilesDialog.tsx'
import { Minimap } from './Minimap.tsx'
import { Outline } from './Outline.tsx'
import { RecordTextDialog } from './RecordTextDialog.tsx'
import { layRecordText, recordTextName } from './recordTexts.ts'
import { RedlineDialog } from './RedlineDialog.tsx'
import { Same } from './Same.tsx'
import { StartDesk } from './StartDesk.tsx'
import { TextPane } from './TextPane.tsx'
import { createTextPlace, type TextPlace } from './textPlace.ts'
import { useAddress } from './useAddress.ts'
import { useBrackets } from './useBrackets.ts'
import { useCompareCommands } from './useCompareCommands.ts'
import { useComparing } from './useComparing.ts'
import { useOutdated } from './useOutdated.ts'
import { useFilesGiven } from './useFilesGiven.ts'
import { useSpokenPosition } from './useSpokenPosition.ts'
import { Waiting } from './Waiting.tsx'

/** Two files side by side: what really changed between them. */
export function ComparePage() {
  const { t } = useTranslation()
  const call = useCall()
  const base = useDesk((state) => state.base)
  const target = useDesk((state) => state.target)
  const outcome = useDesk((state) => state.outcome)
  const [reported, setReported] = useState<Side | null>(null)
  const [picked, setPicked] = useState<Side | null>(null) // for which a text of the record is being chosen
  const screen = useLanguage()
  const [isExporting, setExporting] = useState(false)
  useComparing(call)
  const [isKeeping, setKeeping] = useState(false)
  const keep = useCallback(() => setKeeping(true), [])
  useCompareCommands(
    useCallback(() => setExporting(true), []),
    keep,
  )
  useAddress()
  useOutdated()
  const isOver = useFilesGiven(call)
  const file = reported === null ? null : { base, target }[reported]
  const isShown =
    isLaid(base) && isLaid(target) && (outcome.state === 'comparing' || outcome.state === 'ready')
  return (
    <div className={styles.page} onKeyDownCapture={isShown ? stepByKey : undefined}>
      {isShown ? (
        <>
          <CompareHeader
            base={base}
            target={target}
            onReport={setReported}
            onRecord={setPicked}
            onKeep={keep}
            onExport={outcome.state === 'ready' ? () => setExporting(true) : null}
          />
          <Outdated />
          {outcome.state === 'comparing' && <Waiting />}
          {outcome.state === 'ready' &&
            (outcome.compared.comparison.changes.length === 0 ? (
              <Same base={base} target={target} />
            ) : (
              <Result
                compared={outcome.compared}
                names={{ base: nameOf(base, t, screen), target: nameOf(target, t, screen) }}
              />
            ))}
        </>
      ) : (
        <StartDesk onReport={setReported} onRecord={setPicked} />
      )}
      {isExporting && outcome.state === 'ready' && (
        <RedlineDialog language={outcome.compared.comparison.language} onClose={() => setExporting(false)} />
      )}
      {isKeeping && isShown && (
        <KeepFilesDialog
          fileIds={[base, target].flatMap((slot) => (slot.state === 'ready' ? [slot.file.fileId] : []))}
          onClose={() => setKeeping(false)}
        />
      )}
      {picked !== null && <RecordTextDialog side={picked} onClose={() => setPicked(null)} />}
      {isOver && <div className={styles.over}>{t('compare.dropAnywhere')}</div>}
      {file?.state === 'ready' && <FileReport file={file.file} onClose={() => setReported(null)} />}
    </div>
  )
}

/** A file with tracked changes is two texts: which of them is said with its name. */
function nameOf(slot: Laid, t: TFunction, screen: ComposedLanguage): string {
  if (slot.state === 'record') return recordTextName(slot.text, t, screen)
  const { file, view } = slot
  return file.revisions > 0 ? `${file.name} · ${t(viewWords[view])}` : file.name
}

/** Alt with an arrow goes to the next change from a button with a menu too, which would open for it. */
function stepByKey(event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event
  if (!altKey || ctrlKey || metaKey || shiftKey || isInLayer(event.target)) return
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return
  event.preventDefault()
  event.stopPropagation()
  happened({ kind: 'stepped', by: key === 'ArrowDown' ? 1 : -1 })
}

/** What is shown is not out of date without saying so. */
function Outdated() {
  const { t } = useTranslation()
  const call = useCall()
  const isOutdated = useDesk((state) => state.isOutdated)
  if (!isOutdated) return null
  const again = (): void => {
    for (const side of ['base', 'target'] as const) {
      const slot = desk.get()[side]
      if (slot.state === 'record') void layRecordText(call, side, slot.text.text)
    }
  }
  return (
    <div className={styles.outdated} role="status">
      <p>{t('compare.outdated')}</p>
      <Button compact onPress={again}>
        {t('compare.again')}
      </Button>
    </div>
  )
}

function Result(props: {
  readonly compared: Compared
  readonly names: { readonly base: string; readonly target: string }
}) {
  const { compared, names } = props
  const room = useRoom()
  const [isListShown, setListShown] = useState(false)
  const place = useMemo((): TextPlace => createTextPlace(), [])
  const onNextBracket = useBrackets(compared, place)
  useSpokenPosition()
  const isPainted = usePainted()
  useEffect(() => setListShown(false), [room])
  const hasList = room !== 'small' || isListShown
  return (
    <>
      <CompareBar
        compared={compared}
        place={place}
        hasOutline={room === 'wide'}
        drawer={
          room === 'small' ? { isOpen: isListShown, toggle: () => setListShown((shown) => !shown) } : null
        }
        onNextBracket={onNextBracket}
      />
      <div className={styles.columns}>
        {room === 'wide' && <Outline compared={isPainted ? compared : null} place={place} />}
        <TextPane compared={compared} names={names} place={place} />
        <Minimap compared={isPainted ? compared : null} />
        {hasList && (
          <ChangeList
            compared={compared}
            place={place}
            onClose={room === 'small' ? () => setListShown(false) : null}
          />
        )}
      </div>
    </>
  )
}
