import { Files, FileText, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/useCall.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { isLaid, type Side, type Slot } from './compareState.ts'
import { happened } from './compareStore.ts'
import { FileFacts, leftOutCount, viewWords } from './FileFacts.tsx'
import styles from './FilePlace.module.css'
import { recordTextFacts, recordTextName } from './recordTexts.ts'
import { sideWords } from './sideWords.ts'
import { chooseFile, stopWaiting } from './takeFiles.ts'
import { useLate } from './useLate.ts'

/** One side of the desk before there is a comparison: where its file is put, and what was read of it. */
export function FilePlace(props: {
  readonly side: Side
  readonly slot: Slot
  readonly onReport: () => void
  /** Asks for a draft or a working text. */
  readonly onRecord: () => void
}) {
  const { t } = useTranslation()
  const call = useCall()
  const { side, slot, onReport, onRecord } = props
  const isThere = isLaid(slot)
  return (
    <section className={styles.place} data-drop={side} aria-label={t(sideWords[side])}>
      <header className={styles.head}>
        <h2>{t(sideWords[side])}</h2>
        <p>{t(side === 'base' ? 'compare.baseIs' : 'compare.targetIs')}</p>
      </header>
      {slot.state === 'ready' && <ReadFile slot={slot} side={side} onReport={onReport} />}
      {slot.state === 'record' && <RecordTextHere slot={slot} />}
      {slot.state === 'failed' && <FaultNotice fault={slot.fault} />}
      {slot.state === 'reading' && <Reading name={slot.name} />}
      {!isThere && slot.state !== 'reading' && (
        <p className={styles.drop}>
          <FileText size={20} aria-hidden />
          {t('compare.dropHere')}
        </p>
      )}
      <div className={styles.foot}>
        {slot.state === 'reading' ? (
          <Button onPress={() => stopWaiting(call)}>{t('shell.cancel')}</Button>
        ) : (
          <>
            <Button
              icon={FolderOpen}
              variant={isThere ? 'secondary' : 'primary'}
              {...(isThere && {
                'aria-label': `${t('compare.chooseOther')} (${t(sideWords[side])})`,
              })}
              onPress={() => void chooseFile(call, side)}
            >
              {t(
                isThere
                  ? 'compare.chooseOther'
                  : side === 'base'
                    ? 'compare.chooseBase'
                    : 'compare.chooseTarget',
              )}
            </Button>
            <Button
              icon={Files}
              aria-label={`${t('compare.chooseRecordText')} (${t(sideWords[side])})`}
              onPress={onRecord}
            >
              {t('compare.chooseRecordText')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

function ReadFile(props: {
  readonly slot: Extract<Slot, { readonly state: 'ready' }>
  readonly side: Side
  readonly onReport: () => void
}) {
  const { t } = useTranslation()
  const { slot, side, onReport } = props
  const { file, view } = slot
  const leftOut = leftOutCount(file)
  return (
    <div className={styles.file}>
      <p className={styles.name} dir="auto">
        {file.name}
      </p>
      <p className={styles.facts}>
        <FileFacts file={file} view={view} />
      </p>
      {file.revisions > 0 && (
        <Segments
          label={t('compare.viewOf', { side: t(sideWords[side]) })}
          choices={[
            { value: 'asItWas', label: t(viewWords.asItWas) },
            { value: 'asProposed', label: t(viewWords.asProposed) },
          ]}
          value={view}
          onChange={(view) => happened({ kind: 'fileView', side, view })}
        />
      )}
      <Button variant="link" compact onPress={onReport}>
        {leftOut > 0 ? t('compare.reportWith', { count: leftOut }) : t('compare.report')}
      </Button>
    </div>
  )
}

function RecordTextHere({ slot }: { readonly slot: Extract<Slot, { readonly state: 'record' }> }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  return (
    <div className={styles.file}>
      <p className={styles.name} dir="auto">
        {recordTextName(slot.text, t, screen)}
      </p>
      <p className={styles.facts}>{recordTextFacts(slot.text, t, screen)}</p>
    </div>
  )
}

/** Said only where reading takes longer than a moment. */
function Reading({ name }: { readonly name: string | null }) {
  const { t } = useTranslation()
  const isLate = useLate()
  return (
    <p className={styles.facts} role="status">
      {isLate ? t('compare.reading', { name: name ?? t('compare.file') }) : ''}
    </p>
  )
}
