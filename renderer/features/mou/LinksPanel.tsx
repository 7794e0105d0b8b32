import { Link } from '@tanstack/react-router'
import { Link2, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MouDossier, MouLink } from '../../../shared/mou/mou.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Card } from '../../ui/Page.tsx'
import { linkKindWords } from '../mous/mouWords.ts'
import type { OpenLayer } from './layer.ts'
import styles from './LinksPanel.module.css'

const kinds = ['meeting', 'agendaItem', 'action', 'figure'] as const

/** What of the meetings the instrument is about or comes from, by kind, the newest first. */
export function LinksPanel({ dossier, open }: { readonly dossier: MouDossier; readonly open: OpenLayer }) {
  const { t } = useTranslation()
  const { links } = dossier
  const add = (
    <Button
      variant={links.length === 0 ? 'secondary' : 'link'}
      icon={Link2}
      onPress={() => open({ kind: 'link' })}
    >
      {t('mou.links.add')}
    </Button>
  )
  return (
    <div className={styles.panel}>
      <Card title={t('mou.tabs.links')} actions={links.length > 0 && add}>
        {links.length === 0 ? (
          <EmptyState button={add}>{t('mou.links.none')}</EmptyState>
        ) : (
          kinds.map((kind) => {
            const of = links
              .filter(({ target }) => target.kind === kind)
              .toSorted((one, other) => ((one.on ?? '') < (other.on ?? '') ? 1 : -1))
            if (of.length === 0) return null
            return (
              <section key={kind} className={styles.group} aria-label={t(linkKindWords[kind])}>
                <h3>{t(linkKindWords[kind])}</h3>
                <ul>
                  {of.map((link) => (
                    <Row key={link.target.id} link={link} mouId={dossier.mou.id} />
                  ))}
                </ul>
              </section>
            )
          })
        )}
      </Card>
    </div>
  )
}

function Row({ link, mouId }: { readonly link: MouLink; readonly mouId: MouDossier['mou']['id'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const { target, meetingId, on } = link
  const name = inLanguage(link.name, language)

  async function remove() {
    const reply = await write('mou.unlink', { mouId, target })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <li className={styles.row}>
      <span className={styles.what}>
        {meetingId === null ? (
          <span dir="auto">{name}</span>
        ) : (
          <Link
            to="/meetings/$meetingId"
            params={{ meetingId }}
            search={
              target.kind === 'agendaItem'
                ? { item: target.id }
                : target.kind === 'action'
                  ? { panel: 'decisions' }
                  : {}
            }
            dir="auto"
          >
            {name}
          </Link>
        )}
        {on !== null && (
          <span className={styles.on}>
            {target.kind === 'action'
              ? t('meeting.dueOn', { date: format.date(on, 'medium') })
              : target.kind === 'figure'
                ? t('meeting.asOfDate', { date: format.date(on, 'medium') })
                : format.date(on, 'full')}
          </span>
        )}
      </span>
      <IconButton label={t('mou.links.remove', { name })} icon={Unlink} onPress={() => void remove()} />
    </li>
  )
}
