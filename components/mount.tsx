import { i18n } from '#i18n'
import { type ComponentChild, render } from 'preact'
import { openPorts } from '../lib/state/browser-ports.ts'
import { problemOf, type SurfacePorts } from '../lib/state/ports.ts'
import { ErrorNote } from './States.tsx'

/** Milliseconds after which a page says that the record is still being opened. */
const SLOW = 500

/**
 * Opens the record and shows a surface in the page. When the record cannot be opened (a newer version wrote
 * it, a migration failed), the page says what happened and what was kept instead of staying blank.
 */
export async function mount(surface: (ports: SurfacePorts) => ComponentChild | Promise<ComponentChild>): Promise<void> {
  const place = document.getElementById('app') ?? document.body
  const ends = new AbortController()
  addEventListener('pagehide', () => ends.abort(), { once: true })
  const slow = setTimeout(() => render(<output class="empty soft">{i18n.t('common.opening')}</output>, place), SLOW)
  try {
    const ports = await openPorts(ends.signal)
    const follow = () => void followTheme(ports)
    ends.signal.addEventListener('abort', ports.onRevision(follow))
    follow()
    const shown = await surface(ports)
    clearTimeout(slow)
    render(shown, place)
  } catch (thrown) {
    clearTimeout(slow)
    render(
      <main>
        <ErrorNote problem={problemOf(thrown)} onRetry={() => location.reload()} />
      </main>,
      place,
    )
  }
}

/** The chosen theme; `system` leaves it to the system. */
async function followTheme({ store }: SurfacePorts): Promise<void> {
  const { theme } = await store.settings.get().catch(() => ({ theme: 'system' }) as const)
  for (const element of [document.documentElement, document.body])
    if (theme === 'system') delete element.dataset['theme']
    else element.dataset['theme'] = theme
}
