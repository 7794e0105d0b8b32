import { useTranslation } from 'react-i18next'
import { stages } from '../../../shared/mou/mou.ts'
import type { StageCounts } from '../../../shared/mou/stages.ts'
import type { StageFilter } from '../../router.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { stageWords } from './mouWords.ts'

const all = 'all'

/** The stages at which instruments stand, each with how many; those at which none stands are not offered. */
export function StageSegments(props: {
  readonly counts: StageCounts
  readonly value: StageFilter | null
  readonly onChange: (stage: StageFilter | null) => void
}) {
  const { t } = useTranslation()
  const { counts, value, onChange } = props
  const filters: readonly StageFilter[] = ['none', ...stages]
  const counted = filters
    .map((filter) => ({
      filter,
      count: counts.find(({ stage }) => (stage ?? 'none') === filter)?.count ?? 0,
    }))
    .filter(({ filter, count }) => count > 0 || filter === value)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Segments
      label={t('mou.byStage')}
      choices={[
        { value: all, label: t('mou.countOf', { count: total, what: t('mou.all') }) },
        ...counted.map(({ filter, count }) => ({
          value: filter,
          label: t('mou.countOf', {
            count,
            what: filter === 'none' ? t('mou.noStage') : t(stageWords[filter]),
          }),
        })),
      ]}
      value={value ?? all}
      onChange={(chosen: StageFilter | typeof all) => onChange(chosen === all ? null : chosen)}
    />
  )
}
