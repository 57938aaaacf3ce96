/** FNV-1a, 32 bit, over the UTF-16 units of `text` from `start` to `end`; another `seed` gives another hash. */
export function hashOf(text: string, seed = 0x81_1c_9d_c5, start = 0, end = text.length): number {
  let hash = seed
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  return hash >>> 0
}
