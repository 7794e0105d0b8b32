import { ArrowDown, ArrowUp, GripVertical, PanelLeftClose } from 'lucide-react'
import { type KeyboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  ListLayout,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components'
import { moveClauseTo } from '../../../shared/text/instrument/moveCommands.ts'
import { useStorePart } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useDraft } from './DraftContext.ts'
import { isMovable, neighbourOf, type OutlineRow, totalsOf } from './draftFacts.ts'
import { goToBlock } from './goTo.ts'
import styles from './OutlineColumn.module.css'
import { outlineName } from './outlineWords.ts'

const none: readonly OutlineRow[] = []

/** The parts of the text; articles and chapters can be put in another order here. */
export function OutlineColumn({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { editor, watch, act, canWrite } = useDraft()
  const outline = useStorePart(watch.structure, (structure) => structure?.outline ?? none)
  const totals = useMemo(() => totalsOf(outline), [outline])
  const nameOf = (id: string) => {
    const row = outline.find((one) => one.id === id)
    return row ? outlineName(row, t) : ''
  }

  function put(id: string, side: 'ahead' | 'behind', target: string): void {
    if (!act(moveClauseTo(id, side, target))) return
    const name = nameOf(id)
    watch.now()
    notices.speak(t('draft.outline.moved', { name }))
  }

  function move(id: string, by: -1 | 1): void {
    const neighbour = neighbourOf(outline, id, by)
    if (neighbour) put(id, by < 0 ? 'ahead' : 'behind', neighbour.id)
  }

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(String(key)) })),
    onReorder({ keys, target }) {
      const [id] = [...keys].map(String)
      const row = outline.find((one) => one.id === id)
      if (!canWrite || !id || !row || !isMovable(row)) return
      put(id, target.dropPosition === 'before' ? 'ahead' : 'behind', String(target.key))
    },
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.altKey || !event.shiftKey || event.ctrlKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    const id = (event.target as Element).closest('[data-key]')?.getAttribute('data-key')
    if (!id || !canWrite) return
    event.preventDefault()
    event.stopPropagation()
    move(id, event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <nav className={styles.column} aria-label={t('draft.outline.title')} data-pane="">
      <header className={styles.head}>
        <h2>{t('draft.outline.title')}</h2>
        <IconButton label={t('draft.outline.hide')} icon={PanelLeftClose} onPress={onHide} />
      </header>
      <div className={styles.scroll} onKeyDownCapture={onKeyDown}>
        {outline.length === 0 ? (
          <EmptyState>{t('draft.outline.empty')}</EmptyState>
        ) : (
          <Virtualizer
            layout={ListLayout}
            layoutOptions={{ estimatedRowSize: 34, dropIndicatorThickness: 4 }}
          >
            <GridList
              aria-label={t('draft.outline.title')}
              items={outline}
              selectionMode="single"
              selectionBehavior="replace"
              onSelectionChange={(keys) => {
                const [id] = keys === 'all' ? [] : [...keys].map(String)
                if (id) goToBlock(editor, id, false)
              }}
              onAction={(key) => goToBlock(editor, String(key), true)}
              dragAndDropHooks={dragAndDropHooks}
              dependencies={[t, canWrite, outline]}
              className={styles.list ?? ''}
            >
              {(row) => (
                <Row row={row} onMove={canWrite && isMovable(row) ? (by) => move(row.id, by) : null} />
              )}
            </GridList>
          </Virtualizer>
        )}
      </div>
      <p className={styles.totals}>
        {[
          totals.chapters > 0 && t('draft.outline.chapters', { count: totals.chapters }),
          t('draft.outline.articles', { count: totals.articles, shown: format.number(totals.articles) }),
          t('draft.outline.paragraphs', {
            count: totals.paragraphs,
            shown: format.number(totals.paragraphs),
          }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </nav>
  )
}

function Row(props: { readonly row: OutlineRow; readonly onMove: ((by: -1 | 1) => void) | null }) {
  const { t } = useTranslation()
  const { row, onMove } = props
  const name = outlineName(row, t)
  return (
    <GridListItem
      id={row.id}
      textValue={name}
      className={classes(styles.item, row.depth > 0 && styles.deeper, row.bracketed && styles.bracketed)}
    >
      {onMove !== null ? (
        <AriaButton
          slot="drag"
          className={styles.handle ?? ''}
          aria-label={t('draft.outline.move', { name })}
        >
          <GripVertical size={13} aria-hidden />
        </AriaButton>
      ) : (
        <span className={styles.handle} />
      )}
      <span className={styles.words} dir="auto">
        {row.label !== '' && <span className={styles.label}>{row.label}</span>}
        {row.words !== '' ? row.words : row.label === '' && name}
      </span>
      {row.openBrackets > 0 && (
        <abbr
          className={styles.brackets}
          title={t('draft.outline.brackets', { count: row.openBrackets })}
          aria-label={t('draft.outline.brackets', { count: row.openBrackets })}
        >
          [{row.openBrackets}]
        </abbr>
      )}
      {onMove !== null && (
        <span className={styles.more}>
          <MoreMenu
            label={t('shell.more', { name })}
            entries={[
              {
                id: 'up',
                label: t('draft.moveUp'),
                icon: ArrowUp,
                keys: 'Alt+Shift+ArrowUp',
                run: () => onMove(-1),
              },
              {
                id: 'down',
                label: t('draft.moveDown'),
                icon: ArrowDown,
                keys: 'Alt+Shift+ArrowDown',
                run: () => onMove(1),
              },
            ]}
          />
        </span>
      )}
    </GridListItem>
  )
}
