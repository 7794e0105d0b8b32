import type { TFunction } from 'i18next'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/useCall.ts'
import { isInLayer } from '../../shell/useKeys.ts'
import { useRoom } from '../meeting/useRoom.ts'
import { ChangeList } from './ChangeList.tsx'
import { CompareBar } from './CompareBar.tsx'
import { CompareHeader } from './CompareHeader.tsx'
import styles from './ComparePage.module.css'
import type { Compared, Side, Slot } from './compareState.ts'
import { happened, useDesk } from './compareStore.ts'
import { viewWords } from './FileFacts.tsx'
import { FileReport } from './FileReport.tsx'
import { KeepFilesDialog } from './KeepFilesDialog.tsx'
import { Minimap } from './Minimap.tsx'
import { Outline } from './Outline.tsx'
import { RedlineDialog } from './RedlineDialog.tsx'
import { Same } from './Same.tsx'
import { StartDesk } from './StartDesk.tsx'
import { TextPane } from './TextPane.tsx'
import { createTextPlace, type TextPlace } from './textPlace.ts'
import { useAddress } from './useAddress.ts'
import { useBrackets } from './useBrackets.ts'
import { useCompareCommands } from './useCompareCommands.ts'
import { useComparing } from './useComparing.ts'
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
  const [isExporting, setExporting] = useState(false)
  useComparing(call)
  const [isKeeping, setKeeping] = useState(false)
  const keep = useCallback(() => setKeeping(true), [])
  useCompareCommands(
    useCallback(() => setExporting(true), []),
    keep,
  )
  useAddress()
  const isOver = useFilesGiven(call)
  const file = reported === null ? null : { base, target }[reported]
  const isShown =
    base.state === 'ready' &&
    target.state === 'ready' &&
    (outcome.state === 'comparing' || outcome.state === 'ready')
  return (
    <div className={styles.page} onKeyDownCapture={isShown ? stepByKey : undefined}>
      {isShown ? (
        <>
          <CompareHeader
            base={base}
            target={target}
            onReport={setReported}
            onKeep={keep}
            onExport={outcome.state === 'ready' ? () => setExporting(true) : null}
          />
          {outcome.state === 'comparing' && <Waiting />}
          {outcome.state === 'ready' &&
            (outcome.compared.comparison.changes.length === 0 ? (
              <Same base={base} target={target} />
            ) : (
              <Result
                compared={outcome.compared}
                names={{ base: nameOf(base, t), target: nameOf(target, t) }}
              />
            ))}
        </>
      ) : (
        <StartDesk onReport={setReported} />
      )}
      {isExporting && outcome.state === 'ready' && (
        <RedlineDialog language={outcome.compared.comparison.language} onClose={() => setExporting(false)} />
      )}
      {isKeeping && isShown && (
        <KeepFilesDialog fileIds={[base.file.fileId, target.file.fileId]} onClose={() => setKeeping(false)} />
      )}
      {isOver && <div className={styles.over}>{t('compare.dropAnywhere')}</div>}
      {file?.state === 'ready' && <FileReport file={file.file} onClose={() => setReported(null)} />}
    </div>
  )
}

/** A file with tracked changes is two texts: which of them is said with its name. */
function nameOf({ file, view }: Extract<Slot, { readonly state: 'ready' }>, t: TFunction): string {
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
        {room === 'wide' && <Outline compared={compared} place={place} />}
        <TextPane compared={compared} names={names} place={place} />
        <Minimap compared={compared} />
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
