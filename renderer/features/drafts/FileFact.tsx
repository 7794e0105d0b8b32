import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Draft } from '../../../shared/mou/draft.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { draftName } from './draftWords.ts'
import styles from './FileFact.module.css'

/** The file as it was received, with the start of its hash; the whole of it opens, and can be copied. */
export function FileFact(props: { readonly file: NonNullable<Draft['file']>; readonly draft: Draft }) {
  const { t } = useTranslation()
  const { file, draft } = props
  const { name, sha256 } = file

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(sha256)
      notices.say((t) => t('drafts.hashCopied'), null)
    } catch {
      notices.say((t) => t('drafts.hashNotCopied'), null)
    }
  }

  return (
    <>
      <span className={styles.name} dir="auto" title={name}>
        {name}
      </span>
      <DialogTrigger>
        <AriaButton
          className={styles.hash ?? ''}
          aria-label={t('drafts.hashOf', { draft: draftName(draft, t), start: sha256.slice(0, 8) })}
        >
          {sha256.slice(0, 8)}…
        </AriaButton>
        <Popover className={styles.popover ?? ''} placement="bottom end">
          <Dialog
            className={styles.facts ?? ''}
            aria-label={t('drafts.hashes', { draft: draftName(draft, t) })}
          >
            <dl>
              <dt>{t('compare.hashOfFile')}</dt>
              <dd>{sha256}</dd>
              <dt>{t('compare.hashOfText')}</dt>
              <dd>{draft.textHash}</dd>
              <dt>{t('drafts.seal')}</dt>
              <dd>{draft.seal}</dd>
            </dl>
            <Button compact icon={Copy} onPress={() => void copy()}>
              {t('drafts.copyHash')}
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  )
}
