import { casesOf } from '../spec-cases.ts'

// The partnership's life: alignment of content, crisis, messages, recovery, realignment, contracts, maintenance,
// approval, vetting and reports.

const alignment = 'lib/guidelines/alignment.test.ts'
export const b1Alignment = casesOf('B1', [
  [
    'a banned "ass" or "butt" finds nothing in "classic button"',
    alignment,
    'B1: caption "classic button" with banned word "ass"/"butt" -> 0 findings',
  ],
  [
    'an exclusion ignores "oh my god!" and leaves "thank god" flagged',
    alignment,
    'B1: `god -"oh my god"` ignores "oh my god!" and flags "thank god"',
  ],
  [
    'tolerance 20: 9 hits are green, 10 amber, 20 red',
    alignment,
    'B1: 10 hits / tolerance 20 = amber (50%), 9 = green, 20 = red',
  ],
  [
    'offsets slice the exact quote after emoji and combining accents',
    alignment,
    'B1: finding offsets slice the exact quote even after emoji and combining accents',
  ],
  [
    'a missing must-say phrase is a finding with a proposed insertion',
    alignment,
    'B1: must-say phrase missing -> finding with insertion suggestion',
  ],
  [
    '"50-hour battery" against the fact "30 h" is a claim mismatch',
    alignment,
    'B1: "50-hour battery" vs fact "30 h" -> claim mismatch',
  ],
])

const incident = 'lib/partnership/incident.test.ts'
export const b3 = casesOf('B3', [
  [
    'reach unknown and reputation 4 is high with lowered confidence',
    incident,
    'B3: reach cell unknown + reputation 4 -> high, confidence lowered, banner "reach not captured"',
  ],
  [
    'reach unknown shows its banner',
    'components/incident.test.tsx',
    'B3: with reach unknown and the breach at 4 say high with lowered confidence, and "reach not captured"',
  ],
  [
    'of two levels that tie the higher counts, with the reason',
    incident,
    'B3: two levels tie -> higher chosen and reason printed',
  ],
  [
    '15 comments after 7 days of 10 (sigma 2) alert at k = 2, not at k = 3',
    incident,
    'B3: 7 days of 10 comments/day (sigma 2), today 15 -> alert at k=2, none at k=3',
  ],
  ['4 of 9 negative are too few, 5 of 10 alert', incident, 'B3: 4 of 9 negative -> no alert (n<10), 5 of 10 -> alert'],
  [
    'a raised severity starts a new clock and keeps history',
    incident,
    'B3: raising severity starts a new clock and keeps history',
  ],
  [
    'closing without cause, action, owner and date is refused',
    incident,
    'B3: closing without root cause, action, owner and date is refused, naming what is missing',
  ],
])

const templates = 'lib/partnership/templates.test.ts'
const composer = 'components/message-composer.test.tsx'
export const b4 = casesOf('B4', [
  [
    'an unresolved variable is named',
    templates,
    'B4: a template with unresolved {{deadline}} cannot be copied and names the variable',
  ],
  [
    'an unresolved variable blocks the copy; a copy is one outbound touch that undo removes',
    composer,
    'B4: with a variable unresolved cannot be copied and names it; copied, it is one outbound touch, and undo removes it',
  ],
  ['a change request with 4 asks warns', composer, 'B4: a change request with 4 asks warns'],
  [
    'who prefers WhatsApp gets text to copy, no mailto',
    composer,
    'B4: whoever prefers WhatsApp gets text to copy; whoever prefers mail and has an address a link, too',
  ],
  [
    'after 24 h the next step of the ladder is due',
    templates,
    'B4: after 24 h without acknowledgement the next ladder step becomes due exactly once',
  ],
  [
    'a step of the ladder is told exactly once',
    'lib/watch/alerts.test.ts',
    'B4: after 24 h without acknowledgement the next step is one alert, the same however often it is looked at',
  ],
])

const plan = 'lib/partnership/plan.test.ts'
const plans = 'components/plans.test.tsx'
export const b5 = casesOf('B5', [
  [
    '3 of 4 due promises kept are 75 %, those not yet due left out',
    plan,
    'B5: 3 of 4 due promises kept, not-yet-due ones excluded, is 75%',
  ],
  [
    'a gate with an unmeasured metric cannot be passed',
    plan,
    'B5: cannot be passed with an unmeasured metric, which is named',
  ],
  [
    'nor on the page',
    plans,
    'B5: a gate with an unmeasured metric is refused on the page, names it, and passes once it is measured',
  ],
  ['an exit archives the plan', plan, 'B5: an exit archives the plan and opens the termination checklist'],
  [
    'an exit opens the checklist on the page',
    plans,
    'B5: an exit archives the plan and opens the termination checklist',
  ],
  [
    'the checklist quotes the contract’s clauses',
    'lib/partnership/agreement.test.ts',
    'B5: the termination checklist quotes the clauses that say how',
  ],
  ['a broken promise of the brand lowers the index', plan, 'B5: a broken promise of the brand lowers the index too'],
  ['2 points draw no trend', plan, 'B5: 2 points are no trend, 3 are one'],
])

