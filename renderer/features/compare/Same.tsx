import { Equal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ComparedFile, FileView } from '../../../shared/compare/comparedFile.ts'
import type { Slot } from './compareState.ts'
import styles from './Same.module.css'
import { sideWords } from './sideWords.ts'

type Ready = Extract<Slot, { readonly state: 'ready' }>

/** That there is no difference, with what proves it, and what was not compared. */
export function Same({ base, target }: { readonly base: Ready; readonly target: Ready }) {
  const { t } = useTranslation()
  const isOneFile = base.file.sha256 === target.file.sha256
  return (
    <div className={styles.same} role="region" aria-label={t('compare.text')} data-pane="" tabIndex={0}>
      <p className={styles.word}>
        <Equal size={20} aria-hidden />
        {t('compare.noDifference')}
      </p>
      <p>{t(isOneFile ? 'compare.sameFile' : 'compare.sameText')}</p>
      <dl className={styles.proof}>
        <Proof side="base" {...base} />
        <Proof side="target" {...target} />
      </dl>
      {!isOneFile && besideOf(base.file) !== besideOf(target.file) && (
        <p className={styles.beside}>{t('compare.besideDiffers')}</p>
      )}
    </div>
  )
}

function Proof(props: {
  readonly side: 'base' | 'target'
  readonly file: ComparedFile
  readonly view: FileView
}) {
  const { t } = useTranslation()
  const { side, file, view } = props
  return (
    <>
      <dt>
        {t(sideWords[side])}: <span dir="auto">{file.name}</span>
      </dt>
      <dd>
        {t('compare.hashOfText')} <code>{file.found[view].sha256}</code>
      </dd>
      <dd>
        {t('compare.hashOfFile')} <code>{file.sha256}</code>
      </dd>
    </>
  )
}

/** Notes, headers and footers, in one string that equal ones share. */
function besideOf({ beside }: ComparedFile): string {
  return beside
    .map(({ kind, words }) => `${kind} ${words}`)
    .sort()
    .join('\n')
}
