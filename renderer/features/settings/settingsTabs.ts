export const settingsTabs = ['general', 'lists', 'data', 'security', 'keyboard', 'about'] as const
export type SettingsTab = (typeof settingsTabs)[number]
