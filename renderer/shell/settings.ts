import { useCallback, useEffect } from 'react'
import { useApi } from '../api/ApiProvider.tsx'
import { useRead } from '../api/useRead.ts'
import { defaultSettings, type Settings } from '../../shared/record.ts'
import { speakAriaIn } from '../i18n/reactAria.ts'
import { words } from '../i18n/words.ts'
import { notices } from './notices.ts'

/** The settings of this computer; what the page was given before its first paint, until they have been read. */
export function useSettings(): Settings {
  const reading = useRead('settings.read', {})
  return reading.state === 'ready' ? reading.value : atFirstPaint
}

/** Changes some settings and keeps the rest. */
export function useChangeSettings(): (change: Partial<Settings>) => Promise<void> {
  const api = useApi()
  const settings = useSettings()
  return useCallback(
    async (change) => {
      const reply = await api.call('settings.change', { settings: { ...settings, ...change } })
      if (!reply.ok) notices.fault(reply.fault)
    },
    [api, settings],
  )
}

/** Puts language, theme and density on the page. */
export function useAppliedSettings(): void {
  const { language, theme, density } = useSettings()
  useEffect(() => {
    const page = document.documentElement
    page.lang = language
    page.dataset['theme'] = theme
    page.dataset['density'] = density
    speakAriaIn(language)
    if (words.language !== language) void words.changeLanguage(language)
  }, [language, theme, density])
}

const page = document.documentElement
const atFirstPaint: Settings = {
  ...defaultSettings,
  language: page.lang === 'en' ? 'en' : 'id',
  theme: page.dataset['theme'] === 'light' ? 'light' : page.dataset['theme'] === 'dark' ? 'dark' : 'system',
  density: page.dataset['density'] === 'compact' ? 'compact' : 'comfortable',
}
