import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/normalise.ts'

/** "#1", "No. 1", "number one", and what the other languages say, in the normalised text. */
const RANK =
  /(?<![\p{L}\p{N}])(?:#\s?(?:1|one)|no\.?\s?1|nr\.?\s?1|n[°o]\.?\s?1|number[\s-]?(?:one|1)|numero[\s-]?(?:uno|un|1)|nummer[\s-]?(?:eins|1|een|één|ett|en)|numéro[\s-]?(?:un|1)|número[\s-]?(?:uno|um|1)|numer[\s-]?(?:jeden|1)|номер[\s-]?(?:один|1)|bir numaralı?|1 numaralı?)(?![\p{L}\p{N}]|[.,:/]\p{N})|1위|넘버원|ナンバーワン|ナンバー1|第?1位|第一名|第一位/gu
/** Before it: a count, not a rank ("chapter #1", "day #1", "reason number one"). */
const COUNTED =
  /(?:chapter|tip|tips|step|reason|day|rule|part|episode|ep|round|look|outfit|question|lesson|week|option|item|point|mistake|recipe|try|attempt|take|test|vlog|post|photo|pic|slide|volume|vol|issue|page|season|match|game|stop|room|gate|platform|track|song|book|kid|child|baby|husband|date|coffee|kapitel|tag|tipp|schritt|teil|folge|runde|woche|grund|regel|chapitre|jour|astuce|étape|partie|conseil|raison|capítulo|día|consejo|paso|parte|razón|capitolo|giorno|consiglio|passo|dia|dica|motivo|hoofdstuk|dag|deel|stap|les)\s*:?\s*$/u
/** After it: one of several, a person's own rank, a name. */
const LISTED =
  /^\s*(?:of\s+(?:\d|my|our|the (?:day|week|series|list|month)|two|three|four|five|six|seven|ten|many|a )|\/\s*\d|on my|in (?:this|my|the) (?:series|list)|(?:fan|priority|goal|rule|tip|reason|fear|worry|question|enemy|mistake|supporter|dad|mum|mom|cheerleader|hater|critic|advice)(?!\p{L})|von\s+(?:\d|zwei|drei|vier|fünf|zehn)|sur\s+\d|de\s+\d|di\s+\d|van\s+\d)/u

/** Every place where something is called number one; counting ("tip #1 of 3") is left out. */
export function findRanks(text: string): Span[] {
  return [...matchesOf(text, RANK)].flatMap((match) => {
    const start = match.index
    const end = start + match[0].length
    if (COUNTED.test(text.slice(Math.max(0, start - 30), start)) || LISTED.test(text.slice(end, end + 40))) return []
    return [{ start, end }]
  })
}
