import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/useCall.ts'
import { useRoom } from '../meeting/useRoom.ts'
import { ChangeList } from './ChangeList.tsx'
import { CompareBar } from './CompareBar.tsx'
import { CompareHeader } from './CompareHeader.tsx'
import styles from './ComparePage.module.css'
import type { Compared, Side } from './compareState.ts'
import { useDesk } from './compareStore.ts'
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
    <div className={styles.page}>
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
                names={{ base: base.file.name, target: target.file.name }}
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
