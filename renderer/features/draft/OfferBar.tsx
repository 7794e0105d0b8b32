import { Brackets, ClipboardCheck, ListOrdered, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countNumbers } from '../../../shared/text/instrument/countedNumbers.ts'
import { takeOffers } from '../../../shared/text/instrument/offerCommands.ts'
import { bracketMarks } from '../../../shared/text/bracketMarks.ts'
import { readPasted } from '../../../shared/text/instrument/pasteReading.ts'
import { useStore } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useDraft } from './DraftContext.ts'
import { newId } from './newId.ts'
import styles from './Sheet.module.css'
import { forgetPasted, pastedRange } from './pastedLines.ts'

/**
 * Below the sheet, quietly: pasted lines that look like clauses, and words that look like brackets, can be taken for
 * that. Nothing happens by itself, and what is done is one undo.
 */
export function OfferBar() {
  const { t } = useTranslation()
  const format = useFormat()
  const { watch, editor, act, canWrite, open, language, sides } = useDraft()
  const structure = useStore(watch.structure)
  const remarks = useStore(watch.remarks)
  const [dismissed, setDismissed] = useState('')
  const pasted = useMemo(() => {
    const range = structure && structure.doc === editor.state.doc ? pastedRange(editor.state) : null
    return range && readPasted(editor.state.doc, range, { language, newId })
  }, [structure, editor, language])
  if (!canWrite) return null
  if (pasted)
    return (
      <div className={styles.offer} role="status">
        <ClipboardCheck size={16} aria-hidden />
        <p>{t('draft.paste.offer', { count: pasted.clauses, shown: format.number(pasted.clauses) })}</p>
        <Button compact onPress={() => open({ kind: 'reading' })}>
          {t('draft.paste.look')}
        </Button>
        <IconButton
          label={t('draft.offers.dismiss')}
          icon={X}
          onPress={() => {
            editor.view.dispatch(forgetPasted(editor.state.tr))
            watch.now()
            setDismissed((before) => `${before} `)
          }}
        />
      </div>
    )
  const offers = remarks?.offers ?? []
  const words = offers
    .map(({ range }) => remarks?.doc.textBetween(range.from, range.to, ' ', ' ') ?? '')
    .join('\n')
  if (offers.length === 0 || words === dismissed.trimEnd()) return <NumberOffer />
  return (
    <div className={styles.offer} role="status">
      <Brackets size={16} aria-hidden />
      <p>
        {offers.length === 1
          ? t('draft.offers.one', { words: words.slice(0, 80) })
          : t('draft.offers.several', { count: offers.length, shown: format.number(offers.length) })}
      </p>
      <Button
        compact
        onPress={() => {
          const now = bracketMarks(editor.state.doc, { sides: [sides.own, sides.other] })
          if (act(takeOffers(now.offers, newId))) watch.now()
        }}
      >
        {t('draft.offers.take', { count: offers.length, shown: format.number(offers.length) })}
      </Button>
      <IconButton label={t('draft.offers.dismiss')} icon={X} onPress={() => setDismissed(words)} />
    </div>
  )
}

/** A text that came from elsewhere has its numbers as they were typed: what is put in between would not move them. */
function NumberOffer() {
  const { t } = useTranslation()
  const format = useFormat()
  const { watch, act } = useDraft()
  const countable = useStore(watch.counts)?.countable ?? 0
  const [isDismissed, setDismissed] = useState(false)
  if (countable === 0 || isDismissed) return null
  return (
    <div className={styles.offer} role="status">
      <ListOrdered size={16} aria-hidden />
      <p>{t('draft.number.offer', { count: countable, shown: format.number(countable) })}</p>
      <Button
        compact
        onPress={() => {
          if (act(countNumbers())) watch.now()
        }}
      >
        {t('draft.number.count')}
      </Button>
      <IconButton label={t('draft.offers.dismiss')} icon={X} onPress={() => setDismissed(true)} />
    </div>
  )
}
