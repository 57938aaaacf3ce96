import type { Span } from '../../text/normalise.ts'

/** Words a brief puts in brackets to be filled in. What is labelled in brackets, such as [AD], is none of them. */
const TO_FILL = String.raw`insert|add your|your (?:name|link|code|handle|brand|text|caption|photo|city|hashtag)|link here|brand name|product name|brand handle|placeholder|tbc|tbd|todo|discount code|affiliate link|tag (?:the )?brand|name here|xx+|einfügen|hier einfügen|link einfügen|platzhalter|markenname|produktname|insérer|ajouter (?:le |votre )?lien|votre (?:lien|code|nom)|nom de la marque|insertar|añadir enlace|tu (?:enlace|código|nombre)|nombre de la marca|inserire|inserisci|il tuo (?:link|codice|nome)|inserir|seu (?:link|código|nome)|invoegen|jouw (?:link|code|naam)|wstaw|twój (?:link|kod)|ekle|link buraya|リンクを挿入|ここに|여기에|링크 삽입|插入链接|在此`

const PATTERNS: readonly RegExp[] = [
  // [INSERT LINK], (insert link here), <brand name>
  new RegExp(
    String.raw`[[(<{【][^\])>}】\n]{0,40}?(?<![\p{L}\p{N}])(?:${TO_FILL})(?![\p{L}\p{N}])[^\])>}】\n]{0,40}[\])>}】]`,
    'giu',
  ),
  // {{name}}, ${code}, %NAME%, __LINK__
  /\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|%[A-Z_]{3,30}%|(?<![\p{L}\p{N}_])__[A-Z][A-Z ]{2,30}__(?![\p{L}\p{N}_])/gu,
  // A heading of the brief at the start of a line.
  /(?<=^|\n)[ \t*_]*(?:(?:suggested |draft |instagram |ig |tiktok |post )?(?:caption|copy)|caption (?:idea|option)s?(?: \d)?|option \d|headline|body copy|post text|cta|call to action|hashtags?|mandatories|talking points|key messages?|bildunterschrift|vorschlag|légende|pie de foto|texto|legenda|didascalia|bijschrift|opis|キャプション|캡션|文案)[ \t*_]*[:：]/giu,
  // What a writing assistant says before the text, and filler.
  /(?:sure|certainly|of course|absolutely)[!,.]? here(?:['’]s| is| are)[^.\n:]{0,60}(?:caption|post|copy|draft|version)s?[^.\n:]{0,30}[:.!]?|here(?:['’]s| is) (?:a|an|your|the) [^.\n:]{0,40}(?:caption|post|copy|draft)\b[^.\n:]{0,30}:|as an ai(?: language)? model|lorem ipsum[^.\n]{0,60}|i hope this (?:helps|works)[!.]? let me know/giu,
  // @brandhandle, #yourhashtag
  /[@#](?:(?:insert|your)[_.]?(?:brand|name|handle|link|hashtag|campaign)[\p{L}\d_.]{0,20}|brand(?:handle|name|hashtag)|handle|hashtag|placeholder|markenname|nomdelamarque|campaignhashtag)(?![\p{L}\d_.])/giu,
  // "code XXXX", "-XX%"
  /(?<![\p{L}\p{N}])(?:code|rabattcode|código|codice)[ :]+["“]?x{3,8}["”]?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])xx ?%/giu,
]

/** What was copied from a brief or a template and not filled in, in order, none inside another. */
export function findLeftovers(text: string): Span[] {
  const found = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const lead = /^\s*/.exec(match[0])?.[0].length ?? 0
      return { start: match.index + lead, end: match.index + match[0].length }
    }),
  )
  let end = -1
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((place) => {
      if (place.start < end) return false
      end = place.end
      return true
    })
}
