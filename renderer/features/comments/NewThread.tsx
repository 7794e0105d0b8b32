import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { TextId } from '../../../shared/ids.ts'
import type { CommentVisibility } from '../../../shared/mou/comment.ts'
import type { Language } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import type { CommentDesk, FreshPlace } from './commentDesk.ts'
import { CommentForm } from './CommentForm.tsx'
import styles from './comments.module.css'
import { Quote } from './Quote.tsx'
import { VisibilitySwitch } from './VisibilitySwitch.tsx'

/** A comment that is being begun. It is internal unless the person says otherwise. */
export function NewThread(props: {
  readonly desk: CommentDesk
  readonly textId: TextId
  readonly place: FreshPlace
  readonly language: Language
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { desk, textId, place, language } = props
  const [visibility, setVisibility] = useState<CommentVisibility>('internal')

  async function add(words: string): Promise<Fault | null> {
    const at = await desk.freshPlace()
    if (!at) return { kind: 'CommentPlaceGone' }
    const reply = await write('comment.add', { textId, visibility, place: at, words })
    if (!reply.ok) return reply.fault
    desk.cancel()
    desk.open(reply.value.value.id)
    return null
  }
  return (
    <section className={styles.fresh} aria-label={t('comments.new')}>
      <h2>{t('comments.new')}</h2>
      <Quote words={place.words} clause={place.clause} isWhole={place.isWhole} language={language} />
      <VisibilitySwitch value={visibility} onChange={setVisibility} />
      <CommentForm
        label={t('comments.words')}
        submit={t('comments.add')}
        onSubmit={add}
        onCancel={desk.cancel}
      />
    </section>
  )
}
