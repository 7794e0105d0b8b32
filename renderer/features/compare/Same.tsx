import { Equal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/words.ts'
import { cautionsOf } from './cautions.ts'
import type { Laid, Side } from './compareState.ts'
import { recordTextName } from './recordTexts.ts'
import styles from './Same.module.css'
import { sideWords } from './sideWords.ts'

/** That there is no difference, with what proves it, and what was not compared. */
export function Same({ base, target }: { readonly base: Laid; readonly target: Laid }) {
  const { t } = useTranslation()
  const isOneFile = fileHashOf(base) !== null && fileHashOf(base) === fileHashOf(target)
  return (
    <div className={styles.same} role="region" aria-label={t('compare.text')} data-pane="" tabIndex={0}>
      <p className={styles.word}>
        <Equal size={20} aria-hidden />
        {t('compare.noDifference')}
      </p>
      <p>{t(isOneFile ? 'compare.sameFile' : 'compare.sameText')}</p>
      <dl className={styles.proof}>
        <Proof side="base" slot={base} />
        <Proof side="target" slot={target} />
      </dl>
      {cautionsOf(base, target).map((caution) => (
        <p key={caution} className={styles.beside}>
          {t(caution)}
        </p>
      ))}
    </div>
  )
}

/** Of the file that a text came in; null where it came in none. */
function fileHashOf(slot: Laid): string | null {
  return slot.state === 'ready' ? slot.file.sha256 : (slot.text.draft?.file?.sha256 ?? null)
}

function Proof({ side, slot }: { readonly side: Side; readonly slot: Laid }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const hashOfFile = fileHashOf(slot)
  const name = slot.state === 'ready' ? slot.file.name : recordTextName(slot.text, t, screen)
  const hashOfText = slot.state === 'ready' ? slot.file.found[slot.view].sha256 : slot.text.sha256
  return (
    <>
      <dt>
        {t(sideWords[side])}: <span dir="auto">{name}</span>
      </dt>
      <dd>
        {t('compare.hashOfText')} <code>{hashOfText}</code>
      </dd>
      {hashOfFile !== null && (
        <dd>
          {t('compare.hashOfFile')} <code>{hashOfFile}</code>
        </dd>
      )}
    </>
  )
}
