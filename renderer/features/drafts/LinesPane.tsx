import type { TFunction } from 'i18next'
import { ChevronDown, Table2 } from 'lucide-react'
import { memo, type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  GridList,
  GridListItem,
  ListLayout,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  type Selection,
  Virtualizer,
} from 'react-aria-components'
import type { ImportedText } from '../../../shared/api/draftContract.ts'
import type { LineChoice } from '../../../shared/text/instrument/confirmLines.ts'
import type { RecognisedLine } from '../../../shared/text/instrument/recogniseClauses.ts'
import type { Language } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import field from '../../ui/field.module.css'
import { Segments } from '../../ui/Segments.tsx'
import styles from './LinesPane.module.css'
import { confidenceWords, lineChoices, lineKindWords, oddityWords, reasonWords } from './lineWords.ts'

type Line = ImportedText['lines'][number]
type Filter = 'doubtful' | 'odd' | 'all'

/**
 * Every line of a text that is being brought in, with what it is read as and why. Arrows go from line to line, Shift
 * and arrows select several, Enter asks what they are to be read as.
 */
export function LinesPane(props: {
  readonly imported: ImportedText
  readonly language: Language
  /** Reads lines otherwise; resolves when they are. */
  readonly onCorrect: (blockIds: readonly string[], choice: LineChoice) => Promise<void>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { imported, language, onCorrect } = props
  const { lines, doubtful, odd } = imported
  const [filter, setFilter] = useState<Filter>(doubtful > 0 ? 'doubtful' : odd > 0 ? 'odd' : 'all')
  // What was listed stays while it is being put right, else a line would go from under the keys that corrected it.
  const [kept, setKept] = useState<ReadonlySet<string>>(() => matching(lines, filter))
  const [selected, setSelected] = useState<Selection>(new Set())
  const [isMenuOpen, setMenuOpen] = useState(false)
  const pane = useRef<HTMLDivElement>(null)
  const shown = useMemo(
    () =>
      filter === 'all' ? lines : lines.filter((line) => kept.has(line.blockId) || matches(line, filter)),
    [lines, filter, kept],
  )
  const rows = useMemo(() => shown.map((line) => ({ id: line.blockId, line })), [shown])
  const fixed = useMemo(() => shown.filter((line) => !isLine(line)).map(({ blockId }) => blockId), [shown])
  const chosen = useMemo(
    () =>
      shown.flatMap((line) =>
        isLine(line) && (selected === 'all' || selected.has(line.blockId)) ? [line.blockId] : [],
      ),
    [shown, selected],
  )
  const choose = (next: Filter) => {
    setFilter(next)
    setKept(matching(lines, next))
    setSelected(new Set())
  }

  async function read(choice: LineChoice): Promise<void> {
    await onCorrect(chosen, choice)
    pane.current
      ?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(chosen.at(-1) ?? '')}"]`)
      ?.focus()
  }

  return (
    <section ref={pane} className={styles.pane} aria-label={t('drafts.linesTitle')}>
      <header className={styles.head}>
        <Segments
          label={t('drafts.linesShown')}
          choices={[
            { value: 'doubtful', label: t('drafts.doubtfulLines', { number: format.number(doubtful) }) },
            { value: 'odd', label: t('drafts.oddLines', { number: format.number(odd) }) },
            { value: 'all', label: t('drafts.allLines', { number: format.number(lines.length) }) },
          ]}
          value={filter}
          onChange={choose}
        />
        <MenuTrigger isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
          <Button iconAfter={ChevronDown} isDisabled={chosen.length === 0}>
            {chosen.length === 0
              ? t('drafts.readAsNothing')
              : t('drafts.readAs', { count: chosen.length, number: format.number(chosen.length) })}
          </Button>
          <Popover className={field.popover ?? ''} placement="bottom end">
            <AriaMenu
              aria-label={t('drafts.readAsLabel')}
              className={field.list ?? ''}
              onAction={(key) => {
                const choice = lineChoices[Number(key)]
                if (choice) void read(choice)
              }}
            >
              {lineChoices.map((choice, index) => (
                <MenuItem key={index} id={String(index)} className={field.option ?? ''}>
                  {choiceWords(choice, t)}
                </MenuItem>
              ))}
            </AriaMenu>
          </Popover>
        </MenuTrigger>
      </header>
      <p className={styles.hint}>{t('drafts.linesHint')}</p>
      {shown.length === 0 ? (
        <p className={styles.none}>{t(filter === 'doubtful' ? 'drafts.noneDoubtful' : 'drafts.noneOdd')}</p>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 52 }}>
          <GridList
            aria-label={t('drafts.linesTitle')}
            items={rows}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={selected}
            onSelectionChange={setSelected}
            disabledKeys={fixed}
            onAction={() => setMenuOpen(true)}
            className={styles.list ?? ''}
          >
            {({ id, line }) => (
              <GridListItem
                id={id}
                textValue={isLine(line) ? line.line || '–' : line.type}
                className={styles.row ?? ''}
              >
                <LineRow line={line} language={language} />
              </GridListItem>
            )}
          </GridList>
        </Virtualizer>
      )}
    </section>
  )
}

