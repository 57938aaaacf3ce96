import type { ClauseKind } from '../../domain/agreement.ts'

/** What tells a clause: words of its heading, and groups of words that one sentence has to have one each of. */
export interface ClauseSigns {
  readonly kind: ClauseKind
  readonly heading: RegExp
  /** All of them in one sentence. */
  readonly all: readonly RegExp[]
  /** Enough under a heading of this kind, where the sentence says less. */
  readonly under: RegExp
  /** None of them: what the same words mean elsewhere. */
  readonly not?: RegExp
  /** Also in passages that say what words mean. */
  readonly defines?: true
}

/** A duration, in figures or words. */
const SPAN = /\b(?:hours?|days?|weeks?|months?|years?|\d{1,4}\s?h)\b/iu
const CONTENT =
  /\b(?:posts?|posting|contents?|reels?|stor(?:y|ies)|videos?|shorts?|captions?|streams?|deliverables?|publications?|materials?|tiktoks?|uploads?)\b/iu
const COUNTED = /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/iu
const CRISIS =
  /\b(?:cris[ie]s|sensitive (?:situations?|events?|periods?|moments?)|emergenc(?:y|ies)|tragedy|tragic|public controvers(?:y|ies)|critical incidents?)\b/iu

/**
 * By structure and vocabulary, never by the wording of one contract. Each pattern is a list of words or a short chain with
 * bounded gaps, so that a sentence is gone through in time linear in its length. The kinds are relationship.md B7's.
 */
