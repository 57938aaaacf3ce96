import { casesOf } from '../spec-cases.ts'

// Partner health, monitoring and alerts: baselines, quality, communication, monitoring, the score.

const engagement = 'lib/health/engagement.test.ts'
const alerts = 'lib/watch/alerts.test.ts'
const watch = 'lib/watch/watch-match.test.ts'
const watched = 'lib/watch/watched.test.ts'
const replies = 'lib/health/reply-times.test.ts'
const delivery = 'lib/health/delivery.test.ts'
const health = 'lib/health/health-of.test.ts'
const disclosure = 'lib/guidelines/disclosure-minimum.test.ts'
const thread = 'lib/sentiment/signals/thread.test.ts'
const quality = 'lib/guidelines/content-quality.test.ts'

export const b0 = casesOf('B0', [
  [
    'nine posts of 10 to 90 likes and a pinned viral one, 1,000 followers: 5.0 %',
    engagement,
    '9 posts with 10 to 90 likes and a pinned viral one, 1,000 followers: 5.0 %',
  ],
  [
    'a post with hidden likes is left out and n drops by one; no usable post is n/a',
    engagement,
    'hidden likes make n smaller; no usable post is "n/a" and not 0',
  ],
  [
    'four figures as pages write them become numbers with their precision',
    engagement,
    '%s is %s: %i, and keeps how far it was rounded',
  ],
  [
    'another version of the published figures changes the label and no observation',
    'lib/state/benchmark-version.test.ts',
    'B0: changing the benchmark file version re-labels but never rewrites stored observations',
  ],
  [
    'another formula names itself beside the figure and rewrites nothing stored',
    'lib/state/formula-choice.test.ts',
    'B0: another formula of a site names itself beside the figure, moves the score, and rewrites nothing stored',
  ],
  ['each site has its formula, the default first', engagement, 'the default of %s is %s'],
  [
    'the mean of likes and comments looks at the last 9 to 12 posts',
    engagement,
    'the mean of likes and comments is of the last 9-12 posts: older ones are outside',
  ],
  [
    'each figure carries n, window, formula, capture times and confidence',
    engagement,
    'every derived number carries n, window, formula id, capture times and confidence',
  ],
  ['the creator’s own baseline comes first', engagement, 'the creator before all'],
  ['then five local peers of the same size and formula', engagement, 'then five others of the same size and formula'],
  [
    'a widened cohort is labelled, and formulas are never mixed',
    engagement,
    'says so where others of every size had to be taken, and never mixes formulas',
  ],
  [
    'published figures come last, for the same formula and size',
    engagement,
    'then what is published for the same formula and size, else nothing',
  ],
  ['a rounded figure knows its own error', engagement, 'a figure from "1.2K" knows its own error'],
  ['tiers part at the default cut-offs', engagement, 'sizes part at 10, 100 and 500 thousand'],
])

export const b1Quality = casesOf('B1', [
  [
    '7 of 20 sponsored raise the saturation alert, 6 of 20 do not',
    alerts,
    'of which 7 of 20 are advertising is saturated, 6 of 20 are not (B1)',
  ],
  [
    'below 0.7 of its own median three posts in a row raises one alert',
    alerts,
    'that did worse than 0.7 of its median three times in a row raises one alert (B1)',
  ],
  ['the same in the guideline for quality', quality, 'is three posts in a row below 0.7 of the usual'],
  [
    'captions of two sponsored posts that are 0.8 alike raise an alert',
    watched,
    'duplicate-caption similarity >=0.8 between sponsored posts raises an alert, quoting both',
  ],
  [
    'half generic comments are an alarm, up to three in twenty are not',
    thread,
    'B1: >=50% generic/emoji-only/mention-only = alarm, 1-3 in 20 ignorable',
  ],
  [
    'generic comments raise an alert that names the sample',
    watched,
    'comment authenticity: >=50% generic/emoji-only/mention-only of the visible sample raises an alert',
  ],
  [
    'how often the creator answers visible comments',
    thread,
    'B1: creator’s reply share to visible comments is tracked, and is nothing where nobody else wrote',
  ],
  ['ten keyword sets of a thousand terms', watch, 'holds ten sets of a thousand terms'],
  [
    'a watch finds nothing inside ordinary words',
    watch,
    'of "ass" and "butt" finds nothing in "classic button", and none in "accumulate"',
  ],
  ['a watch knows exclusions in quotes', watch, '`god -"oh my god"` ignores "oh my god!" and flags "thank god"'],
  [
    'a watch finds accents, capitals, hashtags and disguises',
    watch,
    'finds words with and without their accents, in capitals, in hashtags and disguised',
  ],
  [
    'a watch quotes exactly after emoji and combining accents',
    watch,
    'quotes exactly what stands there, also after emoji and combining accents',
  ],
  [
    'what a person called mistaken counts against the rule',
    'lib/state/rule-record.test.ts',
    'counts against it what a person called mistaken, not what was only let pass',
  ],
])

