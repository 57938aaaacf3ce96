import type { CheckContext, Draft } from '../define.ts'
import type { PostView } from '../view.ts'
import { checkDisclosure } from './check.ts'
import type { DisclosurePolicy } from './check.ts'
import { packOf } from './packs/index.ts'

/**
 * One result per jurisdiction, each by its own rules and with its own authority; the list is sorted worst first
 * where findings are shown (compliance.md 7.3 step 8). What they would say alike beside it is said once.
 */
export function checkJurisdictions(
  view: PostView,
  codes: readonly string[],
  policy: DisclosurePolicy,
  context: CheckContext,
): Draft[] {
  const said = new Set<string>()
  const several = codes.length > 1
  return codes.flatMap((code) => {
    const pack = packOf(code)
    if (!pack) {
      const reason = 'jurisdictionUnknown'
      return [{ value: code, status: 'not-checkable' as const, reason, values: [code], evidence: [] }]
    }
    const [main, ...beside] = checkDisclosure(view, pack, policy, context)
    const fresh = beside.filter(({ reason, evidence }) => {
      const key = JSON.stringify([reason, evidence])
      return !said.has(key) && said.add(key)
    })
    return main ? [several ? { ...main, value: code } : main, ...fresh] : []
  })
}
