export const settingsTabs = [
  'general',
  'lists',
  'spelling',
  'letterheads',
  'phrases',
  'data',
  'security',
  'keyboard',
  'about',
] as const
export type SettingsTab = (typeof settingsTabs)[number]
