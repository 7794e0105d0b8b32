import { useTranslation } from 'react-i18next'
import type { Stage } from '../../../shared/mou/mou.ts'
import { classes } from '../../ui/classes.ts'
import { Unseen } from '../../ui/Unseen.tsx'
import { stageWords } from './mouWords.ts'
import styles from './StageStrip.module.css'
import { stepsAt, way } from './stageStrip.ts'

/** Where an instrument stands: six steps, and its name below them; heard as "Perundingan, tahap 3 dari 6". */
export function StageStrip({ stage }: { readonly stage: Stage | null }) {
  const { t } = useTranslation()
  const at = stage === null ? -1 : way.indexOf(stage)
  return (
    <span className={styles.stage}>
      <span className={styles.strip} aria-hidden>
        {stepsAt(stage).map((state, index) => (
          <span key={index} className={classes(styles.step, styles[state])} />
        ))}
      </span>
      <span className={styles.name}>
        {stage === null ? t('mou.noStage') : t(stageWords[stage])}
        {at >= 0 && <Unseen>{t('mou.stepOf', { step: at + 1, of: way.length })}</Unseen>}
      </span>
    </span>
  )
}
