export const settingsTabs = [
  'general',
  'lists',
  'spelling',
  'phrases',
  'data',
  'security',
  'keyboard',
  'about',
] as const
export type SettingsTab = (typeof settingsTabs)[number]
