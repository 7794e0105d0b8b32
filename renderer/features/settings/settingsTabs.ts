export const settingsTabs = [
  'general',
  'lists',
  'spelling',
  'letterheads',
  'data',
  'security',
  'keyboard',
  'about',
] as const
export type SettingsTab = (typeof settingsTabs)[number]
