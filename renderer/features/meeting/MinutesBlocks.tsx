import { Fragment } from 'react'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Block, Run } from '../../../shared/meeting/minutesDocument.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { words } from '../../i18n/words.ts'
import styles from './minutes.module.css'

/** Blocks of minutes as they stand on paper. */
export function MinutesBlocks(props: {
  readonly blocks: readonly Block[]
  readonly language: ComposedLanguage
}) {
  const { blocks, language } = props
  return blocks.map((block, index) => <MinutesBlock key={index} block={block} language={language} />)
}

function MinutesBlock({ block, language }: { readonly block: Block; readonly language: ComposedLanguage }) {
  switch (block.kind) {
    case 'title':
      return (
        <p className={styles.title}>
          <Runs runs={block.runs} />
        </p>
      )
    case 'placeAndDate':
      return (
        <p className={styles.placeAndDate}>
          <Runs runs={block.runs} />
        </p>
      )
    case 'heading':
      return (
        <h2 className={styles.heading}>
          <span className={styles.number}>{block.number}.</span> <Runs runs={block.runs} />
        </h2>
      )
    case 'subheading':
      return (
        <h3 className={styles.subheading}>
          <Runs runs={block.runs} />
        </h3>
      )
    case 'paragraph':
      return (
        <div className={styles.paragraph} dir="auto">
          {block.number !== null && <span className={styles.number}>{block.number}</span>}
          <p>
            <Runs runs={block.runs} />
          </p>
        </div>
      )
    case 'listItem':
      return (
        <div className={styles.listItem} data-depth={Math.min(block.depth, 4)} dir="auto">
          <span className={styles.number}>{block.marker}</span>
          <p>
            <Runs runs={block.runs} />
          </p>
        </div>
      )
    case 'table':
      return (
        <table className={styles.table} data-use={block.use}>
          {block.header.length > 0 && (
            <thead>
              <tr>
                {block.header.map((runs, column) => (
                  <th key={column} scope="col">
                    <Runs runs={runs} />
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {block.rows.map((row, line) => (
              <tr key={line}>
                {row.map(({ runs, columns, rows }, column) => (
                  <td key={column} colSpan={columns ?? 1} rowSpan={rows ?? 1} dir="auto">
                    <Runs runs={runs} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'signatures':
      return (
        <div className={styles.signatures}>
          {block.columns.map(({ side, delegation, placeAndDate, name }) => (
            <div key={side} aria-label={countryOf(side).name[language]} role="group">
              <p>
                <Runs runs={delegation} />
              </p>
              <p>
                <Runs runs={placeAndDate} />
              </p>
              <p className={styles.signedBy}>
                <Runs runs={name} />
              </p>
            </div>
          ))}
        </div>
      )
    case 'annex':
      return (
        <h2 className={styles.annex}>
          <span className={styles.number}>
            {words.getFixedT(language)('meeting.annex', { number: block.number })}
          </span>{' '}
          <Runs runs={block.runs} />
        </h2>
      )
  }
}

/** Words with their looks; a passage in another language says which. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    const lines = run.text.split('\n').map((line, at) => (
      <Fragment key={at}>
        {at > 0 && <br />}
        {line}
      </Fragment>
    ))
    const underlined = run.underline ? <u>{lines}</u> : lines
    const slanted = run.italic ? <em>{underlined}</em> : underlined
    const strong = run.bold ? <strong>{slanted}</strong> : slanted
    return run.language === undefined ? (
      <Fragment key={index}>{strong}</Fragment>
    ) : (
      <span key={index} lang={run.language}>
        {strong}
      </span>
    )
  })
}
