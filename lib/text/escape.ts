/** The text as a pattern that matches exactly it, for expressions with the `u` flag. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)
}
