import { i18n } from '#i18n'
import { X } from 'lucide'
import type { ToastMessage, Toasts } from '../lib/state/toasts.ts'
import { Button, IconButton } from './Button.tsx'
import { codeWords } from './words.ts'

/** Short messages after an action, read out as they come; with the way back where there is one. */
export function ToastList({ toasts }: { toasts: Toasts }) {
  return (
    <output class="toasts" aria-live="polite">
      {toasts.shown.value.map((toast) => (
        <div key={toast.id} class={`toast ${toast.problem ? 'toast-problem' : ''}`}>
          <span class="theirs">{words(toast)}</span>
          {toast.undo && (
            <Button
              look="quiet"
              onClick={() => {
                const { undo } = toast
                toasts.dismiss(toast.id)
                if (undo) void toasts.attempt(undo)
              }}
            >
              {i18n.t('common.undo')}
            </Button>
          )}
          <IconButton icon={X} label={i18n.t('common.dismiss')} onClick={() => toasts.dismiss(toast.id)} />
        </div>
      ))}
    </output>
  )
}

const words = (toast: ToastMessage) =>
  toast.problem ? codeWords('error', toast.problem.code) : codeWords('common.toast', toast.code, toast.values)
