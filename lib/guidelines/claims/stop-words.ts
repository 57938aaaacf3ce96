/** Words that carry no claim by themselves, by language: "cures the acne" is "cures acne". */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'on at by the a an my our your his her its their this that it for of in to from with and or is are be been will can has have it we i you all any',
    de: 'der die das den dem des ein eine einen einem einer eines mein meine dein deine ihr ihre unser unsere von für gegen mit und oder ist sind wird kann es ich wir',
    fr: "le la l' les un une des du de d' à au aux mon ma mes ton ta tes votre vos notre nos son sa ses pour contre avec et ou est sont en",
    es: 'el la los las un una unos unas de del al a mi mis tu tus su sus para por contra con y o es son se lo en',
    it: "il lo la l' i gli le un uno una di del della dei delle dell' da dal a al alla mio mia tuo tua suo sua per contro con e o è sono si",
    pt: 'o a os as um uma de do da dos das em no na meu minha seu sua para por contra com e ou é são se ao',
    nl: 'de het een van voor tegen met en of is zijn mijn je jouw onze ons uw wordt kan',
    pl: 'i w na z do od dla się to jest są moja mój moje twoja twój',
    tr: 've ile için bir bu da de',
    sv: 'en ett den det de för av mot med och är min mitt mina din ditt i på',
    da: 'en et den det de for av af mot mod med og er min mitt mine din dit i på',
    ru: 'и в на с от для это мой моя',
    ja: 'が は を に の で と も へ や です ます',
    zh: '的 了 是 在 和',
    ko: '',
    hi: 'का की के को में से है और',
  }).map(([lang, words]) => [lang, new Set(words.split(' '))]),
)

/** A claim with one of these says what is not there. */
export const NEGATORS = new Set(
  'no not never without zero free none nothing kein keine keinen ohne frei nie nicht sans pas aucun sin ningún ninguna nunca no senza nessun nessuna mai sem nenhum nenhuma zonder geen nooit bez nie utan inga ingen uden ingen без ない なし 없는 없음 无 無 零'.split(
    ' ',
  ),
)
