import { Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Agency, mostPosts, type Post } from '../../../shared/meeting/people.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import form from '../../ui/form.module.css'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { AgencySelect } from './AgencySelect.tsx'
import styles from './PostsFields.module.css'

/** What keeps a post from being saved. */
export function isUnfinished({ title, from, to }: Post): boolean {
  return !isWritten(title) || (from !== null && to !== null && to < from)
}

/** The offices that a person held, holds or will hold, each with its time. */
export function PostsFields(props: {
  readonly posts: readonly Post[]
  readonly agencies: readonly Agency[]
  readonly onChange: (posts: readonly Post[]) => void
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const { posts, agencies, onChange, tried } = props
  const adding = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState<number | null>(null)
  const set = (at: number, change: Partial<Post>) =>
    onChange(posts.map((post, index) => (index === at ? { ...post, ...change } : post)))
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{t('people.posts')}</legend>
      <p className={styles.hint}>{t('people.postsHint')}</p>
      {posts.map((post, at) => (
        <div key={at} className={styles.post} role="group" aria-label={t('people.post', { number: at + 1 })}>
          <div className={styles.head}>
            <strong>{t('people.post', { number: at + 1 })}</strong>
            <IconButton
              label={t('people.removePost', { number: at + 1 })}
              icon={X}
              onPress={() => {
                onChange(posts.filter((_, index) => index !== at))
                adding.current?.querySelector('button')?.focus() // this one goes
              }}
            />
          </div>
          <WordingFields
            label={t('people.office')}
            languages={['en', 'id', 'km']}
            autoFocus={at === added}
            value={post.title}
            onChange={(title) => set(at, { title })}
            error={tried && !isWritten(post.title) ? t('people.postUntitled') : undefined}
          />
          <div className={form.row}>
            <AgencySelect
              agencies={agencies}
              value={post.agencyId}
              onChange={(agencyId) => set(at, { agencyId })}
            />
            <DateField
              label={t('people.postFrom')}
              value={post.from}
              onChange={(from) => set(at, { from })}
            />
            <DateField
              label={t('people.postTo')}
              value={post.to}
              onChange={(to) => set(at, { to })}
              error={
                post.from !== null && post.to !== null && post.to < post.from
                  ? t('people.postEnds')
                  : undefined
              }
            />
          </div>
          <Checkbox isSelected={post.acting} onChange={(acting) => set(at, { acting })}>
            {t('people.acting')}
          </Checkbox>
        </div>
      ))}
      <div ref={adding}>
        <Button
          variant="link"
          icon={Plus}
          isDisabled={posts.length >= mostPosts}
          onPress={() => {
            onChange([...posts, { title: {}, agencyId: null, from: null, to: null, acting: false }])
            setAdded(posts.length)
          }}
        >
          {t('people.addPost')}
        </Button>
      </div>
    </fieldset>
  )
}
