import { Hourglass, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelationshipId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Relationship, Series } from '../../../shared/meeting/meeting.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { byName } from '../../i18n/byName.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Card } from '../../ui/Page.tsx'
import table from '../../ui/table.module.css'
import { BacklogDialog } from '../backlog/BacklogDialog.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'

type Edited = { readonly series: Series | null; readonly relationshipId: RelationshipId }

/** The countries with which the own side meets, and the series of meetings with each. */
export function SeriesList(props: {
  readonly onNew: () => void
  /** The series whose backlog is looked at; the address names it, so that what is found leads there. */
  readonly backlogOf: string | null
  readonly onBacklog: (seriesId: string | null) => void
}) {
  const { onNew, backlogOf, onBacklog } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const relationships = useRead('relationship.list', {})
  const series = useRead('series.list', { relationshipId: null })
  const counts = useRead('series.meetingCounts', {})
  const [edited, setEdited] = useState<Edited | null>(null)
  const countOf = (one: Series) =>
    (counts.state === 'ready' && counts.value.find(({ seriesId }) => seriesId === one.id)?.meetings) || 0
  return (
    <>
      <Loaded reading={relationships}>
        {(relationships) =>
          relationships.length === 0 ? (
            <EmptyState
              button={
                <Button icon={Plus} onPress={onNew}>
                  {t('meetings.series.newRelationship')}
                </Button>
              }
            >
              {t('meetings.series.noRelationships')}
            </EmptyState>
          ) : (
            <Loaded reading={series}>
              {(series) =>
                relationships
                  .toSorted(byName(language, ({ otherSide }) => countryOf(otherSide).name[language]))
                  .map((relationship) => (
                    <OfRelationship
                      key={relationship.id}
                      relationship={relationship}
                      series={series
                        .filter(({ relationshipId }) => relationshipId === relationship.id)
                        .toSorted(byName(language, ({ name }) => inLanguage(name, language)))}
                      countOf={countOf}
                      backlogOf={backlogOf}
                      onBacklog={onBacklog}
                      onEdit={setEdited}
                    />
                  ))
              }
            </Loaded>
          )
        }
      </Loaded>
      {edited !== null && (
        <SeriesDialog
          series={edited.series}
          relationshipId={edited.relationshipId}
          meetings={edited.series === null ? 0 : countOf(edited.series)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

function OfRelationship(props: {
  readonly relationship: Relationship
  readonly series: readonly Series[]
  readonly countOf: (series: Series) => number
  readonly backlogOf: string | null
  readonly onBacklog: (seriesId: string | null) => void
  readonly onEdit: (edited: Edited) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { relationship, series, countOf, backlogOf, onBacklog, onEdit } = props
  const waiting = series.find(({ id }) => id === backlogOf) ?? null
  const { id, otherSide } = relationship
  const country = countryOf(otherSide).name[language]
  const add = () => onEdit({ series: null, relationshipId: id })

  async function remove() {
    const reply = await write('relationship.remove', { relationshipId: id })
    notices.fault(reply.ok ? null : reply.fault)
  }

  async function removeSeries(one: Series) {
    const reply = await write('series.remove', { seriesId: one.id })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <Card
      title={country}
      actions={
        <MoreMenu
          label={t('shell.more', { name: country })}
          entries={[
            { id: 'series', label: t('meetings.series.new'), icon: Plus, run: add },
            {
              id: 'remove',
              label: t('meetings.series.removeRelationship'),
              icon: Trash2,
              run: () => void remove(),
            },
          ]}
        />
      }
    >
      {series.length === 0 ? (
        <EmptyState
          button={
            <Button icon={Plus} onPress={add}>
              {t('meetings.series.new')}
            </Button>
          }
        >
          {t('meetings.series.none', { country })}
        </EmptyState>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('meetings.form.seriesName')}</th>
              <th scope="col">{t('meetings.form.shortName')}</th>
              <th scope="col">{t('meetings.title')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {series.map((one) => {
              const name = inLanguage(one.name, language)
              return (
                <tr key={one.id}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td dir="auto">{inLanguage(one.shortName, language)}</td>
                  <td>{t('meetings.series.count', { count: countOf(one) })}</td>
                  <td className={table.menu}>
                    <MoreMenu
                      label={t('shell.more', { name })}
                      entries={[
                        {
                          id: 'edit',
                          label: t('shell.edit'),
                          icon: Pencil,
                          run: () => onEdit({ series: one, relationshipId: id }),
                        },
                        {
                          id: 'backlog',
                          label: t('agenda.backlog'),
                          icon: Hourglass,
                          run: () => onBacklog(one.id),
                        },
                        {
                          id: 'remove',
                          label: t('shell.remove'),
                          icon: Trash2,
                          run: () => void removeSeries(one),
                        },
                      ]}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {waiting !== null && (
        <BacklogDialog
          series={waiting}
          relationship={relationship}
          meeting={null}
          onClose={() => onBacklog(null)}
        />
      )}
    </Card>
  )
}