export const clauseSigns: readonly ClauseSigns[] = [
  {
    kind: 'misconduct',
    heading:
      /\b(?:misconduct|morals?|morality|reputation|disrepute|(?:public|professional) (?:behaviou?r|conduct)|code of conduct|conduct)\b/iu,
    all: [
      /\b(?:misconduct|disrepute|scandal|reputational|reputation|offensive|discriminat\w{1,6}|hate speech|hateful|disparag\w{1,6}|public (?:contempt|ridicule)|embarrass\w{0,8})\b/iu,
      /\b(?:not|refrain|avoid|engages?|engaged|commits?|nothing|no|damag\w{1,4}|harm\w{0,4}|brings?|conduct)\b/iu,
      /\b(?:creator|influencer|talent|you|ambassador|artist|partner)\b/iu,
    ],
    under:
      /\b(?:reputation|disrepute|misconduct|offensive|unlawful|discriminat\w{1,6}|scandal|disparag\w{1,6}|illegal)\b/iu,
    not: /\b(?:terminat\w{1,5}|insurance|indemnif\w{1,5}|statement|warrant\w{1,6} that the software)\b/iu,
  },
  {
    kind: 'sensitive-approval',
    heading:
      /\b(?:approvals? (?:in|during) (?:\w+ )?(?:crisis|sensitive)|sensitive (?:situations?|events?|periods?|moments?)|crisis approvals?)\b/iu,
    all: [
      /\b(?:cris[ie]s|sensitive|emergenc(?:y|ies)|traged(?:y|ies)|tragic|breaking news|public controvers(?:y|ies))\b/iu,
      /\b(?:approv\w{1,4}|sign(?:ed)?[ -]off|cleared?|clearance|okay|OK)\b/iu,
    ],
    under: /\b(?:approv\w{1,4}|clear(?:ed|ance)?|sign[ -]off)\b/iu,
    not: /\b(?:suspend\w{0,4}|suspension|paus\w{1,3})\b/iu,
  },
  {
    kind: 'suspension',
    heading: /\b(?:suspension|suspend(?:ing|ed)?|pauses?|pausing|paused|on hold)\b/iu,
    all: [
      /\b(?:suspend\w{0,4}|suspension|paus(?:e|es|ed|ing)|put on hold|halt(?:ed)?|stop posting|stand down)\b/iu,
      /\b(?:posts?|posting|publish\w{0,4}|publications?|deliverables?|schedule|campaign|content|obligations?)\b/iu,
    ],
    under: /\b(?:suspend\w{0,4}|suspension|paus\w{1,3}|hold|resum\w{1,5})\b/iu,
    not: /\b(?:account|payment of interest|limitation period|force majeure|services? provider|platform suspends)\b/iu,
  },
  {
    kind: 'consultation',
    heading:
      /\b(?:consultation|public statements?|press statements?|statements?|joint communications?|announcements?|press)\b/iu,
    all: [
      /\b(?:statements?|press releases?|public(?:ly)? comment\w{0,4}|announcements?|interviews?|press enquir(?:y|ies)|speak(?:ing)? to the press|journalists?)\b/iu,
      /\b(?:consult\w{0,7}|agree(?:d)? (?:on )?(?:the )?(?:wording|text)|talk to (?:us|each other)|check with|jointly|prior (?:written )?(?:agreement|consent|approval)|before (?:making|issuing|giving|either)|first speak|call us)\b/iu,
    ],
    under: /\b(?:consult\w{0,7}|jointly|before|prior|agree(?:d)?)\b/iu,
    not: /\b(?:financial statements?|entire agreement|work order|account statements?|statements? of work)\b/iu,
  },
  {
    kind: 'compensation',
    heading:
      /\b(?:compensation adjust\w{1,6}|fee adjust\w{1,6}|adjust\w{1,6} (?:of|to|in) (?:the )?(?:fees?|compensation|remuneration)|reduced? fees?)\b/iu,
    all: [
      /\b(?:fees?|compensation|remuneration|payments?|pay)\b/iu,
      /\b(?:adjust\w{0,6}|reduc\w{1,6}|pro[ -]?rata|proportionate\w{0,2}|renegotiat\w{1,5}|withh(?:old|eld)\w{0,4}|half|lower(?:ed)?)\b/iu,
      /\b(?:cris[ie]s|suspen\w{1,6}|paus\w{1,3}|incidents?|sensitive|emergenc(?:y|ies)|on hold)\b/iu,
    ],
    under: /\b(?:adjust\w{0,6}|reduc\w{1,6}|pro[ -]?rata|proportion\w{0,7}|renegotiat\w{1,5})\b/iu,
  },
  {
    kind: 'termination',
    heading:
      /\b(?:terminat\w{1,5}|cancellation|ending (?:this|the|our)|end of (?:the |this )?(?:agreement|contract))\b/iu,
    all: [
      /\b(?:terminat(?:e|es|ed)|end|cancel|bring)\b/iu,
      /\b(?:agreement|contract|collaboration|partnership|cooperation|campaign|arrangement)\b/iu,
      /\b(?:notice|immediate(?:ly)?|material breach|with immediate effect|(?:any|either) (?:party|side|of us)|without cause)\b/iu,
      /\b(?:may|can|shall be entitled|has the right|is entitled|reserves?)\b/iu,
    ],
    under: /\b(?:terminat\w{1,5}|notice|breach|end|cancel\w{0,4})\b/iu,
    not: /\b(?:surviv\w{1,5}|schedule [a-z]|terminat\w{1,5} of employment|kill fee|cancellation fee|lease|sublicen[cs]e)\b/iu,
  },
  {
    kind: 'confidentiality',
    heading: /\b(?:confidential\w{0,5}|privacy|data protection|personal data|non-disclosure|secrecy)\b/iu,
    all: [
      /\b(?:confidential|confidence|personal data|secret|private)\b/iu,
      /\b(?:shall|must|will|agrees?|undertakes?|please|keeps?|treat)\b/iu,
      /\b(?:not|keep|kept|hold|held|protect\w{0,4}|only|treat(?:ed)?|delet\w{1,4}|process\w{0,5})\b/iu,
    ],
    under: /\b(?:confiden\w{1,8}|disclos\w{1,4}|personal data|GDPR|third part(?:y|ies)|process\w{0,5})\b/iu,
    not: /\b(?:arbitra\w{1,6}|label|sponsorship|mediat\w{1,5})\b/iu,
  },
  {
    kind: 'crisis-definition',
    heading: /\b(?:(?:definition|meaning) of (?:a )?crisis|what (?:counts as|is) a crisis|crisis(?: event)?s?)\b/iu,
    all: [CRISIS, /\b(?:means?|is defined|shall mean|counts? as|is any|refers? to|deemed|we mean)\b/iu],
    under: /\b(?:means?|is defined|counts? as|refers? to|we mean|any (?:event|situation))\b/iu,
    defines: true,
  },
  {
    kind: 'response-time',
    heading: /\b(?:response times?|reaction times?|reply times?|availability|reachab\w{1,5}|responsiveness)\b/iu,
    all: [
      /\b(?:respond\w{0,3}|repl(?:y|ies)|answers?|reach(?:ed|able)|get back to|acknowledge\w{0,1})\b/iu,
      /\b(?:within|no later than|in under|at the latest|inside)\b/iu,
      SPAN,
      /\b(?:messages?|questions?|enquir(?:y|ies)|inquir(?:y|ies)|requests?|emails?|calls?|contact\w{0,3}|us|brand|communications?|each other)\b/iu,
    ],
    under: /\b(?:within|hours?|days?|latest)\b/iu,
    not: /\b(?:legal notice|court|claims?|statements?|consult\w{0,7}|approv\w{1,4}|feedback|take(?:n)? down|remov\w{1,4}|summons)\b/iu,
  },
  {
    kind: 'takedown',
    heading: /\b(?:take[ -]?downs?|removal|removal of content|withdrawal of (?:posts?|content))\b/iu,
    all: [
      /\b(?:take(?:n|s)? down|takedowns?|remov(?:e|es|ed|al)|delete[ds]?|unpublish\w{0,3}|withdraw\w{0,2})\b/iu,
      CONTENT,
      /\b(?:request\w{0,3}|ask(?:s|ed)?|instruct\w{0,4}|demand\w{0,2}|notice|tells?)\b/iu,
      /\b(?:within|immediately|promptly|without delay|at once|straight away|no later than)\b/iu,
    ],
    under: /\b(?:within|immediately|promptly|request\w{0,3}|ask(?:s|ed)?)\b/iu,
    not: /\b(?:not (?:be )?(?:delete|remove|take)|personal data|confidential|records|infring\w{1,6} (?:third|notice))\b/iu,
  },
  {
    kind: 'deliverables',
    heading:
      /\b(?:deliverables?|scope(?: of (?:work|services))?|content to be (?:delivered|created)|services|what (?:you|we)(?:'ll| will)? (?:make|create|deliver)|timetable|posting (?:schedule|dates))\b/iu,
    all: [
      /\b(?:deliver\w{0,3}|publish\w{0,3}|produce\w{0,1}|creates?|posts?|upload\w{0,3}|make)\b/iu,
      COUNTED,
      /\b(?:reels?|stor(?:y|ies)|videos?|shorts?|tiktoks?|(?:feed|instagram|carousel|sponsored|dedicated|static) posts?|streams?|carousels?)\b/iu,
      /\b(?:shall|must|will|agrees?|undertakes?|please|commits?|by|between)\b/iu,
    ],
    under: /\b(?:reels?|posts?|stor(?:y|ies)|videos?|shorts?|streams?|carousels?)\b/iu,
    not: /\b(?:live for|stay (?:up|live|online)|fees?|rounds?|revis\w{1,5}|remain|licen[cs]e\w{0,1}|example)\b/iu,
  },
  {
    kind: 'approval-window',
    heading:
      /\b(?:approvals?|review (?:of )?(?:drafts?|content)|content (?:review|approval)s?|drafts?|sign[ -]off)\b/iu,
    all: [
      /\b(?:approv\w{1,4}|review\w{0,3}|feedback|comments?|sign(?:ed)?[ -]off)\b/iu,
      /\b(?:drafts?|contents?|scripts?|submission|submitted|captions?|cuts?|concepts?)\b/iu,
      SPAN,
      /\b(?:within|no later than|at least|before|prior to|has|have|in under)\b/iu,
    ],
    under: SPAN,
    not: /\b(?:cris[ie]s|sensitive|remain|kept|live for|rounds?|statements?)\b/iu,
  },
  {
    kind: 'revisions',
    heading: /\b(?:revisions?|rounds? of (?:changes|edits|amendments)|changes to drafts?|amends)\b/iu,
    all: [
      /\b(?:revisions?|rounds?|reshoots?|re-edits?)\b/iu,
      COUNTED,
      /\b(?:rounds?|revisions?|changes|edits|drafts?|amend\w{0,5}|correct\w{0,5})\b/iu,
      /\b(?:up to|maximum|no more than|at most|include[sd]?|limited to|more than|entitled|request|includes)\b/iu,
    ],
    under: COUNTED,
    not: /\b(?:negotiations?|funding|interview)\b/iu,
  },
  {
    kind: 'exclusivity',
    heading: /\b(?:exclusiv\w{1,4}|non-compet\w{1,3}|competitors?|competing (?:brands?|products?|activities))\b/iu,
    all: [
      /\b(?:compet(?:itors?|ing|itive|es?)|exclusiv\w{1,4}|rival)\b/iu,
      /\b(?:not|no|refrain|exclusive(?:ly)?|exclusivity|only|without|avoid|neither)\b/iu,
      /\b(?:promot\w{1,4}|advertis\w{1,5}|endors\w{1,5}|brands?|products?|services?|collaborat\w{1,4}|mention\w{0,4}|appear|work)\b/iu,
      /\b(?:shall|must|will|agrees?|undertakes?|may not|please|ask|cannot|won't)\b/iu,
    ],
    under: /\b(?:compet\w{2,6}|exclusiv\w{1,4}|promot\w{1,4}|endors\w{1,5}|rival)\b/iu,
    not: /\b(?:jurisdiction|courts?|licen[cs]e|competent|competition law|remed(?:y|ies)|competence|non-exclusive)\b/iu,
  },
  {
    kind: 'usage-rights',
    heading:
      /\b(?:usage(?: rights?)?|licen[cs]es?|rights? of use|intellectual property|content rights|whitelisting|paid media)\b/iu,
    all: [
      /\b(?:licen[cs]e[ds]?|right to use|rights? of use|usage rights|(?:re-?)?use (?:the|your|any|all|this|such)|reuse|whitelist\w{0,3}|boost(?:ing)?|repost\w{0,3})\b/iu,
      CONTENT,
      /\b(?:grants?|may|licen[cs]e[ds]?|allow\w{0,3}|permit\w{0,3}|can|right)\b/iu,
      /\b(?:months?|years?|days?|organic\w{0,4}|paid (?:media|ads?|advertising|social)|channels|worldwide|perpetual|until)\b/iu,
    ],
    under: /\b(?:licen[cs]e[ds]?|use[ds]?|usage|organic|paid|grants?)\b/iu,
    not: /\b(?:software|open[ -]source|music|trade ?marks?|third[ -]party|fonts?|compet\w{2,6})\b/iu,
  },
  {
    kind: 'stay-live',
    heading:
      /\b(?:stay(?:ing)? (?:live|up|online)|must[ -]stay[ -]live|minimum (?:live|posting|online|publication) (?:period|time)|live period|availability of (?:posts?|content)|duration of publication|archiving|keeping (?:posts?|content) (?:live|up|online))\b/iu,
    all: [
      CONTENT,
      /\b(?:live|online|published|visible|accessible|available|up|not (?:be )?(?:delet\w{1,3}|remov\w{1,3}|archiv\w{1,3}|hid(?:e|den)|tak(?:e|en) down)|public)\b/iu,
      /\b(?:remain\w{0,3}|keep|kept|stay\w{0,2}|leave|left|not (?:be )?(?:delet\w{1,3}|remov\w{1,3}|archiv\w{1,3}|hid(?:e|den)|tak(?:e|en) down)|maintain\w{0,3})\b/iu,
      /\b(?:hours?|days?|weeks?|months?|years?|until|period|permanently|indefinitely|campaign end)\b/iu,
    ],
    under: /\b(?:live|online|visible|up|delet\w{1,3}|remov\w{1,3}|archiv\w{1,3}|public)\b/iu,
    not: /\b(?:confidential|insurance|website (?:shall|will) be|service levels?|records?|books?|uptime|backups?)\b/iu,
  },
  {
    kind: 'disclosure',
    heading:
      /\b(?:disclosures?(?: labels?)?|labell?ing|advertising (?:label|disclosure|rules|standards)s?|transparency|ad labels?|sponsorship disclosure|marking)\b/iu,
    all: [
      /\b(?:disclos\w{1,4}|labels?|labell?ed|labell?ing|marked|mark|identif\w{1,5}|(?:paid|ad) (?:partnership|label|tag)|begin|start|carry|hashtag|first line)\b/iu,
      /(?:#(?:ad|advert\w{0,8}|sponsored|werbung|anzeige|pub\w{0,9})\b|\bpaid partnership\b|\badvertis(?:ing|ements?)\b|\bsponsored\b|\bmaterial connection\b|\bcommercial (?:nature|content|relationship)\b|["“'][Aa]d(?:vert)?["”'])/iu,
      CONTENT,
    ],
    under:
      /(?:#\p{L}+|\bpaid partnership\b|\badvertis\w{1,6}\b|\bsponsor\w{1,4}\b|\bdisclos\w{1,4}\b|\blabel\w{0,4}\b)/iu,
    not: /\b(?:confidential|compet(?:itors?|ing)|budget|licen[cs]e)\b/iu,
  },
  {
    kind: 'tags',
    heading: /\b(?:tags?|tagging|hashtags?|mentions?|handles?|required (?:tags|mentions|hashtags))\b/iu,
    all: [
      /(?:(?<![\p{L}\d.@])@[\p{L}\d]|(?<![\p{L}\d&/])#\p{L})/u,
      /\b(?:tags?|tagged|tagging|mention\w{0,4}|hashtags?|handles?|include[sd]?|use|link)\b/iu,
      /\b(?:shall|must|will|agrees?|please|each|every|needs?|required|include)\b/iu,
    ],
    under: /[@#]\p{L}/u,
    not: /(?:#(?:ad|advert\w{0,8}|sponsored|werbung|anzeige)\b(?![^@]*@)(?![^#]*#[^#]*#)|\b(?:e-?mail|contact|notices?)\b)/iu,
  },
  {
    kind: 'kill-fee',
    heading:
      /\b(?:kill[ -]?fees?|cancellation fees?|cancellation (?:payment|charge)s?|if (?:we|the brand) cancels?)\b/iu,
    all: [
      /\b(?:kill[ -]?fee|cancel\w{0,7}|calls? (?:it )?off|withdraws?|abandon\w{0,3})\b/iu,
      /(?:\b(?:per ?cent|fees?|pay\w{0,5}|owed)\b|%)/iu,
      /(?:\b(?:per ?cent|half|full|usd|eur|gbp|kill[ -]?fee|cancellation fee)\b|[%$€£]|\bone[ -]half\b)/iu,
    ],
    under: /(?:\b(?:per ?cent|half|full|fees?|pay\w{0,5})\b|[%$€£])/iu,
  },
  {
    kind: 'payment',
    heading: /\b(?:payments?(?: terms?)?|fees?|remuneration|compensation|invoic\w{1,3}|consideration)\b/iu,
    all: [
      /\b(?:pay|pays|paid|payable|payment|due|invoices?|invoiced|transfer\w{0,3})\b/iu,
      /(?:\b(?:net|within|days?|usd|eur|gbp|chf)\b|[$€£])/iu,
      /(?:\b(?:fees?|invoices?|sum|amount|remuneration|creator|influencer|you)\b)/iu,
      /(?:\bnet \d|\b(?:days?|weeks?)\b[^.]{0,60}\b(?:invoice|receipt|publication|posting|live)|\b(?:invoice|publication)\b[^.]{0,80}\bdays?\b|(?:[$€£]|\b(?:usd|eur|gbp|chf))\s?\d)/iu,
    ],
    under: /(?:\b(?:pay\w{0,5}|invoices?|fees?|net)\b)/iu,
    not: /\b(?:taxes|tax|kill[ -]?fee|cancel\w{0,7}|interest|expenses?|cris[ie]s|suspen\w{1,6}|paus\w{1,3}|insurance|liabilit\w{1,3}|damages|penalt\w{1,3})\b/iu,
  },
  {
    kind: 'review-date',
    heading:
      /\b(?:reviews? of (?:this|the) (?:agreement|contract)|(?:agreement|contract) reviews?|review dates?|periodic reviews?|regular reviews?|renewal)\b/iu,
    all: [
      /\b(?:review\w{0,3}|revisit|renew\w{0,3}|renewal|go through|look at)\b/iu,
      /\b(?:agreement|contract|terms|arrangement)\b/iu,
      /\b(?:every|once|days?|months?|quarter\w{0,2}|annual\w{0,2}|year\w{0,2}|on \d|by \d|\d{4}|meet|date)\b/iu,
      /\b(?:parties|both|together|we|shall|will|must)\b/iu,
    ],
    under: /\b(?:review\w{0,3}|renew\w{0,3}|every|months?|date)\b/iu,
    not: /\b(?:legal advice|counsel|drafts?|content|has reviewed|have reviewed|opportunity to review|read and)\b/iu,
  },
]
