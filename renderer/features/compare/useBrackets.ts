import { Brackets } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, useCommands } from '../../shell/commands.ts'
import type { Compared } from './compareState.ts'
import type { Row } from './rows.ts'
import type { TextPlace } from './textPlace.ts'

/** Goes from one row with a bracket to the next, and from the last to the first. */
export function useBrackets({ rows }: Compared, place: TextPlace): () => void {
  const { t } = useTranslation()
  const last = useRef(-1)
  useEffect(() => void (last.current = -1), [rows])
  const goOn = useCallback(() => {
    const next =
      rows.rows.find((row) => row.index > last.current && hasBracket(row)) ?? rows.rows.find(hasBracket)
    if (!next) return
    last.current = next.index
    place.toRow(next.index, 'center')
  }, [rows, place])
  const commands = useMemo(
    (): readonly Command[] =>
      rows.brackets === 0
        ? []
        : [
            {
              id: 'compare.nextBracket',
              label: t('compare.nextBracket'),
              icon: Brackets,
              keys: 'Ctrl+Shift+B',
              run: goOn,
            },
          ],
    [t, goOn, rows],
  )
  useCommands(commands)
  return goOn
}

function hasBracket({ content }: Row): boolean {
  if (content.kind === 'bracket') return content.opens
  if (content.kind === 'table')
    return content.lines.some(({ cells }) => cells.some(({ rows }) => rows.some(hasBracket)))
  return (
    content.kind === 'wording' &&
    content.pieces.some((piece) => piece.kind === 'atom' && piece.after?.type === 'bracketOpen')
  )
}
