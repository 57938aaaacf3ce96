// What creators and their readers write in the seeded record.
const OPENINGS = [
  'Day nine with the new oven: crumb like a cloud, crust like a drum!',
  'Three loaves, one morning, no regrets.',
  'I burnt the first one so that you need not.',
  'Steam, patience and a hot stone: that is all of it.',
  'Sunday bake with the kids, flour on every wall.',
  'My starter is five years old today.',
  'What I would tell myself before the first sourdough.',
  'Rye again, because the weather asked for it.',
  'You asked for the whole recipe, here it is.',
  'Not every bake is a good bake, and this one was not.',
] as const
const ENDINGS = [
  '#ad with @crumbandco #sourdough',
  '#ad @crumbandco, with thanks for the flour #baking',
  '#ad #sourdough #homebaking',
  '#ad @crumbandco #sourdough #weekend',
  '#ad #crumbandco: more tomorrow.',
] as const

const CAPTIONS: readonly string[] = OPENINGS.flatMap((one) => ENDINGS.map((end) => `${one} ${end}`))
/** A few say nothing of who paid, one in so many. */
const SILENT = 40
export const captionOf = (n: number): string =>
  n % SILENT === 0 ? 'The new oven by @crumbandco, a week in. #sourdough' : (CAPTIONS[n % CAPTIONS.length] ?? '')

export const COMMENT_TEXTS: readonly string[] = [
  'This looks so good, love the crust!',
  'Which flour did you use for it?',
  'Mine arrived broken, what a bad oven.',
  'Saving this for the weekend.',
  'You make it look so easy.',
  'How long did you let it rest?',
  'Best bread account on here, thank you!',
  'I tried it twice and it came out flat both times, so disappointed.',
  'Is the oven really worth that much money?',
  'My grandmother made it just like that.',
  'Beautiful colour.',
  'Could you show the inside as well?',
  'Support has not answered me for three weeks, never again.',
  'What temperature do you start with?',
  'That sound when you cut it, wonderful.',
  'Ordered one because of you and I am so happy with it.',
  'Does this work with wholemeal too?',
  'Too many ads lately, it was nicer before.',
  'Morning made.',
  'The second one is my favourite.',
  'Please do rolls next!',
  'It leaks, the door does not close, do not buy it.',
  'Came here from your story, was not let down.',
  'Where is the bowl from?',
]
