import type { TFunction } from 'i18next'
import type { Client } from '../../../shared/api/client.ts'
import type { MinutesFacts, RecordText, RecordTextFacts } from '../../../shared/compare/comparedText.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { formatDate, formatNumber, languageName } from '../../i18n/format.ts'
import { draftLine } from '../drafts/draftWords.ts'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import type { Side, Slot } from './compareState.ts'
import { desk, happened } from './compareStore.ts'

/** Lays a draft, a working text or minutes on one side of the desk. */
export async function layRecordText(call: Client['call'], side: Side, text: RecordText): Promise<void> {
  const coming: Slot = { state: 'reading', name: null }
  happened({ kind: 'taken', side, slot: coming })
  const reply = await call('compare.recordText', { text })
  if (desk.get()[side] !== coming) return // something else was put there meanwhile
  happened({
    kind: 'taken',
    side,
    slot: reply.ok ? { state: 'record', text: reply.value } : { state: 'failed', fault: reply.fault },
  })
}

/** "Draf 2 · Kamboja · 12 Mei 2025", "Naskah kerja", or "Risalah versi 2". */
export function recordTextName(
  { draft, minutes }: RecordTextFacts,
  t: TFunction,
  language: ComposedLanguage,
): string {
  if (minutes === null) return draft ? draftLine(draft, language, t) : t('drafts.workingText')
  return minutesStateName(minutes.state, t, language)
}

/** "Risalah versi 2", "Risalah yang diedarkan 19 Mei 2025". */
export function minutesStateName(
  state: MinutesFacts['state'],
  t: TFunction,
  language: ComposedLanguage,
): string {
  switch (state.kind) {
    case 'asTheyStand':
      return t('minutes.textNow')
    case 'version':
      return t('minutes.textVersion', { version: state.version })
    case 'circulated':
      return t('minutes.textSent', { date: formatDate(state.on, language, 'medium') })
  }
}

/** "TPPO · Inggris · 812 kata · 3 kurung siku"; of minutes the meeting stands first. */
export function recordTextFacts(
  { shortTitle, minutes, language, words, openBrackets }: RecordTextFacts,
  t: TFunction,
  screen: ComposedLanguage,
): string {
  return [
    minutes ? meetingTitle(minutes, screen) : shortTitle,
    languageName(language, screen),
    t('compare.words', { count: words, number: formatNumber(words, screen) }),
    ...(openBrackets > 0 ? [t('compare.brackets', { count: openBrackets })] : []),
  ].join(' · ')
}
