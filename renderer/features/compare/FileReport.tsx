import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ComparedFile } from '../../../shared/compare/comparedFile.ts'
import { useFormat } from '../../i18n/format.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { unreadWords } from '../../ui/unreadWords.ts'
import { factsOf, unreadOf } from './FileFacts.tsx'
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
  const { name, bytes, sha256, authors, comments, remarks, beside } = file
  const unread = unreadOf(file)
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
          <dt>{t('compare.fileName')}</dt>
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
                  ({[format.number(count), partWords(part, t)].filter(Boolean).join(' · ')})
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
        {remarks.length > 0 && (
          <>
            <h3>{t('compare.remarks')}</h3>
            <ul className={styles.remarks}>
              {remarks.map((remark, index) => (
                <RemarkEntry key={index} remark={remark} />
              ))}
            </ul>
            {remarks.length < comments && (
              <p>
                {t('compare.moreRemarks', {
                  count: comments - remarks.length,
                  number: format.number(comments - remarks.length),
                })}
              </p>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

/** Where in the file, in words where it has them; nothing of the text itself. */
function partWords(part: string, t: TFunction): string {
  const [, name = ''] = /([a-z]+)\d*\.xml$/i.exec(part) ?? []
  const key = partNames[name]
  return key ? t(key) : name === 'document' ? '' : part
}

const partNames: Readonly<Record<string, MessageKey>> = {
  footnotes: besideWords.footnote,
  endnotes: besideWords.endnote,
  header: besideWords.header,
  footer: besideWords.footer,
  comments: 'compare.remarks',
}

/** Who said what about which words; an answer stands in below what it answers. */
function RemarkEntry({ remark }: { readonly remark: ComparedFile['remarks'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { author, writtenOn, quoted, words, isAnswer, isResolved } = remark
  const facts = [
    ...(writtenOn ? [format.date(writtenOn, 'medium')] : []),
    ...(isAnswer ? [t('compare.remarkAnswers')] : []),
    ...(isResolved ? [t('compare.remarkResolved')] : []),
  ]
  return (
    <li className={classes(isAnswer && styles.answer)}>
      <p className={styles.meta}>
        <strong dir="auto">{author || t('compare.unsigned')}</strong>
        {facts.map((fact) => ` · ${fact}`)}
      </p>
      {quoted !== '' && (
        <p className={styles.quoted} dir="auto">
          {quoted}
        </p>
      )}
      <p className={styles.remark} dir="auto">
        {words}
      </p>
    </li>
  )
}
