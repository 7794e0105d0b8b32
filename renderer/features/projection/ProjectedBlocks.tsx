import type { Block } from '../../../shared/meeting/minutesDocument.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { words } from '../../i18n/words.ts'
import { MinutesBlocks } from '../meeting/MinutesBlocks.tsx'
import { outcomeWords } from '../meeting/meetingWords.ts'
import styles from './ProjectionPage.module.css'

/** What the minutes say so far; decisions and actions stand out, each under its number. All in their language. */
export function ProjectedBlocks(props: {
  readonly blocks: readonly Block[]
  readonly language: ComposedLanguage
}) {
  const { blocks, language } = props
  const t = words.getFixedT(language)
  return blocks.map((block, index) => {
    const record = block.kind === 'paragraph' ? block.record : undefined
    const said = <MinutesBlocks blocks={[block]} language={language} />
    if (!record)
      return (
        <div key={index} data-block="">
          {said}
        </div>
      )
    const { kind, number, outcome } = record
    const name = t(kind === 'decision' ? 'meeting.decisionNumber' : 'meeting.actionNumber', { number })
    return (
      <section key={index} data-block="" className={styles[kind]} aria-label={name}>
        <p className={styles.name}>
          <strong>{name}</strong>
          {outcome !== null && <span>{t(outcomeWords[outcome])}</span>}
        </p>
        {said}
      </section>
    )
  })
}
