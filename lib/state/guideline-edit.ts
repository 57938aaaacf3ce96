import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Guideline, Rule } from '../domain/guideline.ts'
import type { RuleKind } from '../guidelines/define.ts'
import type { StoreReader } from '../store/interface.ts'
import { createDrafts } from './drafts.ts'
import type { LocalStorage, Send } from './ports.ts'
import type { Toasts } from './toasts.ts'

/** What keeps a guideline from being saved, and where: a rule's field, or the guideline's own. */
export interface GuidelineProblem {
  /** Null: the guideline itself. */
  ruleId: string | null
  field: string
  /** Words under `guideline.problem.<code>`. */
  code: 'name-missing' | 'required' | 'not-understood'
}

export interface GuidelineEdit {
  /** What is being edited; null while it is read, and when there is no such guideline. */
  readonly draft: ReadonlySignal<Guideline | null>
  /** What was asked for has been looked up. */
  readonly opened: ReadonlySignal<boolean>
  /** There are changes that are not saved; they survive closing the page. */
  readonly dirty: ReadonlySignal<boolean>
  readonly problems: ReadonlySignal<readonly GuidelineProblem[]>
  /** Problems are shown once saving was tried; before that, a half-typed rule is no mistake. */
  readonly tried: ReadonlySignal<boolean>
  /** Opens a stored guideline, or with `new` a new one; what was left unsaved comes back. */
  open(id: string): Promise<void>
  change(change: Partial<Pick<Guideline, 'name' | 'brand' | 'active' | 'partnerIds'>>): void
  addRule(kind: RuleKind): void
  changeRule(ruleId: string, change: Partial<Pick<Rule, 'params' | 'severity' | 'weight'>>): void
  removeRule(ruleId: string): void
  /** The saved guideline's id, or null when something is wrong with it or it could not be stored. */
  save(): Promise<string | null>
  /** Back to what is stored. */
  discard(): Promise<void>
  /** Can be undone from the toast. */
  remove(guideline: Guideline): Promise<void>
}

interface Kept {
  id: string
  guideline: Guideline
}

/** The place of a guideline that was never saved, among the drafts. */
const NEW = 'new'

export function createGuidelineEdit({
  store,
  send,
  storage,
  kinds,
  toasts,
  now,
  newId,
  onChange,
}: {
  store: StoreReader
  send: Send
  storage: LocalStorage
  kinds: readonly RuleKind[]
  toasts: Toasts
  now: () => number
  newId: () => string
  onChange: () => Promise<void>
}): GuidelineEdit {
  const drafts = createDrafts<Kept>(storage, 'guideline', isKept)
  const draft = signal<Guideline | null>(null)
  const stored = signal<Guideline | null>(null)
  const tried = signal(false)
  const opened = signal(false)
  let place = NEW

  const dirty = computed(() => JSON.stringify(draft.value) !== JSON.stringify(stored.value))
  const problems = computed(() => (draft.value ? problemsOf(draft.value, kinds) : []))
  const set = (guideline: Guideline) => {
    draft.value = guideline
    drafts.put({ id: place, guideline })
  }
  const edit = (change: (guideline: Guideline) => Guideline) => {
    const current = draft.peek()
    if (current) set(change(current))
  }
  const open = async (id: string) => {
    place = id
    if (stored.peek()?.id !== id) {
      opened.value = false
      draft.value = null
    }
    const found = id === NEW ? blank(newId(), new Date(now()).toISOString()) : await store.guidelines.get(id)
    // Another one was opened meanwhile.
    if (place !== id) return
    stored.value = found
    draft.value = drafts.get(id)?.guideline ?? found
    tried.value = false
    opened.value = true
  }

  return {
    draft,
    opened,
    dirty,
    problems,
    tried,
    open,
    change: (change) => edit((guideline) => ({ ...guideline, ...change })),
    addRule(kind) {
      const rule: Rule = { id: newId(), kind: kind.kind, params: {}, severity: 'medium', weight: 'must' }
      edit((guideline) => ({ ...guideline, rules: [...guideline.rules, rule] }))
    },
    changeRule(ruleId, change) {
      edit((guideline) => ({
        ...guideline,
        rules: guideline.rules.map((rule) => (rule.id === ruleId ? { ...rule, ...change } : rule)),
      }))
    },
    removeRule(ruleId) {
      edit((guideline) => ({ ...guideline, rules: guideline.rules.filter((rule) => rule.id !== ruleId) }))
    },
    async save() {
      const current = draft.peek()
      tried.value = true
      if (!current || problems.peek().length > 0) return null
      let id: string | null = null
      await toasts.attempt(async () => {
        const saved = await send('guideline.save', { ...current, name: current.name.trim() })
        drafts.drop(place)
        place = saved.id
        stored.value = saved
        draft.value = saved
        tried.value = false
        id = saved.id
        toasts.say('guidelineSaved', [saved.name])
      })
      await onChange()
      return id
    },
    async discard() {
      drafts.drop(place)
      await open(place)
    },
    async remove(guideline) {
      await toasts.attempt(async () => {
        await send('guideline.delete', { id: guideline.id })
        toasts.say('guidelineDeleted', [guideline.name], async () => {
          await send('guideline.restore', { id: guideline.id })
          await onChange()
        })
      })
      await onChange()
    },
  }
}

/** What is wrong with a guideline. A rule of a kind this version does not know is kept, and no problem. */
export function problemsOf(guideline: Guideline, kinds: readonly RuleKind[]): GuidelineProblem[] {
  const problems: GuidelineProblem[] = []
  if (guideline.name.trim() === '') problems.push({ ruleId: null, field: 'name', code: 'name-missing' })
  for (const rule of guideline.rules) {
    const kind = kinds.find((one) => one.kind === rule.kind)
    const parsed = kind?.params.safeParse(rule.params)
    if (!kind || !parsed || parsed.success) continue
    const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? kind.fields[0]?.name ?? '')))
    for (const field of fields)
      problems.push({ ruleId: rule.id, field, code: isBlank(rule.params[field]) ? 'required' : 'not-understood' })
  }
  return problems
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBlank)
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function blank(id: string, at: string): Guideline {
  return {
    id,
    name: '',
    brand: '',
    active: true,
    partnerIds: null,
    rules: [],
    version: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null || !('guideline' in value)) return false
  const guideline = value.guideline
  return (
    typeof guideline === 'object' &&
    guideline !== null &&
    'rules' in guideline &&
    Array.isArray(guideline.rules) &&
    'name' in guideline &&
    typeof guideline.name === 'string'
  )
}
