import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergedDrafts } from '../../../shared/compare/mergedDrafts.ts'
import type { DraftId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import { commonOrigin } from '../../../shared/mou/lineage.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName, useFormat } from '../../i18n/format.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Select } from '../../ui/Select.tsx'
import { layerWords } from '../compare/changeWords.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { draftLine, kindWords, tablerName } from './draftWords.ts'
import styles from './MergeDialog.module.css'

/** Whether two drafts can be laid into one text: of one language, of two sides. */
export function canMerge(one: Draft, other: Draft): boolean {
  return (
    one.language === other.language &&
    one.tabledBy !== other.tabledBy &&
    one.tabledBy !== 'both' &&
    other.tabledBy !== 'both'
  )
}

/** The two newest drafts that can be laid into one text, ours first; null: there are none. */
export function usualMerge({ drafts }: MouDossier): readonly [Draft, Draft] | null {
  for (const theirs of drafts.toReversed())
    for (const ours of drafts.toReversed()) if (canMerge(ours, theirs)) return [ours, theirs]
  return null
}

/** Lays two drafts of two sides into a new working text, with brackets where they differ; says before what will come of it. */
export function MergeDialog(props: {
  readonly dossier: MouDossier
  readonly pair: readonly [Draft, Draft]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const screen = useLanguage()
  const format = useFormat()
  const { dossier, pair, onClose } = props
  const { drafts, mou } = dossier
  const isOwn = pair[1].tabledBy === dossier.relationship.ownSide
  const [oursId, setOurs] = useState<DraftId>(isOwn ? pair[1].id : pair[0].id)
  const [theirsId, setTheirs] = useState<DraftId>(isOwn ? pair[0].id : pair[1].id)
  const [chosenBase, setBase] = useState<DraftId | 'none' | null>(null) // null: the one that both answer
  const find = (id: DraftId) => drafts.find((draft) => draft.id === id)
  const [ours, theirs] = [find(oursId), find(theirsId)]
  const origin = commonOrigin(drafts, oursId, theirsId)
  const base = chosenBase === null ? origin : chosenBase === 'none' ? null : chosenBase
  const isPossible = ours !== undefined && theirs !== undefined && canMerge(ours, theirs)
  const merging = { base: base === oursId || base === theirsId ? null : base, ours: oursId, theirs: theirsId }
  const preview = useRead('draft.merge', { mouId: mou.id, ...merging }, { ask: isPossible })
  const language = ours?.language ?? mou.languages[0] ?? 'en'
  const there = dossier.workingTexts.find((text) => text.language === language)

  async function begin() {
    if (!isPossible) return 'incomplete'
    const from = { kind: 'merge' as const, ...merging }
    const reply = await write('workingText.begin', { mouId: mou.id, language, from })
    return reply.ok ? null : reply.fault
  }

  const choices = (of: readonly Draft[]) =>
    of.toReversed().map((draft) => ({
      value: draft.id,
      label: draftLine(draft, screen, t),
      hint: `${t(kindWords[draft.kind])} · ${languageName(draft.language, screen)}`,
    }))
  const mergeable = drafts.filter((one) => drafts.some((other) => canMerge(one, other)))
  return (
    <FormDialog
      title={t('drafts.mergeTitle')}
      wide
      onClose={onClose}
      onSubmit={begin}
      submit={t(there ? 'drafts.replaceWorkingText' : 'drafts.beginWorkingText')}
    >
      <p>{t('drafts.mergeAbout')}</p>
      <Select label={t('drafts.ours')} choices={choices(mergeable)} value={oursId} onChange={setOurs} />
      <Select
        label={t('drafts.theirs')}
        choices={choices(mergeable)}
        value={theirsId}
        onChange={setTheirs}
        error={isPossible ? undefined : t('drafts.notTwoSides')}
      />
      <Select<DraftId | 'none'>
        label={t('drafts.mergeBase')}
        hint={t(merging.base === null ? 'drafts.rollingHint' : 'drafts.baseHint')}
        choices={[
          { value: 'none', label: t('drafts.noBase') },
          ...choices(
            drafts.filter(
              (draft) => draft.language === language && draft.id !== oursId && draft.id !== theirsId,
            ),
          ),
        ]}
        value={merging.base ?? 'none'}
        onChange={setBase}
      />
      {isPossible && (
        <Loaded reading={preview} lines={2}>
          {(merged) => <Outcome merged={merged} />}
        </Loaded>
      )}
      {there && <p>{t('drafts.replaceAbout', { words: format.number(there.words) })}</p>}
    </FormDialog>
  )
}

const asideWords = {
  attributes: 'drafts.aside.attributes',
  place: 'drafts.aside.place',
  words: 'drafts.aside.words',
} satisfies Record<MergedDrafts['leftAside'][number]['kind'], MessageKey>

/** What comes of it: how many brackets, and what differs and gets none. */
function Outcome({ merged }: { readonly merged: MergedDrafts }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const format = useFormat()
  const { brackets, leftAside } = merged
  return (
    <div className={styles.outcome} role="status">
      <p className={styles.count}>
        {t('drafts.mergeBrackets', { count: brackets, number: format.number(brackets) })}
      </p>
      {leftAside.length > 0 && (
        <details>
          <summary>
            {t('drafts.leftAside', { count: leftAside.length, number: format.number(leftAside.length) })}
          </summary>
          <ul>
            {leftAside.slice(0, 100).map(({ kind, clause, side, layer }, index) => (
              <li key={index}>
                <span dir="auto">{clause || t('drafts.aheadOfClauses')}</span>:{' '}
                {t(asideWords[kind], {
                  side: side === null ? '' : tablerName(side, screen, t),
                  layer: layer === null ? '' : t(layerWords[layer]),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
