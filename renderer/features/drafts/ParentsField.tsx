import { useTranslation } from 'react-i18next'
import type { DraftId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { draftLine } from './draftWords.ts'
import styles from './ParentsField.module.css'

/** Which drafts a new one answers or was made of. */
export function ParentsField(props: {
  readonly drafts: readonly Draft[]
  readonly parents: readonly DraftId[]
  readonly onChange: (parents: readonly DraftId[]) => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { drafts, parents, onChange } = props
  if (drafts.length === 0) return null
  return (
    <fieldset className={styles.field}>
      <legend>{t('drafts.parents')}</legend>
      <div className={styles.list}>
        {drafts.toReversed().map((draft) => (
          <Checkbox
            key={draft.id}
            isSelected={parents.includes(draft.id)}
            onChange={(isParent) =>
              onChange(isParent ? [...parents, draft.id] : parents.filter((id) => id !== draft.id))
            }
          >
            <span>
              {draftLine(draft, screen, t)}
              <span className={styles.language}> · {languageName(draft.language, screen)}</span>
            </span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
