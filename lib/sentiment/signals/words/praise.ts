/**
 * Words of praise that fit under any post. A comment made of them alone, with at most `fillers`, says nothing of the
 * post; HypeAuditor counts those when it judges whether comments are genuine (relationship.md B1).
 */
export const praise = words(`
  nice cool great good awesome amazing beautiful gorgeous stunning lovely cute perfect wow woww wowza fire lit goals
  queen king slay slayed iconic icon pretty handsome hot sexy adorable fabulous fantastic incredible inspiring inspiration
  excellent brilliant superb magnificent love loved loving loves obsessed  bravo congrats
  congratulations perfection goddess angel babe bestie legend dope vibes vibe dreamy goat
  schön schöne schönes wunderschön hübsch toll super klasse mega geil traumhaft süß herrlich perfekt wahnsinn liebe liebs krass
  beau belle magnifique superbe sublime canon parfait parfaite génial géniale bravo incroyable ravissante j'adore adore joli jolie
  hermosa hermoso bella bello linda lindo preciosa precioso guapa guapo guapísima divina divino espectacular increíble genial encanta reina diosa bonita bonito hermosura belleza
  bella bello bellissima bellissimo stupenda stupendo fantastica fantastico meravigliosa meraviglioso splendida splendido adoro amo favolosa top brava bravo bravissima
  linda lindo maravilhosa maravilhoso perfeita perfeito lindíssima arrasou arrasa diva musa amei amo gata deusa show
  mooi prachtig leuk geweldig schitterend knap heerlijk beeldschoon
  piękna piękny piękne pięknie cudownie cudowna super śliczna śliczne ślicznie bosko
  harika güzel süper muhteşem mükemmel bayıldım şahane
  mast sundar khubsurat zabardast jhakaas badhiya
  すごい 素敵 すてき かわいい 可愛い 綺麗 きれい 最高 美しい カッコいい かっこいい
  예뻐요 예쁘다 너무예뻐요 멋져요 최고 귀여워 귀여워요 대박 짱
  جميل جميلة رائع رائعة روعة حلو حلوة يجنن تجنن ماشاءالله
`)

/** Words that may stand beside them without saying more. */
export const fillers = words(`
  omg yes yess yesss yas yass so very really too such a an the this that it it's its is are you u ur your you're youre i im i'm my me we be look looks
  looking as always ever just absolutely totally literally pic pics picture photo photos shot video post content outfit
  girl girls sis hun hon dear bro man dude guys of to much all and more most like one day today wonderful work job keep up
  und so sehr wie immer das ist die der bild foto du bist ein eine echt richtig total voll einfach mein
  trop très tellement c'est est la le les tu es une un photo si ma mon cette toujours comme ça
  que qué tan muy más está estás es eres la el una un foto te me mi esta como siempre toda todo
  che sei è molto troppo così la il lo una un foto sempre come mia questa ti
  que muito mais tão demais é você vc tá está a o uma um foto sempre essa minha meu mulher
  wat heel echt zo een foto je bent super
  jak jaka jesteś bardzo zdjęcie zawsze
  bir bu çok ne kadar olmuş
  bahut bohot bhut kya hai h ho
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}