export const b2 = casesOf('B2', [
  ['a median of 6 hours is overdue at 48', replies, 'a median of 6 hours: overdue at 48 hours, the floor'],
  ['a median of 40 hours is overdue at 80', replies, 'a median of 40 hours: overdue at 80'],
  [
    'both raise their alert, and not before',
    alerts,
    'is overdue after 48 hours where 6 are usual, and after 80 where 40 are (B2)',
  ],
  ['a reply at 47:59 raises nothing', alerts, 'that came at 47:59 raises nothing (B2)'],
  [
    'due at 10:00 and live at 21:59, first offence: late, in grace',
    delivery,
    'due at 10:00 and live at 21:59, the first offence: late, in grace',
  ],
  [
    'not seen by the next day at 10:00 is escalated',
    delivery,
    'not seen: in grace for 12 hours, overdue, and escalated at 10:00 the next day',
  ],
  ['five messages give no verdict on tone', watched, '5 messages -> no tone verdict ("needs 6")'],
  [
    'the second long silence is graver than the first',
    alerts,
    '48 h unresponsive flag, second flag is graver: a person decides whether the job ends (B2)',
  ],
  ['three brands in seven captured days are too many', watched, '>=3 distinct brands disclosed in 7 captured days'],
  ['two late items in 30 days are too many', watched, 'or >=2 late items in 30 days'],
  ['median, p90 and reply rate', replies, 'median and p90 of the waits, and the share of questions answered'],
  ['initiative ratio, and whose turn it is', replies, 'says who begins the threads, and whose turn it is'],
  ['a second offence has no grace', delivery, 'a second offence has no grace'],
])

export const b8 = casesOf('B8', [
  [
    '"#ad" at 149 passes and at 151 does not, the limit is data',
    disclosure,
    'B8: "#ad" at character 149 passes and 151 fails with limit 150 (limit read from data)',
  ],
  [
    'the platform’s label alone is weak, not missing',
    disclosure,
    'B8: disclosure only in platform label -> "weak", not "missing"',
  ],
  ['"#sp" and its like alone are rejected with a quote', disclosure, 'B8: "%s" alone is rejected, with its quote'],
  [
    'without a commercial link the check is skipped',
    disclosure,
    'B8: partner with no commercial link -> check skipped, not failed',
  ],
  [
    'the label’s language is the market’s',
    disclosure,
    'B8: language matches market: a German label under an English caption is for a person',
  ],
  [
    'a post that a feed does not show is only not seen',
    'lib/background/ingest.test.ts',
    'B8: absent from a feed page is only not seen: nothing is said of it',
  ],
  [
    'its own page that says so makes it removed',
    'lib/background/ingest.test.ts',
    'B8: is removed from when its own page says so, and when the page said so last',
  ],
  ['the same finding five times is one alert that counts 5', alerts, 'seen five times are one alert with count 5 (B8)'],
  [
    'a snoozed alert stays so when only its number changes',
    alerts,
    'stays put off when only its number changes, and comes back when its time has come (B8)',
  ],
  ['no monitor asks the network for anything', 'e2e/watch.e2e.ts', 'asked the network for nothing'],
  ['a lost label is told until it is there again', watched, 'is told with the post, until it is there again'],
  [
    'a dead link is not a removal',
    watched,
    'is a dead link, not a removal, where the page only says that nothing is there to see',
  ],
  [
    'figures that go down at once are not taken for true',
    'lib/watch/jumps.test.ts',
    'is one when several posts have a tenth, or ten times, of what they had',
  ],
  ['quiet hours lose nothing', 'lib/watch/announce.test.ts', 'waits in quiet hours, and nothing is lost by it'],
  [
    'the digest comes once a day',
    'lib/watch/announce.test.ts',
    'comes once a day, and late where nothing ran at its time',
  ],
  [
    'the due-for-a-look queue, agreed posts first',
    'lib/watch/due-look.test.ts',
    'is in order: agreed posts first, then paid ones, then accounts, the longest unseen first',
  ],
])

export const b10 = casesOf('B10', [
  ['three known parts give 83.3 at 60 % coverage', health, 'parts {100, 80, -, 60, -, -} give 83.3 at 60 % coverage'],
  ['an open critical incident holds the score at 39', health, 'an open critical incident holds it at 39'],
  ['and is named, before a missing disclosure', health, 'weighs less than a critical incident'],
  ['a missing disclosure holds it at 59 and is named', health, 'holds the score at 59 and is named'],
  ['bands part at 80, 60 and 40', health, 'the weights sum to 100 and the bands part at 80, 60 and 40'],
  ['35 % coverage gives no number', health, '35 % coverage gives no number, 40 % does'],
  [
    'the same log replayed twice gives the same series',
    'lib/background/replay.test.ts',
    'B10: the same record replayed twice gives the identical series',
  ],
  [
    'weights that do not sum to 100 are scaled, and shown so',
    health,
    'that do not sum to 100 are scaled to it, and what is shown is what counts (B10)',
  ],
  ['each reason links to stored observations', health, 'is good, with reasons that link to stored observations'],
  ['70 falling ranks above 50 rising', 'lib/state/attention.test.ts', 'B10: "70 falling" ranks above "50 rising"'],
  [
    'a pulse older than 90 days is missing and its weight goes to the others',
    health,
    'older than 90 days counts as missing, and its weight goes to the others (B10)',
  ],
  ['confidence is coverage by recency by sample', health, 'confidence falls with coverage, age and sample'],
  [
    'replay over 90 days equals the record of each day from scratch',
    'lib/background/replay.test.ts',
    'B10: over 90 days says at each step what the record as it was then says from scratch',
  ],
  [
    'what would raise it, by the formula of the score itself',
    'lib/health/raise.test.ts',
    'B10: names the parts that would add most, by the formula of the score itself',
  ],
])
