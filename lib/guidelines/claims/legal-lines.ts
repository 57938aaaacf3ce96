import type { Source } from '../../domain/finding.ts'
import { AUTHORITIES } from './authorities.ts'

interface LegalLine {
  readonly text: string
  readonly source: Source
}

/**
 * Wording that a law or code prescribes (compliance.md section 3, "Required wording"), as far as we know it: check it
 * against the document before relying on it.
 */
const LINES = {
  'mica-marketing': {
    text: 'This crypto-asset marketing communication has not been reviewed or approved by any competent authority in any Member State of the European Union. The offeror of the crypto-asset is solely responsible for the content of this crypto-asset marketing communication.',
    source: { ...AUTHORITIES.euCrypto, document: 'Regulation (EU) 2023/1114 (MiCA), article 7(1)(e)' },
  },
  'asci-crypto': {
    text: 'Crypto products and NFTs are unregulated and can be highly risky. There may be no regulatory recourse for any loss from such transactions.',
    source: AUTHORITIES.asciCrypto,
  },
  'fca-crypto': {
    text: "Don't invest unless you're prepared to lose all the money you invest. This is a high-risk investment and you should not expect to be protected if something goes wrong.",
    source: { ...AUTHORITIES.fca, document: 'COBS 4.12A, risk warning for cryptoassets', since: '2023-10-08' },
  },
  'fca-high-risk': {
    text: "Don't invest unless you're prepared to lose all the money you invest. This is a high-risk investment and you are unlikely to be protected if something goes wrong.",
    source: { ...AUTHORITIES.fca, document: 'COBS 4.12A, risk warning for high-risk investments', since: '2023-02-01' },
  },
} as const satisfies Record<string, LegalLine>

export type LegalLineId = keyof typeof LINES

export const LEGAL_LINES: readonly LegalLineId[] = ['mica-marketing', 'asci-crypto', 'fca-crypto', 'fca-high-risk']

export function legalLine(id: LegalLineId): LegalLine {
  return LINES[id]
}
