import type { ClauseKind } from '../../domain/agreement.ts'

/** A clause as it could stand in an agreement: a beginning for counsel, no advice. */
export interface LibraryClause {
  readonly kind: ClauseKind
  /** With `{{parameters}}`. */
  readonly text: string
  /** What its parameters are where nothing else was agreed; as text. */
  readonly defaults: Readonly<Record<string, string>>
  /** What differs between countries; words under `clause.note.<code>`. */
  readonly note: 'general' | 'labour' | 'privacy' | 'advertising' | 'competition' | 'copyright' | 'payment' | 'penalty'
}

/**
 * The clause library (relationship.md B7): the article's seven and those around them. Defaults are those that templates and
 * platforms publish: review within 3 business days (Aspire, up to 7), 3 rounds, net 30, 45 days live, organic use 12
 * months (6 to 12) and paid use 6 (3 to 6); others are our own. Plain readings are in the locale file.
 */
export const clauseLibrary: readonly LibraryClause[] = [
  {
    kind: 'misconduct',
    text: 'The Creator shall not, in public or online, engage in conduct that a reasonable person would find hateful, unlawful or gravely offensive and that is likely to damage the reputation of the Brand. The Brand shall describe such conduct in writing and hear the Creator within {{hours}} hours before it acts on it.',
    defaults: { hours: '48' },
    note: 'labour',
  },
  {
    kind: 'sensitive-approval',
    text: 'While a Crisis lasts, the Creator shall publish Content about the Brand only after the Brand has approved it in writing. The Brand shall decide within {{hours}} hours; no decision is no approval.',
    defaults: { hours: '24' },
    note: 'general',
  },
  {
    kind: 'suspension',
    text: 'During a Crisis either party may suspend posting by written notice. Due dates move by the length of the suspension, which ends after {{days}} days unless both parties agree otherwise.',
    defaults: { days: '14' },
    note: 'general',
  },
  {
    kind: 'consultation',
    text: 'Neither party shall make a public statement about the other or about a Crisis before it has consulted the other, which shall answer within {{hours}} hours. What the law requires to be said may be said.',
    defaults: { hours: '12' },
    note: 'general',
  },
  {
    kind: 'compensation',
    text: 'If posting is suspended for more than {{days}} days, the parties shall adjust the fee in proportion to the Content that is not published; work that is done is paid in full.',
    defaults: { days: '14' },
    note: 'payment',
  },
  {
    kind: 'termination',
    text: 'Either party may terminate this Agreement on {{days}} days’ written notice, and at once for a material breach that is not cured within {{cure}} days of a written warning.',
    defaults: { days: '30', cure: '10' },
    note: 'labour',
  },
  {
    kind: 'confidentiality',
    text: 'Each party shall keep confidential what it learns of the other that is not public, and shall process personal data only as this Agreement needs, for {{years}} years after it ends.',
    defaults: { years: '2' },
    note: 'privacy',
  },
  {
    kind: 'crisis-definition',
    text: '“Crisis” means an event that is likely to harm the reputation or safety of a party or of the public, among them: accusations of unlawful or hateful conduct, a product safety incident, and public mourning.',
    defaults: {},
    note: 'general',
  },
  {
    kind: 'response-time',
    text: 'Each party shall answer messages of the other within {{hours}} hours on working days, and within {{crisis}} hours during a Crisis.',
    defaults: { hours: '48', crisis: '4' },
    note: 'labour',
  },
  {
    kind: 'takedown',
    text: 'On the Brand’s written and reasoned request the Creator shall take down Content within {{hours}} hours. Content taken down for no fault of the Creator counts as delivered.',
    defaults: { hours: '24' },
    note: 'general',
  },
  {
    kind: 'deliverables',
    text: 'The Creator shall publish {{count}} posts on {{platforms}} by {{date}}, as described in the brief.',
    defaults: { count: '3' },
    note: 'general',
  },
  {
    kind: 'approval-window',
    text: 'The Creator shall submit drafts before publication. The Brand shall approve each draft or ask for changes within {{workingDays}} business days; no answer is no approval, and moves the due date.',
    defaults: { workingDays: '3' },
    note: 'general',
  },
  {
    kind: 'revisions',
    text: 'The fee includes up to {{count}} rounds of revisions of each draft that keep to the brief.',
    defaults: { count: '3' },
    note: 'general',
  },
  {
    kind: 'exclusivity',
    text: 'From {{from}} until {{until}} the Creator shall not promote products of these competitors: {{names}}.',
    defaults: {},
    note: 'competition',
  },
  {
    kind: 'usage-rights',
    text: 'The Creator grants the Brand a non-exclusive licence to use the Content in its own organic channels for {{organic}} months and in paid media for {{paid}} months after publication, with credit.',
    defaults: { organic: '12', paid: '6' },
    note: 'copyright',
  },
  {
    kind: 'stay-live',
    text: 'Each post shall remain live and public for at least {{days}} days after publication.',
    defaults: { days: '45' },
    note: 'general',
  },
  {
    kind: 'disclosure',
    text: 'Each post shall begin with the label {{label}} and use the platform’s paid partnership label where there is one.',
    defaults: { label: '#ad' },
    note: 'advertising',
  },
  {
    kind: 'tags',
    text: 'Each post shall tag {{handle}} and carry {{hashtag}}.',
    defaults: {},
    note: 'advertising',
  },
  {
    kind: 'kill-fee',
    text: 'If the Brand cancels after a draft was submitted, it shall pay {{percent}} percent of the fee.',
    defaults: { percent: '50' },
    note: 'penalty',
  },
  {
    kind: 'payment',
    text: 'The Brand shall pay {{amount}} within {{days}} days of the invoice (net {{days}}).',
    defaults: { days: '30' },
    note: 'payment',
  },
  {
    kind: 'review-date',
    text: 'The parties shall review this Agreement together every {{days}} days, first on {{date}}, and adapt it to what has changed on the platforms.',
    defaults: { days: '90' },
    note: 'general',
  },
]

/** A library clause with its defaults in place; parameters without one stay in braces, to be filled by a person. */
export const clauseText = ({ text, defaults }: Pick<LibraryClause, 'text' | 'defaults'>): string =>
  text.replaceAll(/\{\{(\w{1,20})\}\}/g, (whole, name: string) => defaults[name] ?? whole)
