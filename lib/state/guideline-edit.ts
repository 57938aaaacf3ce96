import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Guideline, Rule } from '../domain/guideline.ts'
import type { RuleKind } from '../guidelines/define.ts'
import type { StoreReader } from '../store/interface.ts'
import { createDrafts } from './drafts.ts'
import { type GuidelineProblem, problemsOf } from './guideline-problems.ts'
import type { LocalStorage, Send } from './ports.ts'
import type { Toasts } from './toasts.ts'

export interface GuidelineEdit {
  /** What is being edited; null while it is read, and when there is no such guideline. */
  readonly draft: ReadonlySignal<Guideline | null>
  /** As it is stored; of a new one, the empty one it began as. */
  readonly stored: ReadonlySignal<Guideline | null>
  /** What was asked for has been looked up. */
  readonly opened: ReadonlySignal<boolean>
  /** There are changes that are not saved; they survive closing the page. */
  readonly dirty: ReadonlySignal<boolean>
  readonly problems: ReadonlySignal<readonly GuidelineProblem[]>
  /** Problems are shown once saving was tried; before that, a half-typed rule is no mistake. */
  readonly tried: ReadonlySignal<boolean>
  /** False: this device does not keep the draft (its storage is full or switched off). */
  readonly kept: ReadonlySignal<boolean>
  /** Opens a stored guideline, or with `new` a new one; what was left unsaved comes back. */
  open(id: string): Promise<void>
  change(change: Partial<Pick<Guideline, 'name' | 'brand' | 'active' | 'partnerIds'>>): void
  /** The new rule's id; it stands at the end. */
  addRule(kind: RuleKind): string
  changeRule(ruleId: string, change: RuleChange): void
  /** Changes one parameter; what is empty is left out, so that an optional one is absent and not ''. */
  setParam(ruleId: string, name: string, value: unknown): void
  /** Puts an example's parameters in the rule; can be undone from the toast. */
  useExample(ruleId: string, params: Rule['params']): void
  /** Up (-1) or down (1) among the rules. */
  moveRule(ruleId: string, by: -1 | 1): void
  /** Rules of one kind stand together, in the kinds' order. */
  sortRules(): void
  /** Can be undone from the toast. */
  removeRule(ruleId: string): void
  /** Starts a guideline that was never saved with this in it; what was in that place can be brought back. */
  start(guideline: { name: string; rules: readonly Omit<Rule, 'id'>[] }): void
  /** The saved guideline's id, or null when something is wrong with it or it could not be stored. */
  save(): Promise<string | null>
  /** Back to what is stored. */
  discard(): Promise<void>
  /** Can be undone from the toast. */
  remove(guideline: Guideline): Promise<void>
  /** Saves the content of an earlier version as the newest one; can be undone from the toast. */
  restoreVersion(from: Guideline): Promise<void>
}

export type RuleChange = Partial<Pick<Rule, 'params' | 'severity' | 'weight' | 'name' | 'note'>>

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
  const kept = signal(true)
  const set = (guideline: Guideline) => {
    draft.value = guideline
    kept.value = drafts.put({ id: place, guideline })
  }
  const edit = (change: (guideline: Guideline) => Guideline) => {
    const current = draft.peek()
    if (current) set(change(current))
  }
  const editRules = (change: (rules: Rule[]) => Rule[]) =>
    edit((guideline) => ({ ...guideline, rules: change(guideline.rules) }))
  const changeRule = (ruleId: string, change: RuleChange) =>
    editRules((rules) => rules.map((rule) => (rule.id === ruleId ? changed(rule, change) : rule)))
  /** Brings the rule back as it was, whatever has changed around it. */
  const putBack = (rule: Rule, index: number) => async () =>
    editRules((rules) => rules.filter(({ id }) => id !== rule.id).toSpliced(index, 0, rule))
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
    stored,
    opened,
    dirty,
    problems,
    tried,
    kept,
    open,
    change: (change) => edit((guideline) => ({ ...guideline, ...change })),
    addRule(kind) {
      const rule: Rule = { id: newId(), kind: kind.kind, params: {}, severity: 'medium', weight: 'must' }
      editRules((rules) => [...rules, rule])
      return rule.id
    },
    changeRule,
    setParam: (ruleId, name, value) =>
      editRules((rules) =>
        rules.map((rule) => (rule.id === ruleId ? { ...rule, params: withParam(rule.params, name, value) } : rule)),
      ),
    useExample(ruleId, params) {
      const rules = draft.peek()?.rules ?? []
      const index = rules.findIndex(({ id }) => id === ruleId)
      const rule = rules[index]
      if (!rule) return
      changeRule(ruleId, { params })
      if (Object.keys(rule.params).length > 0) toasts.say('exampleUsed', [], putBack(rule, index))
    },
    moveRule(ruleId, by) {
      editRules((rules) => {
        const from = rules.findIndex(({ id }) => id === ruleId)
        const rule = rules[from]
        const to = from + by
        return rule && to >= 0 && to < rules.length ? rules.toSpliced(from, 1).toSpliced(to, 0, rule) : rules
      })
    },
    sortRules() {
      const before = draft.peek()?.rules ?? []
      editRules((rules) => rules.toSorted((a, b) => placeOf(a, kinds) - placeOf(b, kinds)))
      toasts.say('rulesSorted', [], async () => editRules(() => before))
    },
    removeRule(ruleId) {
      const rules = draft.peek()?.rules ?? []
      const index = rules.findIndex(({ id }) => id === ruleId)
      const rule = rules[index]
      if (!rule) return
      editRules((all) => all.filter(({ id }) => id !== ruleId))
      toasts.say('ruleRemoved', [], putBack(rule, index))
    },
    start({ name, rules }) {
      const before = drafts.get(NEW)
      const guideline = blank(newId(), new Date(now()).toISOString())
      for (const rule of rules) guideline.rules.push({ id: newId(), ...rule })
      drafts.put({ id: NEW, guideline: { ...guideline, name } })
      if (before)
        toasts.say('draftReplaced', [before.guideline.name], async () => {
          drafts.put(before)
          if (place === NEW) await open(NEW)
        })
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
    async restoreVersion(from) {
      const put = async ({ name, brand, active, partnerIds, rules }: Guideline) => {
        const current = await store.guidelines.get(from.id)
        if (!current) return null
        const saved = await send('guideline.save', { ...current, name, brand, active, partnerIds, rules })
        if (place === from.id) await open(from.id)
        await onChange()
        return saved
      }
      await toasts.attempt(async () => {
        const before = await store.guidelines.get(from.id)
        const saved = await put(from)
        if (before && saved)
          toasts.say('versionRestored', [String(from.version), String(saved.version)], () => put(before))
      })
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

/** Where the rule's kind stands among the kinds; unknown ones come last. */
function placeOf({ kind }: Rule, kinds: readonly RuleKind[]): number {
  const place = kinds.findIndex((one) => one.kind === kind)
  return place === -1 ? kinds.length : place
}

/** The parameters with one of them changed. */
export function withParam(params: Rule['params'], name: string, value: unknown): Rule['params'] {
  const { [name]: _, ...rest } = params
  const empty = value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
  return empty ? rest : { ...rest, [name]: value }
}

/** An empty name or note is none. */
function changed(rule: Rule, change: RuleChange): Rule {
  const { name, note, ...rest } = { ...rule, ...change }
  return { ...rest, ...(name ? { name } : {}), ...(note ? { note } : {}) }
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
