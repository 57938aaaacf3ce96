import { describe, expect, it } from 'vitest'
import { saysAi, saysPartnership, saysPinned, saysSponsored } from '../../../lib/sites/label-words.ts'

describe('label words', () => {
  it.each(['Ad', 'Sponsored', 'Gesponsert', 'Publicidad', 'Patrocinado', 'Sponsorisé', '広告', '贊助'])(
    '"%s" is an advertisement',
    (text) => expect(saysSponsored(text)).toBe(true),
  )

  it.each(['Add to story', 'ad hoc', 'Adidas', 'sponsored by nobody', 'My ad', ''])(
    '"%s" is none: the word has to be the whole text',
    (text) => expect(saysSponsored(text)).toBe(false),
  )

  it.each([
    'Paid partnership with',
    'Bezahlte Partnerschaft mit',
    'Partenariat rémunéré avec',
    'Parceria paga com',
    'Colaboración pagada con',
  ])('"%s" opens a paid partnership', (text) => expect(saysPartnership(text)).toBe(true))

  it.each(['My paid partnership', 'Partnership', 'paid'])('"%s" does not', (text) =>
    expect(saysPartnership(text)).toBe(false),
  )

  it.each(['AI info', 'KI-Info', 'Infos sur l’IA', 'Informações de IA', "Informazioni sull'IA", 'AI 정보'])(
    '"%s" says that a model made it',
    (text) => expect(saysAi(text)).toBe(true),
  )

  it.each(['AI informs us', 'Information', 'ai', 'Info'])('"%s" does not', (text) => expect(saysAi(text)).toBe(false))

  it.each(['Pinned', 'Pinned post icon', 'Angepinnt', 'Épinglé', 'Fixado', '置顶'])('"%s" is pinned', (text) =>
    expect(saysPinned(text)).toBe(true),
  )

  it('a pin that somebody writes about is not', () => expect(saysPinned('I pinned it')).toBe(false))
})
