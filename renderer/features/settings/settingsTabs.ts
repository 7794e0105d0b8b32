export const settingsTabs = ['general', 'data', 'security', 'keyboard', 'about'] as const
export type SettingsTab = (typeof settingsTabs)[number]
