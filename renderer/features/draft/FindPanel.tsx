import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { contextLength, type Hit } from '../../../shared/text/instrument/findReplace.ts'
import { useStore } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useDraft } from './DraftContext.ts'
import { type FindPlace, findPlaces } from './find.ts'
import styles from './panel.module.css'

type Row = { readonly id: string; readonly index: number; readonly hit: Hit }

/** Finds words in this text, shows where each stands, and replaces one or all. */
export function FindPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const { find, canWrite, language } = useDraft()
  const state = useStore(find.state)
  const place = useRef<HTMLDivElement>(null)
  const { words, replacement, matchCase, wholeWords, hits, current } = state
  const rows = useMemo(() => hits.map((hit, index): Row => ({ id: `${hit.from}`, index, hit })), [hits])
  const fixed = hits.filter(({ replaceable }) => !replaceable).length

  const asked = useStore(find.asked)
  useEffect(() => {
    const field = place.current?.querySelector('input')
    if (!field || !find.takeAsk()) return
    field.focus()
    field.select()
  }, [find, asked])

  // What was found is marked while it is listed.
  useEffect(() => find.marked(), [find])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    find.step(event.shiftKey ? -1 : 1)
  }

  function replaceAll(): void {
    const count = find.replaceAll()
    notices.say((t) => t('draft.find.replaced', { count, shown: format.number(count) }), null)
  }

  return (
    <>
      <div className={styles.top} ref={place} onKeyDown={onKeyDown}>
        <TextField
          label={t('draft.find.words')}
          value={words}
          onChange={(words) => find.set({ words })}
          maxLength={400}
          language={language}
        />
        <div className={styles.line}>
          <Checkbox isSelected={matchCase} onChange={(matchCase) => find.set({ matchCase })}>
            {t('draft.find.matchCase')}
          </Checkbox>
          <Checkbox isSelected={wholeWords} onChange={(wholeWords) => find.set({ wholeWords })}>
            {t('draft.find.wholeWords')}
          </Checkbox>
        </div>
        <Select<FindPlace>
          label={t('draft.find.place')}
          hideLabel
          value={state.place}
          onChange={(place) => find.set({ place })}
          choices={findPlaces.map((value) => ({ value, label: t(placeWords[value]) }))}
        />
        {canWrite && (
          <TextField
            label={t('draft.find.replacement')}
            value={replacement}
            onChange={(replacement) => find.set({ replacement })}
            maxLength={400}
            language={language}
          />
        )}
        <div className={styles.line}>
          <span className={styles.sum} role="status">
            {words === ''
              ? ''
              : hits.length === 0
                ? t('draft.find.none')
                : t('draft.find.position', {
                    position: format.number(current + 1),
                    all: format.number(hits.length),
                  })}
          </span>
          <span className={styles.grow} />
          <IconButton
            label={t('draft.find.previous')}
            keys="Shift+Enter"
            icon={ArrowUp}
            isDisabled={hits.length === 0}
            onPress={() => find.step(-1)}
          />
          <IconButton
            label={t('draft.find.next')}
            keys="Enter"
            icon={ArrowDown}
            isDisabled={hits.length === 0}
            onPress={() => find.step(1)}
          />
        </div>
        {canWrite && hits.length > 0 && (
          <div className={styles.line}>
            <Button
              compact
              isDisabled={hits[current]?.replaceable !== true}
              onPress={() => void find.replaceOne()}
            >
              {t('draft.find.replace')}
            </Button>
            <Button compact isDisabled={fixed === hits.length} onPress={replaceAll}>
              {t('draft.find.replaceAll', {
                count: hits.length - fixed,
                shown: format.number(hits.length - fixed),
              })}
            </Button>
          </div>
        )}
        {fixed > 0 && canWrite && (
          <p className={styles.fixed}>
            {t('draft.find.fixed', { count: fixed, shown: format.number(fixed) })}
          </p>
        )}
      </div>
      {rows.length > 0 && (
        <LongList<Row>
          label={t('draft.find.hits')}
          groups={[{ id: 'hits', heading: null, rows }]}
          nameOf={({ hit }) => `${hit.ahead}${hit.words}${hit.behind}`}
          onOpen={({ index }) => find.show(index, true)}
          shown={[rows, current, replacement]}
          rowHeight={54}
        >
          {({ hit, index }) => (
            <div className={styles.row} {...(index === current && { 'aria-current': true })}>
              <div className={styles.wording} lang={language} dir="auto">
                {hit.ahead.length >= contextLength && '…'}
                {hit.ahead}
                {replacement !== '' && hit.replaceable && canWrite ? (
                  <>
                    <del>{hit.words}</del> <ins>{replacement}</ins>
                  </>
                ) : (
                  <mark className={styles.found}>{hit.words}</mark>
                )}
                {hit.behind}
                {hit.behind.length >= contextLength && '…'}
              </div>
              {!hit.replaceable && canWrite && (
                <span className={styles.fixed}>{t('draft.find.fixedOne')}</span>
              )}
            </div>
          )}
        </LongList>
      )}
    </>
  )
}

const placeWords = {
  everywhere: 'draft.find.everywhere',
  inside: 'draft.find.inside',
  outside: 'draft.find.outside',
} as const satisfies Record<FindPlace, string>
