import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'

/** An address that leads nowhere, such as one that was typed. */
export function NotFoundPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Page title={t('shell.notFound')}>
      <EmptyState
        button={<Button onPress={() => void navigate({ to: '/meetings' })}>{t('shell.toMeetings')}</Button>}
      >
        {t('shell.notFoundNext')}
      </EmptyState>
    </Page>
  )
}
