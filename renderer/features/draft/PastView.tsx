import { ArrowLeft, RotateCcw } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/compare/comparison.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { useRead } from '../../api/useRead.ts'
import { ReadOnlyText } from '../../editor/ReadOnlyText.tsx'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { GreyLines, Loaded } from '../../ui/Loaded.tsx'
import { Segments } from '../../ui/Segments.tsx'
import type { Compared } from '../compare/compareState.ts'
import { LazyRows } from '../compare/LazyRows.tsx'
import { layOutRows } from '../compare/layOutRows.ts'
import { numberItems } from '../compare/numberedItems.ts'
import { heightOfRow } from '../compare/rowHeight.ts'
import { TextContext } from '../compare/TextContext.ts'
import { InlineRow } from '../compare/TextRow.tsx'
import { useDraft } from './DraftContext.ts'
import { readingDeps } from './readingDeps.ts'
import styles from './Sheet.module.css'
import { draftReading } from './draftExtensions.ts'

/** The text as it was: with its differences to what it is now, or by itself. It can be put back. */
export function PastView({ revision, name }: { readonly revision: number; readonly name: string }) {
  const { t } = useTranslation()
  const { session, setView, language } = useDraft()
  const [shown, setShown] = useState<'differences' | 'text'>('differences')
  const reading = useRead('text.at', { textId: session.textId, revision })
  const extensions = useCallback(() => draftReading(readingDeps()), [])
  const canRestore = session.opened.get().state === 'open'

  function restore(doc: unknown): void {
    const opened = session.opened.get()
    if (opened.state !== 'open' || !opened.editable) {
      notices.say((t) => t('meeting.cannotPlace'), null)
      return
    }
    setView({ kind: 'marked' })
    session.replace(doc)
    void session.flush()
    notices.say((t) => t('draft.history.restored', { name }), null)
  }

  return (
    <>
      <div className={styles.past} role="status">
        <p>{t('draft.history.asItWas', { name })}</p>
        <Segments<'differences' | 'text'>
          label={t('draft.history.shown')}
          value={shown}
          onChange={setShown}
          choices={[
            { value: 'differences', label: t('draft.history.differences') },
            { value: 'text', label: t('draft.history.text') },
          ]}
        />
        {reading.state === 'ready' && canRestore && (
          <Button compact icon={RotateCcw} onPress={() => restore(reading.value.doc)}>
            {t('draft.history.restore')}
          </Button>
        )}
        <Button compact icon={ArrowLeft} onPress={() => setView({ kind: 'marked' })}>
          {t('draft.view.back')}
        </Button>
      </div>
      <Loaded reading={reading} lines={12}>
        {({ doc }) =>
          shown === 'text' ? (
            <ReadOnlyText doc={doc} label={name} language={language} extensions={extensions} />
          ) : (
            <Differences doc={doc} label={t('draft.history.differencesOf', { name })} />
          )
        }
      </Loaded>
    </>
  )
}

/** What changed from then to now, in one text. It is worked out once this is on the screen. */
function Differences({ doc, label }: { readonly doc: unknown; readonly label: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { editor, language } = useDraft()
  const [compared, setCompared] = useState<Compared | 'notComparable' | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      const result = compareTexts(
        textSchema.nodeFromJSON(doc),
        textSchema.nodeFromJSON(editor.state.doc.toJSON()),
        {
          baseHash: '',
          targetHash: '',
        },
      )
      setCompared(result.ok ? comparedOf(result.value) : 'notComparable')
    }, 30)
    return () => clearTimeout(timer)
  }, [doc, editor])
  const rows = compared === null || compared === 'notComparable' ? null : compared.rows.rows
  const draw = useCallback(
    (index: number) => {
      const row = rows?.[index]
      return row && <InlineRow key={index} row={row} />
    },
    [rows],
  )
  const heightOf = useCallback((index: number) => heightOfRow(rows?.[index], 'inline'), [rows])
  const weightOf = useCallback((index: number) => 1 + (rows?.[index]?.items.length ?? 0), [rows])
  if (compared === null) return <GreyLines lines={12} />
  if (compared === 'notComparable') return <p>{t('draft.history.notComparable')}</p>
  const { length } = compared.comparison.changes
  return (
    <>
      <p className={styles.count}>
        {length === 0
          ? t('draft.history.same')
          : t('draft.history.changes', { count: length, shown: format.number(length) })}
      </p>
      <div className={styles.differences} role="region" aria-label={label} tabIndex={0} lang={language}>
        <TextContext value={compared}>
          <LazyRows
            count={compared.rows.rows.length}
            heightOf={heightOf}
            weightOf={weightOf}
            most={5_000}
            handle={null}
            onDrawn={nothing}
          >
            {draw}
          </LazyRows>
        </TextContext>
      </div>
    </>
  )
}

const nothing = () => undefined

function comparedOf(comparison: Comparison): Compared {
  const list = numberItems(comparison)
  return { comparison, list, rows: layOutRows(comparison, list) }
}
