/** Gives a text, whole or in pieces, to the browser as a file to keep. */
export function saveFile({
  name,
  text,
  type = 'application/json',
}: {
  name: string
  text: string | readonly string[]
  type?: string
}): void {
  const url = URL.createObjectURL(new Blob([text].flat(), { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
