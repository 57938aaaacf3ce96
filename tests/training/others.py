"""The other languages, which language a text is in, and spam: one table each."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from data import Row
from learn import Array, Set, apply, balanced, one_hot, regress

BITS = 15
# The labels of the romanised Hindi rows agree with nothing very well: they count half.
LABELLED = {"xlmt-ar": 1.0, "xlmt-de": 1.0, "xlmt-es": 1.0, "xlmt-fr": 1.0, "xlmt-hi": 0.5, "xlmt-pt": 1.0}
# German tweets are about politics, and of Italian there are none: what people say in films, and comments made up.
EVERYDAY = {"xed-de": 0.3, "own-de": 1.0, "own-it": 1.0}
ENGLISH = {"semeval": 0.1}
CLEAN_ENGLISH = {"goemotions": 0.1}
LANGUAGE_BITS = 13
# A comment is English unless it says otherwise.
ENGLISH_PRIOR = 1.5
SPAM_BITS = 14

# Function words of languages that are not scored, to be told from those that are.
FOREIGN = {
    "nl": "de het een en is niet ik met voor van op dat dit maar ook mijn je zijn was heb heeft nog wel naar bij deze wat er aan",
    "pl": "i w na z się nie to jest że do jak ale mi mam moja mój już tak po za od dla co czy jestem bardzo",
    "tr": "ve bir bu için ile çok ben da de daha gibi ama ne mi var yok olan kadar benim şey sen ki nasıl",
    "sv": "och är en ett det att inte jag på som med för av till min mitt har den så men om kan mycket bara",
    "da": "og er en et det at ikke jeg på som med for af til min mit har den så men om kan meget bare hvad",
    "no": "og er en et det å ikke jeg på som med for av til min mitt har den så men om kan veldig bare hva",
    "fi": "ja on ei se että en hän mutta kun niin tämä oli minun olen myös nyt vain mitä hyvä",
    "ro": "și este nu de la un o în cu pe care că mai sunt am foarte dar pentru din ce să",
    "cs": "a je v na se že to s ale jsem do mi jak už tak po za od pro co velmi není",
    "hu": "a az és hogy nem is egy van ez de csak már meg mint vagyok nagyon volt ha",
    "id": "yang dan di ini itu dengan untuk tidak dari ada saya aku kamu bisa akan juga sudah banget gak kak",
    "tl": "ang ng sa na mga ako ikaw siya hindi ay kami po naman lang ito ko mo yung talaga",
    "vi": "và là của có không cho một này với được người tôi bạn rất đẹp quá nhiều những",
}
KNOWN = {
    "en": "the and is are was this that these with you your my for have not but what when from they it of to been just so how",
    "de": "der die das und ist nicht ich mit ein eine einen für auf auch sich von dem den wie aber bei noch nur mein meine",
    "fr": "le les des une est et pas je vous nous dans avec pour qui sur mon ma mes ce cette du au aux très plus mais",
    "es": "el los las una y es no me mi con para por que del muy pero como está esta este más lo su se al yo tú",
    "it": "il lo gli una e è non mi con per che di del della sono ho anche ma come questo questa più molto si nel",
    "pt": "o os as uma e é não me meu minha com para por que do da muito mas como está esta este mais um eu você",
    "hi": "hai hain ka ki ke ko se me mein nahi nhi bhi kya kar rha raha hu ho tha thi aur to hi ye wo yeh sab mera",
    "ar": "في من على ما هذا هذه لا كل مع يا انا انت هو هي ان الى عن لكن والله بس",
}


def train_others(sets: dict[str, Set], is_clean: bool) -> Array:
    weight = LABELLED | EVERYDAY | (CLEAN_ENGLISH if is_clean else ENGLISH)
    names = [name for name in weight if name in sets]
    return regress(
        sp.vstack([sets[n].both(BITS) for n in names]).tocsr(),
        np.concatenate([one_hot(sets[n].labels) for n in names]),
        np.concatenate([balanced(sets[n].labels) * weight[n] for n in names]),
        2.0,
        # Film subtitles are never neutral: they tell positive from negative only.
        polar=np.concatenate([np.full(len(sets[n].rows), n.startswith("xed")) for n in names]),
    )


def made_up(words: dict[str, list[str]], n: int) -> list[Row]:
    """Texts of a language's function words and translated AFINN words in any order: enough to tell it apart."""
    chance = np.random.default_rng(5)
    rows = []
    for lang, function_words in (FOREIGN | KNOWN).items():
        small, large = function_words.split(), words.get(lang, [])
        for _ in range(n):
            length = int(chance.integers(2, 14))
            text = [str(chance.choice(small if not large or chance.random() < 0.6 else large)) for _ in range(length)]
            rows.append(Row(" ".join(text), 0, lang))
    return rows


def train_language(sets: dict[str, Set], invented: Set, languages: list[str]) -> Array:
    """Softmax over the languages scored and `other`; every language weighs the same."""
    parts, labels = [], []
    rng = np.random.default_rng(3)
    for name, s in sets.items():
        if name.startswith("spam"):
            continue
        x = s.pieces(LANGUAGE_BITS)
        pick = rng.permutation(len(s.rows))[: 6000 if s.rows[0].lang == "en" else 2500]
        parts.append(x[pick])
        labels += [languages.index(s.rows[i].lang) for i in pick]
    parts.append(invented.pieces(LANGUAGE_BITS))
    labels += [languages.index(r.lang if r.lang in languages else "other") for r in invented.rows]
    y = np.array(labels)
    w = regress(sp.vstack(parts).tocsr(), one_hot(y, len(languages)), balanced(y), 0.5, 50)
    w[-1, languages.index("en")] += ENGLISH_PRIOR
    return w


def train_spam(sets: dict[str, Set], without: str | None = None) -> Array:
    """Two columns, the second is spam; `without` names the video that is left out to be measured on."""
    names = [n for n in sets if n.startswith("spam") and n != without]
    y = np.concatenate([sets[n].labels for n in names])
    # Ordinary comments of elsewhere, so that what is only unlike music videos is not spam.
    plain = sets["goemotions"]
    pick = np.random.default_rng(4).permutation(len(plain.rows))[:4000]
    x = sp.vstack([*(sets[n].both(SPAM_BITS, 28) for n in names), plain.both(SPAM_BITS, 28)[pick]]).tocsr()
    y = np.concatenate([y, np.zeros(len(pick), int)])
    return regress(x, one_hot(y, 2), balanced(y), 0.5)


def spam_figures(sets: dict[str, Set]) -> tuple[float, float]:
    """F1 and area under the curve, mean of the five videos, each left out once."""
    f1, auc = [], []
    for name in (n for n in sets if n.startswith("spam")):
        z = apply(train_spam(sets, name), sets[name].both(SPAM_BITS, 28))
        score, y = z[:, 1] - z[:, 0], sets[name].labels
        hit = np.sum((score > 0) & (y == 1))
        f1.append(2 * hit / (np.sum(score > 0) + np.sum(y == 1)))
        rank = np.argsort(np.argsort(score)) + 1
        positives = np.sum(y == 1)
        auc.append((rank[y == 1].sum() - positives * (positives + 1) / 2) / (positives * np.sum(y == 0)))
    return 100 * float(np.mean(f1)), 100 * float(np.mean(auc))
