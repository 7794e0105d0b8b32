export const settingsTabs = ['general', 'lists', 'spelling', 'data', 'security', 'keyboard', 'about'] as const
export type SettingsTab = (typeof settingsTabs)[number]