const LineRow = memo(function LineRow({
  line,
  language,
}: {
  readonly line: Line
  readonly language: Language
}) {
  const { t } = useTranslation()
  const bracketed = line.bracketed > 0 && (
    <span className={styles.bracketed}>{t('drafts.inBracket', { count: line.bracketed })}</span>
  )
  if (!isLine(line))
    return (
      <>
        <span className={styles.kind}>
          <Table2 size={14} aria-hidden /> {t('drafts.block')}
          {bracketed}
        </span>
        <span className={styles.why}>{t('drafts.blockStays')}</span>
      </>
    )
  const { choice, confidence, reasons, suggestion, odd } = line
  return (
    <>
      <span className={styles.kind}>
        {choiceWords(choice, t)}
        {bracketed}
      </span>
      <span className={styles.what}>
        <span
          className={classes(styles.words, choice.kind === 'articleHeading' && styles.strong)}
          dir="auto"
          lang={language}
        >
          {line.line === '' ? <span className={styles.why}>{t('drafts.emptyLine')}</span> : marked(line, t)}
        </span>
        <span className={styles.why}>
          <Chip tone={confidence === 'doubtful' ? 'attention' : confidence === 'likely' ? 'plain' : 'ok'}>
            {t(confidenceWords[confidence])}
          </Chip>
          {[
            ...reasons.map((reason) => t(reasonWords[reason])),
            ...(suggestion === null ? [] : [t('drafts.probably', { words: suggestion })]),
            ...[...new Set(odd.map(({ oddity }) => oddity))].map((oddity) => t(oddityWords[oddity])),
          ].join(' · ')}
        </span>
      </span>
    </>
  )
})

/** The words of a line with what is odd about them marked. */
function marked({ line, odd }: RecognisedLine, t: TFunction): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to, oddity } of odd) {
    if (from < at) continue
    parts.push(line.slice(at, from))
    parts.push(
      <mark key={from} className={styles.odd} title={t(oddityWords[oddity])}>
        {line.slice(from, to)}
      </mark>,
    )
    at = to
  }
  parts.push(line.slice(at))
  return parts
}

function choiceWords({ kind, level = 1 }: LineChoice, t: TFunction): string {
  return kind === 'letter' && level > 1 ? t('drafts.lines.letterOf', { level }) : t(lineKindWords[kind])
}

function isLine(line: Line): line is RecognisedLine {
  return 'choice' in line
}

function matches(line: Line, filter: Filter): boolean {
  if (filter === 'all') return true
  return isLine(line) && (filter === 'doubtful' ? line.confidence === 'doubtful' : line.odd.length > 0)
}

function matching(lines: readonly Line[], filter: Filter): ReadonlySet<string> {
  return new Set(lines.filter((line) => matches(line, filter)).map(({ blockId }) => blockId))
}
