import type { HandlersOf } from '../../shared/api/dispatch.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import { fail, ok } from '../../shared/result.ts'
import type { ComputerFile } from '../store/computerFile.ts'
import { storeFault } from '../store/storeFault.ts'

type Deps = {
  readonly computer: ComputerFile
  readonly emit: (event: AppEvent, client: string | null) => void
}

/** What belongs to this computer; it can be read and changed without a record. */
export function createSettingsHandlers({
  computer,
  emit,
}: Deps): HandlersOf<'settings.read' | 'settings.change'> {
  return {
    'settings.read': () => ok(computer.settings()),

    'settings.change': ({ settings }) => {
      try {
        computer.change(settings)
      } catch (error) {
        const fault = storeFault(error, 'settings.json')
        if (!fault) throw error
        return fail(fault)
      }
      emit({ kind: 'settingsChanged', settings }, null)
      return ok(settings)
    },
  }
}
