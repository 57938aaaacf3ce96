import type { Phrases } from '../patterns.ts'

/** How questions begin that people type without their mark; looked for where a sentence begins. */
export const question: Phrases = {
  en: [
    "(?:(?:hi|hey|hello|omg|ok|okay|wait|so|and|but|please|pls|girl|babe|guys|sorry|wow|love|question) )*(?:where|when|who|why|which|what)(?:'s| is| are| do| does| did| can| could| would| will| was| were| colou?r| shade| size| brand| kind| model| camera| lens| app| song| time| lipstick| product)",
    '(?:(?:hi|hey|hello|omg|ok|okay|wait|so|and|but|please|pls|girl|babe|guys|sorry) )*how (?:do|does|did|can|could|much|many|long|often|old|tall|would|should|to)',
    '(?:(?:hi|hey|hello|omg|ok|okay|wait|so|and|but|guys) )*(?:(?:does|did|can|could|has|would) (?:any ?(?:one|body)|some ?(?:one|body))|(?:do|did|can|could|have|would) (?:you|u))',
    'any ?(?:one|body) (?:else )?(?:knows?|tried|know|have|has|got|using|used)',
    '(?:is|are) (?:it|this|these|they|that) (?:ok|safe|good|vegan|cruelty|gluten|available|waterproof|real|worth|suitable|sponsored|for)',
  ],
  de: [
    '(?:(?:hi|hallo|hey|ok|und|aber|sag mal) )*(?:wo|woher|wann|wer|welche[rsn]?|wie ?viel|wieso|weshalb|warum|was für) (?:hast|habt|ist|sind|kann|bekommt|gibt|kostet|kosten|war|heißt|farbe|größe|marke|ein|eine|einen|du|ihr|man)',
    '(?:weiß|kennt|hat) (?:jemand|wer|einer)',
    '(?:ist|sind) (?:das|die|der|es) (?:vegan|wasserfest|verfügbar|glutenfrei|auch)',
  ],
  fr: [
    "(?:(?:salut|coucou|bonjour|hello|et|mais) )*(?:est-ce que?'?|qu'est-ce que?'?|où|quand|comment|combien|pourquoi|quelle?s?) (?:tu|vous|on|je|il|elle|c'est|est|sont|ça|as|as-tu|faire|coûte|couleur|taille|marque|teinte)",
    "(?:quelqu'un|qqn) (?:sait|connaît|a|peut)",
  ],
  es: [
    '(?:(?:hola|oye|y|pero|disculpa) )*(?:dónde|cuándo|cuánto|cuál|cómo|qué|quién) (?:lo|la|se|es|son|está|tono|talla|marca|color|puedo|puedes|usas|cuesta|vale|hiciste|compraste|comprar)',
    'alguien (?:sabe|lo ha|la ha|tiene|probó|conoce)',
  ],
  it: [
    '(?:(?:ciao|scusa|ma|e) )*(?:dove|quando|quanto|quale|come|chi|che) (?:lo|la|si|è|sono|hai|posso|costa|colore|taglia|marca|tonalità|fai|hai fatto)',
    'qualcuno (?:sa|ha|conosce|può)',
  ],
  pt: [
    '(?:(?:oi|olá|amiga|e|mas) )*(?:onde|aonde|quando|quanto|qual|como|quem) (?:é|eu|você|vc|se|tem|posso|custa|cor|tamanho|marca|comprou|faz|fez|compra)',
    'alguém (?:sabe|já|tem|conhece)',
  ],
  nl: [
    '(?:(?:hoi|hey|en|maar) )*(?:waar|wanneer|welke|hoeveel|hoe|wie|waarom) (?:heb|is|zijn|kan|kost|kosten|kun|maat|kleur|merk|heet|doe)',
    '(?:weet|heeft|kent) (?:iemand|er iemand)',
  ],
  pl: [
    '(?:gdzie|kiedy|ile|jaki|jaka|jakie|czy|dlaczego) (?:można|mogę|kupić|kupiłaś|kosztuje|to|jest|kolor|rozmiar|ktoś|masz|są)',
    'ktoś (?:wie|zna|ma)',
  ],
  tr: [
    '(?:nereden|nerden|nerede|kaç|hangi|nasıl) (?:aldın|aldınız|alabilirim|marka|renk|beden|tl|para|yapıyorsun|bu|oldu)',
    '(?:bilen|kullanan|deneyen) var mı',
  ],
  hi: [
    '(?:kaha|kahan|kidhar|kab|kitne|kitna|kaun|konsa|kaunsa|kaise) (?:se|ka|ki|me|mein|mil|hai|h|sa|shade|color|product|kiya|karte|karu|aayega)',
    'koi (?:bata|batao|btao|bta)',
  ],
}
