import { useTranslation } from 'react-i18next'
import type { ComparedFile } from '../../../shared/compare/comparedFile.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { unreadWords } from '../../ui/unreadWords.ts'
import { factsOf } from './FileFacts.tsx'
import styles from './FileReport.module.css'

const besideWords = {
  footnote: 'compare.beside.footnote',
  endnote: 'compare.beside.endnote',
  header: 'compare.beside.header',
  footer: 'compare.beside.footer',
} as const

/** All that is known of a file, and above all what of it is not in the text that is compared. */
export function FileReport({ file, onClose }: { readonly file: ComparedFile; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const { name, bytes, sha256, authors, comments, beside, unread } = file
  return (
    <Dialog
      title={t('compare.report')}
      isOpen
      wide
      reading
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
    >
      <div className={styles.report}>
        <dl className={styles.facts}>
          <dt>{t('compare.file')}</dt>
          <dd dir="auto">{name}</dd>
          <dt>{t('compare.read')}</dt>
          <dd>{factsOf(file, 'asProposed', t, screen).join(' · ')}</dd>
          <dt>{t('compare.size')}</dt>
          <dd>{t('compare.bytes', { count: bytes, number: format.number(bytes) })}</dd>
          <dt>SHA-256</dt>
          <dd className={styles.hash}>{sha256}</dd>
          {authors.length > 0 && (
            <>
              <dt>{t('compare.authors')}</dt>
              <dd dir="auto">{authors.join(', ')}</dd>
            </>
          )}
        </dl>
        <h3>{t('compare.notCompared')}</h3>
        {unread.length + beside.length + comments === 0 ? (
          <p>{t('compare.allRead')}</p>
        ) : (
          <ul className={styles.unread}>
            {comments > 0 && <li>{t('compare.comments', { count: comments })}</li>}
            {beside.map(({ kind, words }, index) => (
              <li key={index}>
                {t(besideWords[kind])}: <q dir="auto">{words}</q>
              </li>
            ))}
            {unread.map(({ what, part, count, samples }) => (
              <li key={`${what} ${part}`}>
                {t(unreadWords[what])}{' '}
                <span className={styles.meta}>
                  ({format.number(count)} · {part})
                </span>
                {samples.length > 0 && (
                  <span className={styles.meta} dir="auto">
                    {' '}
                    {samples.join(', ')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
