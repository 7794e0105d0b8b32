import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineKind } from '../../../shared/text/instrument/confirmLines.ts'
import {
  correctReading,
  type PasteReading,
  putReading,
  readPasted,
} from '../../../shared/text/instrument/pasteReading.ts'
import type { RecognisedLine } from '../../../shared/text/instrument/recogniseClauses.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { useDraft } from './DraftContext.ts'
import { lineKinds, lineKindWords } from './lineKinds.ts'
import { newId } from './newId.ts'
import { forgetPasted, pastedRange } from './pastedLines.ts'
import styles from './ReadingDialog.module.css'

/** So many lines are shown for correction; all are read. */
const mostShown = 400

/** Shows how pasted lines would be read, to be corrected and confirmed. No character of them changes. */
export function ReadingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { editor, act, language, watch } = useDraft()
  const [range] = useState(() => pastedRange(editor.state))
  const [reading, setReading] = useState<PasteReading | null>(() =>
    range ? readPasted(editor.state.doc, range, { language, newId }) : null,
  )
  if (!range || !reading) return null
  const { lines, doubtful, clauses } = reading

  function correct({ blockId }: RecognisedLine, kind: LineKind): void {
    setReading(
      (before) => before && correctReading(before, new Map([[blockId, { kind }]]), { language, newId }),
    )
  }

  function confirm(): void {
    if (range && reading && act(putReading(range, reading))) {
      editor.view.dispatch(forgetPasted(editor.state.tr))
      watch.now()
    }
    onClose()
  }

  return (
    <Dialog
      title={t('draft.paste.title')}
      isOpen
      onClose={onClose}
      wide
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" onPress={confirm}>
            {t('draft.paste.confirm')}
          </Button>
        </>
      }
    >
      <p>
        {t('draft.paste.sum', { count: clauses, shown: format.number(clauses) })}{' '}
        {doubtful > 0 && t('draft.paste.doubtful', { count: doubtful, shown: format.number(doubtful) })}
      </p>
      <ul className={styles.lines}>
        {lines.slice(0, mostShown).map((line) =>
          'choice' in line ? (
            <li key={line.blockId} className={styles.line}>
              <Select<LineKind>
                label={t('draft.paste.kindOf', { line: line.line.slice(0, 60) })}
                hideLabel
                value={line.choice.kind}
                onChange={(kind) => correct(line, kind)}
                choices={[...lineKinds, 'articleHeading' as const].map((value) => ({
                  value,
                  label: t(value === 'articleHeading' ? 'draft.kind.articleHeading' : lineKindWords[value]),
                }))}
              />
              <span className={styles.words} lang={language} dir="auto">
                {line.line.slice(0, 300)}
              </span>
              {line.confidence === 'doubtful' && <Chip tone="attention">{t('draft.paste.isDoubtful')}</Chip>}
              {line.odd.length > 0 && <Chip tone="attention">{t('draft.paste.odd')}</Chip>}
            </li>
          ) : null,
        )}
      </ul>
      {lines.length > mostShown && (
        <p>{t('draft.paste.more', { shown: format.number(lines.length - mostShown) })}</p>
      )}
    </Dialog>
  )
}
