import { ArrowLeftRight, GitCompareArrows } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Page } from '../../ui/Page.tsx'
import { isLaid, type Side } from './compareState.ts'
import { happened, useDesk } from './compareStore.ts'
import { FilePlace } from './FilePlace.tsx'
import styles from './StartDesk.module.css'

/** Two files are chosen here, or the reason is said why they were not compared. */
export function StartDesk(props: {
  readonly onReport: (side: Side) => void
  /** Asks for a draft or a working text. */
  readonly onRecord: (side: Side) => void
}) {
  const { onReport, onRecord } = props
  const { t } = useTranslation()
  const base = useDesk((state) => state.base)
  const target = useDesk((state) => state.target)
  const outcome = useDesk((state) => state.outcome)
  const alone =
    base.state === 'ready' && !isLaid(target)
      ? ({ side: 'base', file: base.file } as const)
      : target.state === 'ready' && !isLaid(base)
        ? ({ side: 'target', file: target.file } as const)
        : null
  return (
    <Page title={t('compare.title')} sub={<p className={styles.sub}>{t('compare.about')}</p>}>
      {outcome.state === 'failed' && <FaultNotice fault={outcome.fault} />}
      <div className={styles.desk}>
        <FilePlace
          side="base"
          slot={base}
          onReport={() => onReport('base')}
          onRecord={() => onRecord('base')}
        />
        <IconButton
          label={t('compare.swap')}
          icon={ArrowLeftRight}
          bordered
          isDisabled={!isLaid(base) && !isLaid(target)}
          onPress={() => happened({ kind: 'swapped' })}
        />
        <FilePlace
          side="target"
          slot={target}
          onReport={() => onReport('target')}
          onRecord={() => onRecord('target')}
        />
      </div>
      {alone !== null && alone.file.revisions > 0 && (
        <p className={styles.own}>
          <Button icon={GitCompareArrows} onPress={() => happened({ kind: 'ownChanges', side: alone.side })}>
            {t('compare.ownChanges')}
          </Button>
        </p>
      )}
    </Page>
  )
}
