import type { MouDossier } from '../../../shared/mou/mou.ts'
import { BracketChart } from './BracketChart.tsx'
import { FactsCard } from './FactsCard.tsx'
import { ForceCard } from './ForceCard.tsx'
import type { OpenLayer } from './layer.ts'
import { MilestonesCard } from './MilestonesCard.tsx'
import { StagesCard } from './StagesCard.tsx'
import styles from './SummaryPanel.module.css'

/** Where an instrument stands: its milestones, stages and brackets, what it says of its own time, and what it is. */
export function SummaryPanel({ dossier, open }: { readonly dossier: MouDossier; readonly open: OpenLayer }) {
  return (
    <div className={styles.summary}>
      <div className={styles.column}>
        <MilestonesCard dossier={dossier} open={open} />
        <BracketChart dossier={dossier} />
        <FactsCard dossier={dossier} />
      </div>
      <div className={styles.column}>
        <StagesCard dossier={dossier} open={open} />
        <ForceCard dossier={dossier} open={open} />
      </div>
    </div>
  )
}
