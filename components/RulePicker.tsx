import { i18n } from '#i18n'
import { useRef, useState } from 'preact/hooks'
import type { RuleKind } from '../lib/guidelines/define.ts'
import { TextField } from './Field.tsx'
import { onListKey } from './list-keys.ts'
import { groupOf, ruleGroups } from './rule-words.ts'
import { codeWords, kindWord } from './words.ts'

/** Every kind of rule by group, with a line each; a few letters of its name, its line or its group find it. */
export function RulePicker({ kinds, onPick }: { kinds: readonly RuleKind[]; onPick: (kind: RuleKind) => void }) {
  const [words, setWords] = useState('')
  const body = useRef<HTMLDivElement>(null)
  const wanted = words.trim().toLocaleLowerCase()
  const groups = [...ruleGroups.map(({ group }) => group), 'other'].flatMap((group) => {
    const name = codeWords('kind.group', group)
    const members = kinds.filter(({ kind }) => groupOf(kind) === group)
    const found = members.filter(({ kind }) =>
      [name, kindWord(kind), codeWords('kind.about', kind)].some((text) => text.toLocaleLowerCase().includes(wanted)),
    )
    return found.length > 0 ? [{ group, name, found }] : []
  })
  const first = groups[0]?.found[0]
  const onKeyDown = (event: KeyboardEvent) => onListKey(event, body.current, first ? () => onPick(first) : null)
  return (
    <div ref={body} role="presentation" onKeyDown={onKeyDown}>
      <TextField
        label={i18n.t('guideline.findKind')}
        hideLabel
        autofocus
        placeholder={i18n.t('guideline.findKind')}
        value={words}
        onValue={setWords}
      />
      <output class="soft small">{groups.length === 0 && i18n.t('guideline.noKind')}</output>
      <div class="picker">
        {groups.map(({ group, name, found }) => (
          <section key={group} aria-label={name}>
            <h3 class="soft small">{name}</h3>
            <ul>
              {found.map((kind) => (
                <li key={kind.kind}>
                  <button type="button" onClick={() => onPick(kind)}>
                    <span class="strong">{kindWord(kind.kind)}</span>
                    <span class="soft small">{codeWords('kind.about', kind.kind)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
