// The peers as far as they are used here: they are not installed where the product is type-checked.
declare module 'vader-sentiment' {
  const vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } }
  export default vader
}
declare module 'wink-sentiment' {
  export default function sentiment(text: string): { normalizedScore: number }
}
declare module 'wink-eng-lite-web-model' {
  const model: unique symbol
  export default model
}
declare module 'wink-nlp' {
  interface Its {
    readonly sentiment: unique symbol
  }
  export default function winkNLP(
    model: unknown,
    pipe: readonly string[],
  ): { its: Its; readDoc(text: string): { out(its: Its['sentiment']): number } }
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string }
  export default PorterStemmer
}
declare module 'natural/lib/natural/sentiment/SentimentAnalyzer.js' {
  import type PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
  export default class SentimentAnalyzer {
    constructor(language: string, stemmer: typeof PorterStemmer | null, vocabulary: 'afinn' | 'pattern' | 'senticon')
    getSentiment(words: readonly string[]): number
  }
}
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: new () => object): void
  }
  export function containerBootstrap(): Container
}
declare module '@nlpjs/sentiment' {
  import type { Container } from '@nlpjs/core'
  export class SentimentAnalyzer {
    constructor(settings: { container: Container })
    process(input: { locale: string; text: string }): Promise<{ sentiment: { score: number } }>
  }
}
declare module '@nlpjs/lang-ar' {
  export const LangAr: new () => object
}
declare module '@nlpjs/lang-de' {
  export const LangDe: new () => object
}
declare module '@nlpjs/lang-en' {
  export const LangEn: new () => object
}
declare module '@nlpjs/lang-es' {
  export const LangEs: new () => object
}
declare module '@nlpjs/lang-fr' {
  export const LangFr: new () => object
}
declare module '@nlpjs/lang-hi' {
  export const LangHi: new () => object
}
declare module '@nlpjs/lang-it' {
  export const LangIt: new () => object
}
declare module '@nlpjs/lang-pt' {
  export const LangPt: new () => object
}
declare module 'multilang-sentiment' {
  export default function sentiment(text: string, language: string): { score: number }
}
