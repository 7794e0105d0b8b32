import { Outlet } from '@tanstack/react-router'
import { isProjectionWindow } from './projectionWindow.ts'
import { Shell } from './Shell.tsx'

/** What stands around every screen: the shell, and nothing on the wall. */
export function Frame() {
  return isProjectionWindow() ? <Outlet /> : <Shell />
}
