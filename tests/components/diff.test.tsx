import { expect, it } from 'vitest'
import { Diff } from '../../components/Diff.tsx'
import { show, words } from './show.ts'

it('a difference shows each piece for itself, so that a direction mark in a caption turns no other words around', () => {
  const place = show(
    <Diff
      parts={[
        { is: 'same', text: 'So soft \u202e' },
        { is: 'removed', text: '#spon' },
        { is: 'added', text: '#ad' },
      ]}
    />,
  )
  const pieces = [...place.querySelectorAll('.diff > *')]
  expect(pieces.map((piece) => words(piece))).toEqual(['So soft \u202e', 'removed: #spon', 'added: #ad'])
  expect(pieces.every((piece) => piece.localName === 'bdi' || piece.getAttribute('dir') === 'auto')).toBe(true)
  expect(place.querySelector('.diff')?.childNodes).toHaveLength(pieces.length)
})
