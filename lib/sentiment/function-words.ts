/** Words that carry no feeling of their own in any of the languages that tone is told in; nothing is learned of them. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those it its it's he she they we you i i'm me my your our their his her them us him and or
  but so if of to in on at for from with by as is are was were be been am do does did have has had will would can could
  should just very really too also then than there here what when where who why how all any some more most much many only
  about into out up down over again not no never don't didn't isn't wasn't can't won't
  der die das den dem des ein eine einen einem und oder aber ich du er sie es wir ihr mich mir dich dir ist sind war bin
  hat habe haben mit von zu auf für im am als wie so auch noch nur schon sehr mal ja doch was wer wo bei nach aus nicht kein keine
  le la les un une des du de et ou mais je tu il elle on nous vous ils elles me te se mon ma mes ton ta tes son sa ses ce
  cette c'est est sont suis ai a as avec pour dans sur par que qui quoi très trop plus aussi bien y en au aux pas ne
  el los las lo al del un una unos y o pero yo tú él ella nosotros mi tu su me te se es son está estoy con por para en que
  como muy más también ya si no
  il lo gli i uno e ed o ma io tu lui lei noi mi ti si è sono ho hai ha con per di da nel della che come molto più anche non
  os as um uma e ou mas eu você ele ela nós meu minha seu sua é são está estou com por para em no na do da que como muito
  mais também já não
  de het een en of maar ik jij je hij zij wij mijn is zijn was heb heeft met van op te voor dat dit die ook nog niet geen
  i w na z się nie to jest że do jak ale bir ve bu şu o da de için çok ne mi var
  hai h ho hu hain ka ki ke ko se me mein mai main ye yeh wo woh kya aur bhi to toh na nahi nhi mat bahut bhut koi kuch ab
  و في من على إلى عن أن ما لا هذا هذه يا مع كل`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that turn round what follows them, up to three words on. */
export const negations: ReadonlySet<string> = new Set(
  `not no never nor neither without hardly barely cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt
  wasn't wasnt aren't arent weren't werent won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt ain't aint
  haven't havent hasn't hasnt nicht nie kein keine keinen ohne pas jamais aucun aucune sans nunca jamás sin ningún ninguna
  non mai senza não nem sem niet nooit geen zonder nie bez değil yok nahi nahin nhi mat لا ليس ما لم`
    .split(/\s+/)
    .filter(Boolean),
)
