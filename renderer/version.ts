/** Of package.json; electron.vite.config.ts puts it in when the renderer is built. */
export const version: string = import.meta.env['VITE_SEPAHAM_VERSION'] ?? ''
