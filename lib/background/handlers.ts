import type { Handlers } from '../messages/serve.ts'
import { agreementHandlers } from './handlers/agreements.ts'
import { alertHandlers } from './handlers/alerts.ts'
import { captureHandlers } from './handlers/capture.ts'
import { correctionHandlers } from './handlers/corrections.ts'
import type { Deps } from './handlers/deps.ts'
import { draftHandlers } from './handlers/drafts.ts'
import { extensionHandlers } from './handlers/extension.ts'
import { guidelineHandlers } from './handlers/guidelines.ts'
import { notifyHandlers } from './handlers/notify.ts'
import { incidentHandlers } from './handlers/incidents.ts'
import { planHandlers } from './handlers/plans.ts'
import { realignmentHandlers } from './handlers/realignments.ts'
import { overrideHandlers } from './handlers/overrides.ts'
import { pageHandlers } from './handlers/page.ts'
import { partnerHandlers } from './handlers/partners.ts'
import { pointHandlers } from './handlers/point.ts'
import { reportHandlers } from './handlers/reports.ts'
import { reviewHandlers } from './handlers/review.ts'
import { typedHandlers } from './handlers/typed.ts'
import { upkeepHandlers } from './handlers/upkeep.ts'
import { vettingHandlers } from './handlers/vetting.ts'

/** A handler for every message; one that is missing does not compile. */
export function createHandlers(deps: Deps): Handlers {
  return {
    ...pageHandlers(deps),
    ...extensionHandlers(deps),
    ...partnerHandlers(deps),
    ...reviewHandlers(deps),
    ...guidelineHandlers(deps),
    ...typedHandlers(deps),
    ...draftHandlers(deps),
    ...incidentHandlers(deps),
    ...vettingHandlers(deps),
    ...agreementHandlers(deps),
    ...planHandlers(deps),
    ...realignmentHandlers(deps),
    ...upkeepHandlers(deps),
    ...alertHandlers(deps),
    ...notifyHandlers(deps),
    ...correctionHandlers(deps),
    ...overrideHandlers(deps),
    ...pointHandlers(deps),
    ...captureHandlers(deps),
    ...reportHandlers(deps),
  }
}
