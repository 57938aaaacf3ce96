import { createTone } from '../sentiment/tone.ts'
import type { ToneEngine } from '../sentiment/tone.ts'
import { parseWeights } from '../sentiment/weights.ts'

/** Where the build puts the weights, beside the manifest. */
const FILE = 'tone.bin'

export interface WeightsPort {
  readonly runtime: { getURL(path: string): string }
}

/**
 * The tone engine with the weights of the extension's own files. When they cannot be read, the word list judges
 * alone and `onError` hears why: a tone that says what it comes from is better than none.
 *
 * The only request of the whole extension, and it leaves the machine no more than an icon does: the address is
 * the extension's own, and the content security policy lets no other through.
 */
export async function readTone(browser: WeightsPort, onError: (error: unknown) => void): Promise<ToneEngine> {
  try {
    const file = await fetch(browser.runtime.getURL(FILE))
    return createTone(parseWeights(new Uint8Array(await file.arrayBuffer())))
  } catch (error) {
    onError(error)
    return createTone(null)
  }
}