const sheet = 'lib/partnership/realignment.test.ts'
export const b6 = casesOf('B6', [
  [
    'a review 20 or 120 days out is refused with the reason',
    sheet,
    'B6: 20 or 120 days out is refused with the 30-90 reason',
  ],
  [
    'an override of the review date needs a note',
    sheet,
    'B6: an override needs a note, and never lies before the effective date',
  ],
  [
    'every changed term needs an example link',
    sheet,
    'B6: every one requires an example link, a reason and both terms: %j',
  ],
  [
    'an edit of an acknowledged sheet makes version n + 1',
    sheet,
    'B6: editing an acknowledged sheet makes version n+1, and the older one stays as it was agreed',
  ],
  ['and shows a word diff', plans, 'B6: editing an acknowledged one makes version 2 and shows a word diff'],
  [
    'due check-ins appear in popup, panel and digest once',
    plans,
    'B6: due check-ins appear in popup, side panel and daily digest once',
  ],
])

const hits = 'lib/watch/agreement-hits.test.ts'
export const b7 = casesOf('B7', [
  [
    'no crisis definition, response time or takedown clause are 3 named gaps',
    'lib/partnership/agreement.test.ts',
    'B7: a contract without crisis definition, response time or takedown clause has these 3 named gaps',
  ],
  [
    '"must remain live for 45 days" is a stay-live check with its end in the partner’s zone',
    hits,
    'B7: "must remain live for 45 days", pasted, is a stay-live check with its end in the partner’s zone',
  ],
  [
    'a competitor named within the exclusivity window raises an alert that quotes the clause',
    hits,
    'B7: an exclusivity window overlapping a captured competitor mention raises an alert quoting the clause',
  ],
  [
    'a changed clause bumps the version',
    'lib/partnership/agreement.test.ts',
    'B7: a changed text bumps the version; clauses whose words stand go on, others have to be looked at again',
  ],
  [
    'the counsel banner is printed on every export',
    'components/agreement.test.tsx',
    'B7: are exported with the counsel banner, always, and with nothing of their text as markup',
  ],
])

const cadence = 'lib/health/cadence.test.ts'
export const b9 = casesOf('B9', [
  [
    '28 / 42 days, touched on day 26, is amber on day 54',
    cadence,
    'B9: cadence 28/42 d, touch on day 26 -> next amber on day 54',
  ],
  [
    'a tag’s cadence applies to new members',
    cadence,
    'B9: a tag’s cadence applies to new members, from when they came',
  ],
  [
    'a partner’s value overrides its tag’s',
    cadence,
    'B9: a partner’s own value overrides that of its tag, also where it is looser',
  ],
  [
    'an imported old note does not move the clock forward',
    cadence,
    'B9: importing an old note dated in the past does not move the clock forward',
  ],
  [
    'a "prefer" miss never changes compliance',
    'lib/health/health-of.test.ts',
    'B9: a "prefer" miss never changes compliance',
  ],
])

const approval = 'lib/partnership/approval.test.ts'
const live = 'lib/background/draft-live.test.ts'
export const b11 = casesOf('B11', [
  ['draft to approved is refused', approval, 'B11: illegal transition (draft -> approved) is refused'],
  [
    'approving freezes a hash, an edit is a new draft',
    approval,
    'B11: approving freezes a hash, later edit -> new version in draft',
  ],
  [
    'a caption that differs by NFC and spaces is live-matched',
    live,
    'B11: live caption = approved except NFC/whitespace -> live-matched',
  ],
  ['an added emoji drifts cosmetically', live, 'B11: added emoji -> drifted/cosmetic'],
  ['a removed "#ad" drifts legally and alerts', live, 'B11: removed "#ad" -> drifted/legal + alert'],
  [
    'reminders at 24 h and 48 h, the third is one escalation',
    approval,
    'B11: reminder at 24 h and 48 h, third becomes one escalation',
  ],
  ['round 4 warns of the revision limit', approval, 'B11: round 4 warns against the contract’s revision limit'],
])

const record = 'lib/store/record-file.test.ts'
const report = 'lib/reports/report.test.ts'
export const b12 = casesOf('B12', [
  [
    'export, erase, import, export: the same bytes',
    'lib/store/contract.ts',
    'export, erase and import give the same bytes, rows of another version included, without the hash key',
  ],
  [
    'and so from the dashboard in a real browser, of every table',
    'e2e/record.e2e.ts',
    'B12: export, erase and import on the dashboard give a byte-identical export, of every table',
  ],
  ['no cell of a CSV is a formula', report, 'B12: CSV cells beginning with = + - @ are neutralised'],
  [
    'a report states capture dates and the visible sample',
    report,
    'B12: the report states capture dates and "visible sample" counts',
  ],
  [
    'a rejected creator shows reason, date and decider',
    'lib/reports/vetting.test.ts',
    'B12: a rejected creator shows reason, date and decider in every format',
  ],
  [
    'and does so in the popup, the panel and on the chip',
    'e2e/vetting.e2e.ts',
    'B12: a rejected creator shows reason, date and decider on the chip, in the popup, in the panel and on the sheet',
  ],
  ['a corrupt or newer file says why', record, 'says what is wrong with it and where'],
  ['and changes nothing', 'e2e/record.e2e.ts', 'B12: a corrupt and a newer file change nothing and say why'],
])
