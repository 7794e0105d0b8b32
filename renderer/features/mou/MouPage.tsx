import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import type { MouTab } from '../../router.tsx'
import { notices } from '../../shell/notices.ts'
import { useRecentPlace } from '../../shell/recent.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Card } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AttachmentList } from '../attachments/AttachmentList.tsx'
import { DraftRegister } from '../drafts/DraftRegister.tsx'
import { MouDialog } from '../mous/MouDialog.tsx'
import { ProcedurePanel } from '../procedure/ProcedurePanel.tsx'
import { ForceDialog } from './ForceDialog.tsx'
import type { Layer } from './layer.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { LinksPanel } from './LinksPanel.tsx'
import { MilestoneDialog } from './MilestoneDialog.tsx'
import { MouHeader } from './MouHeader.tsx'
import styles from './MouPage.module.css'
import { StageDialog } from './StageDialog.tsx'
import { SummaryPanel } from './SummaryPanel.tsx'
import { useMouCommands } from './useMouCommands.ts'

const route = getRouteApi('/mou/$mouId')

/** One instrument: what it is and where it stands, its drafts, what it is linked to, its papers. */
export function MouPage() {
  const { mouId } = route.useParams()
  const dossier = useRead('mou.dossier', { mouId })
  return (
    <div className={styles.page}>
      <Loaded reading={dossier} lines={10}>
        {(value) => <Screen key={mouId} dossier={value} />}
      </Loaded>
    </div>
  )
}

function Screen({ dossier }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const write = useWrite()
  const leave = useNavigate()
  const navigate = route.useNavigate()
  const { tab = 'summary' } = route.useSearch()
  const [layer, setLayer] = useState<Layer | null>(null)
  const { mou, links, drafts } = dossier
  const papers = useRead('attachment.list', { owner: { kind: 'mou', id: mou.id } }, { keep: true })
  useRecentPlace(mou.shortTitle)
  useMouCommands(mou.id, setLayer)

  const setTab = (tab: MouTab) => void navigate({ search: tab === 'summary' ? {} : { tab }, replace: true })

  async function remove() {
    const reply = await write('mou.remove', { mouId: mou.id })
    if (reply.ok) void leave({ to: '/mou' })
    else notices.fault(reply.fault)
  }

  return (
    <>
      <title>{`${mou.shortTitle} · Sepaham`}</title>
      <MouHeader dossier={dossier} open={setLayer} onRemove={() => void remove()} />
      <Tabs
        label={t('mou.tabs.label')}
        value={tab}
        onChange={setTab}
        className={styles.tabs ?? ''}
        tabs={[
          {
            value: 'summary',
            label: t('mou.tabs.summary'),
            content: <SummaryPanel dossier={dossier} open={setLayer} />,
          },
          {
            value: 'drafts',
            label: t('mou.tabs.drafts'),
            count: String(drafts.length),
            content: <DraftRegister dossier={dossier} />,
          },
          {
            value: 'procedure',
            label: t('mou.tabs.procedure'),
            content: (
              <div className={styles.inner}>
                <ProcedurePanel mouId={mou.id} />
              </div>
            ),
          },
          {
            value: 'links',
            label: t('mou.tabs.links'),
            count: String(links.length),
            content: <LinksPanel dossier={dossier} open={setLayer} />,
          },
          {
            value: 'papers',
            label: t('attachments.title'),
            ...(papers.state === 'ready' && { count: String(papers.value.length) }),
            content: (
              <div className={styles.inner}>
                <Card>
                  <AttachmentList owner={{ kind: 'mou', id: mou.id }} />
                </Card>
              </div>
            ),
          },
        ]}
      />
      {layer !== null && <Layers layer={layer} dossier={dossier} onClose={() => setLayer(null)} />}
    </>
  )
}

/** The layer that is open above the page. */
function Layers(props: {
  readonly layer: Layer
  readonly dossier: MouDossier
  readonly onClose: () => void
}) {
  const { layer, dossier, onClose } = props
  switch (layer.kind) {
    case 'mou':
      return <MouDialog mouId={dossier.mou.id} onClose={onClose} onSaved={onClose} />
    case 'stage':
      return <StageDialog dossier={dossier} onClose={onClose} />
    case 'milestone': {
      const milestone = dossier.milestones.find(({ id }) => id === layer.milestoneId) ?? null
      return <MilestoneDialog mouId={dossier.mou.id} milestone={milestone} onClose={onClose} />
    }
    case 'force':
      return <ForceDialog dossier={dossier} onClose={onClose} />
    case 'link':
      return <LinkDialog mouId={dossier.mou.id} onClose={onClose} />
  }
}
