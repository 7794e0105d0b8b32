import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterheadSheet } from '../../../shared/letterhead.ts'
import type { Block, MinutesDocument } from '../../../shared/meeting/minutesDocument.ts'
import { footnoteOf, minutesWords } from '../../../shared/meeting/minutesWords.ts'
import { classes } from '../../ui/classes.ts'
import { classificationWords } from '../meetings/meetingLabels.ts'
import { MinutesBlocks } from './MinutesBlocks.tsx'
import styles from './Sheets.module.css'
import type { PaperToLookAt } from './usePaper.ts'

/** Sheets of paper: the minutes, and each annex on a sheet of its own. */
export function Sheets({ paper: { document, sheet } }: { readonly paper: PaperToLookAt }) {
  const sheets = useMemo(() => {
    const starts = document.blocks.flatMap(({ kind }, index) => (kind === 'annex' ? [index] : []))
    return [0, ...starts].map((start, index) => document.blocks.slice(start, starts[index]))
  }, [document])
  return sheets.map((blocks, index) =>
    sheet ? (
      <OfficeSheet
        key={index}
        sheet={sheet}
        document={document}
        blocks={blocks}
        isFirst={index === 0}
        isLast={index === sheets.length - 1}
      />
    ) : (
      <PlainSheet key={index} document={document} blocks={blocks} />
    ),
  )
}

type Part = { readonly document: MinutesDocument; readonly blocks: readonly Block[] }

function PlainSheet({ document, blocks }: Part) {
  const { t } = useTranslation()
  const footnote = footnoteOf(document)
  return (
    <article className={styles.sheet} lang={document.language}>
      {(document.sample || document.internal || document.classification !== 'open') && (
        <p className={styles.mark}>
          {[
            document.classification !== 'open' && t(classificationWords[document.classification]),
            document.internal && minutesWords(document.language).internal,
            document.sample && t('shell.sample'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <MinutesBlocks blocks={blocks} language={document.language} />
      {footnote !== null && <p className={styles.foot}>{footnote}</p>}
    </article>
  )
}

/** The same on the office's paper; its header says what the paper is, and the number of the page stands with its foot. */
function OfficeSheet(
  props: Part & { readonly sheet: LetterheadSheet; readonly isFirst: boolean; readonly isLast: boolean },
) {
  const { t } = useTranslation()
  const { sheet, document, blocks, isFirst, isLast } = props
  const { width, left, right, foot, ahead, behind } = sheet
  const { header, top, footer, bottom } = isFirst ? sheet.first : sheet.others
  const asWide = { inlineSize: `${width}pt`, marginInlineStart: `-${left}pt` }
  return (
    <article
      className={classes(styles.sheet, styles.office)}
      lang={document.language}
      style={{ inlineSize: `${width}pt`, padding: `${top}pt ${right}pt ${bottom}pt ${left}pt` }}
    >
      <img className={styles.header} src={header.source} alt={isFirst ? t('papers.letterhead') : ''} />
      {isFirst && ahead && <img src={ahead.source} alt="" style={asWide} />}
      <MinutesBlocks blocks={blocks} language={document.language} />
      {isLast && behind && <img src={behind.source} alt="" style={asWide} />}
      <div className={styles.footer} style={{ insetBlockEnd: `${foot}pt` }}>
        {footer && <img src={footer.source} alt="" />}
        <p className={styles.number}>{footnoteOf(document)}</p>
      </div>
    </article>
  )
}
