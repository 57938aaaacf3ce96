/** A package that says how a text sounds, as its documentation tells to use it. */
export interface Peer {
  /** Package and version. */
  readonly name: string
  /** ISO 639-1; a text in another language is given to it as its first. */
  readonly languages: readonly string[]
  /** How positive the text sounds, on any scale of its own. */
  score(text: string, language: string): number | Promise<number>
  /** So slow that it is measured on a sample. */
  readonly slow?: true
}
