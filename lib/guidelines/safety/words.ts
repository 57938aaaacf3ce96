import type { Category, Tier } from './categories.ts'

/** Phrases by category and tier, separated by commas. */
export type SafetyWords = Readonly<Partial<Record<Category, Readonly<Partial<Record<Tier, string>>>>>>

/**
 * What captions say of sensitive topics, by language: our own judgement (2026-11), not a list of others. A word says
 * that a topic is touched, not what is said of it, so a match is a question. Obscenity is found by ../profanity.
 */
export const SAFETY_WORDS: Readonly<Record<string, SafetyWords>> = {
  en: {
    adult: {
      high: 'porn, porno, pornhub, pornography, hentai, sex tape, camgirl, cam girl, send nudes, escort service, nsfw, hardcore sex, blowjob, gangbang, milf',
      medium:
        'onlyfans, sex toy, sex toys, dildo, vibrator, stripper, strip club, striptease, lap dance, erotic, orgasm, fetish, bdsm, bondage, kinky, one night stand, sugar daddy',
      low: 'topless, lingerie, nudity, nude photos, naked, foreplay',
    },
    arms: {
      high: 'ghost gun, guns for sale, gun for sale, ammo for sale, assault rifle, ar-15, ak-47, bump stock',
      medium: 'gun, handgun, pistol, revolver, rifle, shotgun, firearm, ammunition, ammo, grenade, machine gun, sniper',
      low: 'weapon, shooting range, gun range, hunting season, crossbow, switchblade',
    },
    crime: {
      floor: 'child porn, child abuse material',
      high: 'human trafficking, sex trafficking, child abuse, rape, rapist, raped, pedophile, paedophile, molest, lynching, torture, kidnapped, kidnapping',
      medium:
        'murder, murderer, homicide, stabbed, stabbing, robbery, burglary, assaulted, domestic violence, arson, blackmail, mafia, drug dealer, drug cartel, stalker',
      low: 'shoplifting, arrested, prison, jail, convicted, money laundering, fraudster, true crime',
    },
    conflict: {
      high: 'suicide, self-harm, kill yourself, kys, beheading, beheaded, massacre, genocide, dismembered, mass shooting, school shooting',
      medium:
        'airstrike, air strike, bombing, missile, war crimes, casualties, death toll, killed in, dead body, corpse, invasion, fatal accident, mass grave',
      low: 'war, warzone, soldiers, funeral, car crash, injured, deadly, troops',
    },
    debated: {
      high: 'great replacement, deport them all',
      medium:
        'abortion, pro-life, pro-choice, death penalty, euthanasia, gun control, illegal immigrants, illegal immigration, critical race theory, defund the police, anti-vax, antivax',
      low: 'election, referendum, politician, political party, immigration, refugees, asylum seekers, protesters, brexit, vaccine mandate',
    },
    hate: {
      floor:
        'nigger, niggers, faggot, faggots, kike, kikes, spics, wetback, wetbacks, towelhead, gas the jews, white power, heil hitler, sieg heil',
      high: 'tranny, trannies, subhuman, ethnic cleansing, white supremacy, white supremacist, neo-nazi, master race, go back to your country',
      medium: 'nazi, nazis, hitler, ku klux klan, racist, racists, homophobic, antisemitic, islamophobic',
      low: 'racism, homophobia, antisemitism, islamophobia, hate speech',
    },
    substances: {
      high: 'cocaine, heroin, crystal meth, meth, methamphetamine, fentanyl, lsd, mdma, ecstasy pills, ketamine, crack cocaine, magic mushrooms',
      medium:
        'weed, marijuana, cannabis, thc, vape, vapes, vaping, e-cigarette, cigarette, cigarettes, cigar, cigars, tobacco, nicotine, snus, shisha, hookah, binge drinking, blackout drunk, getting wasted, stoned, day drinking',
      low: 'wine, beer, vodka, gin, whisky, whiskey, tequila, rum, prosecco, champagne, cocktail, cocktails, hangover, hungover, tipsy, drunk, bourbon, cbd, aperol, spritz, booze',
    },
    piracy: {
      high: 'pirate bay, warez, keygen, cracked software, cracked version, illegal stream, illegal streaming',
      medium: 'torrent, torrents, pirated, free movie download, watch movies free, cracked apk, modded apk',
      low: 'jailbreak, bootleg recording',
    },
    spam: {
      high: 'double your bitcoin, guaranteed profit, cash app flip, money flip, recovery expert, get rich quick, send me crypto, risk-free profit, tide pod challenge, blackout challenge',
      medium:
        'follow for follow, f4f, l4l, sub4sub, follow back, free iphone, free gift card, claim your prize, you have been selected, earn from home, dm me to invest, dm to earn, forex signals, crypto signals, whatsapp me, buy followers',
    },
    terrorism: {
      high: 'al-qaeda, al qaeda, islamic state, boko haram, suicide bomber, terror attack, terrorist attack, car bomb, pipe bomb, bomb making',
      medium:
        'terrorist, terrorists, terrorism, jihad, jihadist, extremist, extremists, bomb threat, hijacking, hostage',
    },
  },
  de: {
    adult: {
      high: 'porno, pornos, pornografie, sexvideo, nacktfotos, escortservice, hentai, nsfw',
      medium:
        'onlyfans, sexspielzeug, dildo, vibrator, stripper, stripclub, erotik, erotisch, orgasmus, fetisch, bdsm, one-night-stand, sugardaddy',
      low: 'dessous, nackt, oben ohne',
    },
    arms: {
      high: 'sturmgewehr, waffen zu verkaufen, maschinenpistole',
      medium: 'pistole, gewehr, revolver, schusswaffe, munition, granate, maschinengewehr, schrotflinte',
      low: 'waffe, waffen, schießstand, jagdgewehr, armbrust',
    },
    crime: {
      high: 'menschenhandel, kindesmissbrauch, vergewaltigung, vergewaltigt, vergewaltiger, pädophil, folter, entführt, entführung, zwangsprostitution',
      medium:
        'mord, mörder, ermordet, raubüberfall, einbruch, körperverletzung, häusliche gewalt, brandstiftung, erpressung, mafia, drogendealer, stalker',
      low: 'ladendiebstahl, verhaftet, gefängnis, knast, verurteilt, geldwäsche, betrüger, true crime',
    },
    conflict: {
      high: 'suizid, selbstmord, selbstverletzung, enthauptung, massaker, völkermord, amoklauf, bring dich um',
      medium:
        'luftangriff, bombenangriff, raketenangriff, kriegsverbrechen, todesopfer, leiche, invasion, tödlicher unfall',
      low: 'krieg, soldaten, beerdigung, autounfall, verletzte, truppen',
    },
    debated: {
      medium: 'abtreibung, todesstrafe, sterbehilfe, illegale einwanderung, impfpflicht, impfgegner, remigration',
      low: 'bundestagswahl, wahlkampf, volksentscheid, politiker, migration, flüchtlinge, asyl, demonstranten',
    },
    hate: {
      floor: 'judensau, heil hitler, sieg heil, ausländer raus, nigger, neger, kanake, kanaken, white power',
      high: 'untermensch, untermenschen, schwuchtel, schwuchteln, zigeuner, herrenrasse, neonazi',
      medium: 'nazi, nazis, hitler, rassist, rassisten, rassistisch, homophob, antisemitisch',
      low: 'rassismus, homophobie, antisemitismus',
    },
    substances: {
      high: 'kokain, heroin, crystal meth, fentanyl, lsd, mdma, ketamin, ecstasy',
      medium:
        'marihuana, cannabis, kiffen, kiffer, thc, vape, vapen, e-zigarette, zigarette, zigaretten, zigarre, tabak, nikotin, snus, shisha, komasaufen, besoffen',
      low: 'wein, bier, wodka, gin, whisky, tequila, prosecco, champagner, sekt, cocktail, cocktails, verkatert, betrunken, rum, aperol, schnaps, glühwein',
    },
    piracy: {
      high: 'raubkopie, raubkopien, gecrackte version, illegaler stream',
      medium: 'torrent, kinox, filme kostenlos downloaden',
    },
    spam: {
      high: 'garantierter gewinn, schnell reich werden, bitcoin verdoppeln',
      medium:
        'follow for follow, gratis iphone, du wurdest ausgewählt, geld verdienen von zu hause, schreib mir auf whatsapp, follower kaufen, krypto-signale',
    },
    terrorism: {
      high: 'al-qaida, islamischer staat, selbstmordattentäter, terroranschlag, autobombe, rohrbombe',
      medium:
        'terrorist, terroristen, terrorismus, dschihad, extremist, extremisten, bombendrohung, geisel, geiselnahme',
    },
  },
  fr: {
    adult: {
      high: 'porno, pornographie, sextape, escort girl, nudes, hentai',
      medium:
        'onlyfans, sextoy, sextoys, gode, vibromasseur, strip-teaseuse, striptease, érotique, orgasme, fétichisme, bdsm, plan cul',
      low: 'lingerie, seins nus, toute nue, nudité',
    },
    arms: {
      high: "fusil d'assaut, kalachnikov, armes à vendre",
      medium: 'pistolet, revolver, fusil, munitions, grenade à main, mitraillette, arme à feu, armes à feu',
      low: 'stand de tir, arbalète',
    },
    crime: {
      high: 'traite des êtres humains, viol, violeur, violée, pédophile, pédophilie, torture, enlèvement, kidnapping, maltraitance',
      medium:
        'meurtre, meurtrier, assassinat, braquage, cambriolage, agression, violences conjugales, incendie criminel, chantage, mafia, dealer, harceleur',
      low: "vol à l'étalage, arrêté par la police, prison, condamné, blanchiment, escroc",
    },
    conflict: {
      high: 'suicide, automutilation, décapitation, massacre, génocide, fusillade, tue-toi',
      medium: 'frappe aérienne, bombardement, missile, crimes de guerre, cadavre, invasion, accident mortel',
      low: 'guerre, soldats, enterrement, obsèques, accident de voiture, blessés',
    },
    debated: {
      medium: 'avortement, ivg, peine de mort, euthanasie, immigration clandestine, antivax, grand remplacement',
      low: 'élections, référendum, immigration, réfugiés, migrants, manifestants',
    },
    hate: {
      floor: 'bougnoule, bougnoules, sale arabe, sale juif, sale noir, youpin, heil hitler, nègre, négro',
      high: 'pédé, pédés, tapette, tarlouze, race supérieure, néonazi',
      medium: 'nazi, nazis, hitler, raciste, racistes, homophobe, antisémite, islamophobe',
      low: 'racisme, homophobie, antisémitisme',
    },
    substances: {
      high: 'cocaïne, héroïne, méthamphétamine, fentanyl, lsd, mdma, kétamine, ecstasy',
      medium:
        'cannabis, marijuana, weed, beuh, joint de, thc, vapoteuse, vapoter, cigarette, cigarettes, cigare, tabac, nicotine, chicha, bourré, beuverie',
      low: 'vin, bière, vodka, gin, whisky, tequila, rhum, prosecco, champagne, cocktail, cocktails, gueule de bois, apéro, ivre, pastis',
    },
    piracy: {
      high: 'streaming illégal, logiciel piraté, version crackée',
      medium: 'torrent, téléchargement illégal, film gratuit en streaming',
    },
    spam: {
      high: 'profit garanti, doubler tes bitcoins, argent facile',
      medium:
        'follow for follow, iphone gratuit, tu as été sélectionné, gagner de l’argent à la maison, contacte-moi sur whatsapp, acheter des abonnés, signaux crypto',
    },
    terrorism: {
      high: 'al-qaïda, état islamique, daech, kamikaze, attentat, voiture piégée, attaque terroriste',
      medium: "terroriste, terroristes, terrorisme, djihad, extrémiste, alerte à la bombe, prise d'otage, otage",
    },
  },
  es: {
    adult: {
      high: 'porno, pornografía, vídeo sexual, video sexual, nudes, hentai',
      medium:
        'onlyfans, juguete sexual, juguetes sexuales, consolador, vibrador, stripper, striptease, erótico, erótica, orgasmo, fetiche, bdsm',
      low: 'lencería, topless, desnuda, desnudo',
    },
    arms: {
      high: 'fusil de asalto, armas en venta, ametralladora',
      medium: 'pistola, revólver, rifle, escopeta, munición, granada de mano, arma de fuego, armas de fuego',
      low: 'campo de tiro, ballesta',
    },
    crime: {
      high: 'trata de personas, violación, violador, violada, pedófilo, pederasta, abuso infantil, tortura, secuestro, secuestrada',
      medium:
        'asesinato, asesino, homicidio, apuñalado, atraco, robo a mano armada, agresión, violencia doméstica, violencia de género, chantaje, mafia, narcotraficante, cártel, acosador',
      low: 'hurto, detenido, cárcel, prisión, condenado, blanqueo, estafador',
    },
    conflict: {
      high: 'suicidio, autolesión, decapitación, masacre, genocidio, tiroteo, mátate',
      medium:
        'ataque aéreo, bombardeo, misil, crímenes de guerra, cadáver, invasión, accidente mortal, víctimas mortales',
      low: 'guerra, soldados, funeral, accidente de coche, heridos, tropas',
    },
    debated: {
      medium: 'aborto, provida, pena de muerte, eutanasia, inmigración ilegal, antivacunas',
      low: 'elecciones, referéndum, inmigración, refugiados, inmigrantes, manifestantes',
    },
    hate: {
      floor: 'negro de mierda, moro de mierda, heil hitler, sudaca, sudacas, panchito, panchitos',
      high: 'maricón, maricones, bollera, raza superior, neonazi, vuelve a tu país',
      medium: 'nazi, nazis, hitler, racista, racistas, homófobo, antisemita',
      low: 'racismo, homofobia, antisemitismo',
    },
    substances: {
      high: 'cocaína, heroína, metanfetamina, fentanilo, lsd, mdma, ketamina, éxtasis',
      medium:
        'marihuana, cannabis, porro, porros, thc, vapeo, vapear, vaper, cigarrillo, cigarrillos, puro habano, tabaco, nicotina, cachimba, borrachera, emborracharse',
      low: 'vino, cerveza, vodka, ginebra, whisky, tequila, ron, prosecco, champán, cóctel, cócteles, resaca, borracho, borracha, mezcal, sangría',
    },
    piracy: {
      high: 'software pirata, versión crackeada, streaming ilegal',
      medium: 'torrent, descarga ilegal, películas gratis',
    },
    spam: {
      high: 'ganancia garantizada, duplica tus bitcoins, hazte rico',
      medium:
        'sígueme y te sigo, iphone gratis, has sido seleccionado, gana dinero desde casa, escríbeme por whatsapp, comprar seguidores, señales de cripto',
    },
    terrorism: {
      high: 'al qaeda, estado islámico, terrorista suicida, atentado, coche bomba, ataque terrorista',
      medium: 'terrorista, terroristas, terrorismo, yihad, yihadista, extremista, amenaza de bomba, rehén, rehenes',
    },
  },
  it: {
    adult: {
      high: 'porno, pornografia, video hard, nudes, hentai',
      medium: 'onlyfans, sex toy, vibratore, spogliarellista, spogliarello, erotico, erotica, orgasmo, feticismo, bdsm',
      low: 'lingerie, topless, nuda, nudo integrale',
    },
    arms: {
      high: "fucile d'assalto, armi in vendita, mitragliatrice",
      medium: 'pistola, fucile, munizioni, granata, arma da fuoco, armi da fuoco, mitra',
      low: 'poligono di tiro, balestra',
    },
    crime: {
      high: 'tratta di esseri umani, stupro, stupratore, stuprata, pedofilo, pedofilia, abuso su minori, tortura, rapimento, rapita',
      medium:
        'omicidio, assassino, assassinio, accoltellato, rapina, furto in casa, aggressione, violenza domestica, femminicidio, ricatto, mafia, spacciatore, stalker',
      low: 'taccheggio, arrestato, carcere, prigione, condannato, riciclaggio di denaro, truffatore',
    },
    conflict: {
      high: 'suicidio, autolesionismo, decapitazione, massacro, genocidio, sparatoria, ammazzati',
      medium: 'attacco aereo, bombardamento, missile, crimini di guerra, cadavere, invasione, incidente mortale',
      low: 'guerra, soldati, funerale, incidente stradale, feriti, truppe',
    },
    debated: {
      medium: 'aborto, pena di morte, eutanasia, immigrazione clandestina, no vax',
      low: 'elezioni, referendum, immigrazione, rifugiati, migranti, manifestanti',
    },
    hate: {
      floor: 'sporco negro, negro di merda, sporco ebreo, heil hitler',
      high: 'frocio, froci, ricchione, terrone, terroni, zingari, razza superiore, neonazista, torna al tuo paese',
      medium: 'nazista, nazisti, hitler, razzista, razzisti, omofobo, antisemita',
      low: 'razzismo, omofobia, antisemitismo',
    },
    substances: {
      high: 'cocaina, eroina, metanfetamina, fentanyl, lsd, mdma, ketamina, ecstasy',
      medium:
        'marijuana, cannabis, canna di, spinello, thc, svapo, svapare, sigaretta, sigarette, sigaro, tabacco, nicotina, narghilè, sbronza, ubriacarsi',
      low: 'vino, birra, vodka, gin, whisky, tequila, rum, prosecco, champagne, cocktail, ubriaco, ubriaca, aperol, spritz, grappa',
    },
    piracy: {
      high: 'software pirata, versione craccata, streaming illegale',
      medium: 'torrent, download illegale, film gratis in streaming',
    },
    spam: {
      high: 'profitto garantito, raddoppia i tuoi bitcoin, diventare ricchi',
      medium:
        'follow for follow, iphone gratis, sei stato selezionato, guadagna da casa, scrivimi su whatsapp, comprare follower, segnali crypto',
    },
    terrorism: {
      high: 'al qaeda, stato islamico, kamikaze, attentato, autobomba, attacco terroristico',
      medium: 'terrorista, terroristi, terrorismo, jihad, estremista, allarme bomba, ostaggio, ostaggi',
    },
  },
  pt: {
    adult: {
      high: 'pornô, porno, pornografia, vídeo de sexo, nudes, hentai',
      medium: 'onlyfans, brinquedo sexual, vibrador, stripper, striptease, erótico, erótica, orgasmo, fetiche, bdsm',
      low: 'lingerie, topless, pelada, nua',
    },
    arms: {
      high: 'fuzil, armas à venda, metralhadora',
      medium: 'pistola, revólver, rifle, espingarda, munição, arma de fogo, armas de fogo',
      low: 'estande de tiro, besta de caça',
    },
    crime: {
      high: 'tráfico de pessoas, estupro, estuprador, estuprada, pedófilo, pedofilia, abuso infantil, tortura, sequestro, sequestrada',
      medium:
        'assassinato, assassino, homicídio, esfaqueado, assalto, agressão, violência doméstica, feminicídio, chantagem, máfia, traficante, stalker',
      low: 'furto, foi preso, prisão, na cadeia, condenado, lavagem de dinheiro, golpista',
    },
    conflict: {
      high: 'suicídio, automutilação, decapitação, massacre, genocídio, tiroteio, se mata',
      medium: 'ataque aéreo, bombardeio, míssil, crimes de guerra, cadáver, invasão, acidente fatal, vítimas fatais',
      low: 'guerra, soldados, funeral, velório, acidente de carro, feridos',
    },
    debated: {
      medium: 'aborto, pena de morte, eutanásia, imigração ilegal, antivacina',
      low: 'eleições, referendo, imigração, refugiados, imigrantes, manifestantes',
    },
    hate: {
      floor: 'preto de merda, macaco preto, heil hitler',
      high: 'viado, viados, sapatão, raça superior, neonazista, volta pro seu país',
      medium: 'nazista, nazistas, hitler, racista, racistas, homofóbico, antissemita',
      low: 'racismo, homofobia, antissemitismo',
    },
    substances: {
      high: 'cocaína, heroína, metanfetamina, fentanil, lsd, mdma, ketamina, ecstasy',
      medium:
        'maconha, cannabis, baseado de, thc, vape, vapes, cigarro, cigarros, charuto, tabaco, nicotina, narguilé, bebedeira, bêbado, bêbada',
      low: 'vinho, cerveja, vodka, gin, whisky, uísque, tequila, rum, prosecco, champanhe, coquetel, drinks, ressaca, cachaça, caipirinha',
    },
    piracy: {
      high: 'software pirata, versão crackeada, streaming ilegal',
      medium: 'torrent, download ilegal, filmes grátis',
    },
    spam: {
      high: 'lucro garantido, dobre seus bitcoins, fique rico',
      medium:
        'segue que eu sigo, sdv, iphone grátis, você foi selecionado, ganhe dinheiro em casa, me chama no whatsapp, comprar seguidores, sinais de cripto, tigrinho',
    },
    terrorism: {
      high: 'al qaeda, estado islâmico, homem-bomba, atentado, carro-bomba, ataque terrorista',
      medium: 'terrorista, terroristas, terrorismo, jihad, extremista, ameaça de bomba, refém, reféns',
    },
  },
  nl: {
    adult: {
      high: 'porno, pornografie, seksvideo, naaktfoto, naaktfoto’s, hentai',
      medium:
        'onlyfans, seksspeeltje, seksspeeltjes, dildo, vibrator, stripper, striptease, erotisch, orgasme, fetisj, bdsm, onenightstand',
      low: 'lingerie, topless, naakt',
    },
    arms: {
      high: 'aanvalsgeweer, wapens te koop, mitrailleur',
      medium: 'pistool, geweer, revolver, vuurwapen, vuurwapens, munitie, granaat',
      low: 'wapen, wapens, schietbaan, kruisboog',
    },
    crime: {
      high: 'mensenhandel, kindermisbruik, verkrachting, verkracht, verkrachter, pedofiel, marteling, ontvoerd, ontvoering',
      medium:
        'moord, moordenaar, vermoord, overval, inbraak, mishandeling, huiselijk geweld, brandstichting, afpersing, maffia, drugsdealer, stalker',
      low: 'winkeldiefstal, gearresteerd, gevangenis, veroordeeld, witwassen, oplichter',
    },
    conflict: {
      high: 'zelfmoord, zelfdoding, zelfbeschadiging, onthoofding, bloedbad, genocide, schietpartij, pleeg zelfmoord',
      medium: 'luchtaanval, bombardement, raketaanval, oorlogsmisdaden, invasie, dodelijk ongeluk, dodental',
      low: 'oorlog, soldaten, begrafenis, auto-ongeluk, gewonden',
    },
    debated: {
      medium: 'abortus, doodstraf, euthanasie, illegale immigratie, antivax, omvolking',
      low: 'verkiezingen, referendum, immigratie, vluchtelingen, asielzoekers, demonstranten',
    },
    hate: {
      floor: 'heil hitler, kankerjood, kankerneger, kutmarokkaan, kutmarokkanen',
      high: 'nikker, flikker, mietje, neonazi, ga terug naar je eigen land',
      medium: 'nazi, nazi’s, hitler, racist, racisten, homofoob, antisemitisch',
      low: 'racisme, homofobie, antisemitisme',
    },
    substances: {
      high: 'cocaïne, heroïne, crystal meth, fentanyl, lsd, mdma, ketamine, xtc',
      medium:
        'wiet, cannabis, jointje, thc, vape, vapen, e-sigaret, sigaret, sigaretten, sigaar, tabak, nicotine, snus, waterpijp, dronken, comazuipen',
      low: 'wijn, bier, wodka, gin, whisky, tequila, rum, prosecco, champagne, cocktail, cocktails, borrel, jenever, glühwein',
    },
    piracy: {
      high: 'illegale kopie, gekraakte versie, illegale stream',
      medium: 'torrent, illegaal downloaden, gratis films kijken',
    },
    spam: {
      high: 'gegarandeerde winst, verdubbel je bitcoins, snel rijk worden',
      medium:
        'follow for follow, gratis iphone, je bent geselecteerd, verdien geld vanuit huis, app me op whatsapp, volgers kopen, crypto-signalen',
    },
    terrorism: {
      high: 'al qaida, islamitische staat, zelfmoordterrorist, terreuraanslag, autobom',
      medium: 'terrorist, terroristen, terrorisme, jihad, extremist, bommelding, gijzeling, gijzelaar',
    },
  },
}

/** Wording in which a listed word means something else; of any language, as captions mix them. */
export const OTHERWISE = `
nude lip, nude lips, nude lipstick, nude lipsticks, nude shade, nude shades, nude tone, nude tones, nude palette, nude nails, nude heels, nude liner, naked palette, naked truth, naked cake, naked eye, naked skin, stripped back, sex education, nackte haut, nackte wahrheit, nude look, maquillaje nude, rossetto nude, batom nude, naakte waarheid,
glue gun, hot glue gun, massage gun, nail gun, heat gun, spray gun, paint gun, water gun, nerf gun, tattoo gun, grease gun, caulking gun, top gun, jump the gun, son of a gun, guns n roses, stick to my guns, sticking to my guns, gun show, finger guns, secret weapon, weapon of choice, wasserpistole, massagepistole, klebepistole, heißklebepistole, geheimwaffe, wunderwaffe, pistolet à colle, arme secrète, arme fatale, pistola de silicona, pistola de masaje, pistola per massaggi, pistola a caldo, pistola de cola quente, lijmpistool, massagepistool, geheim wapen,
fashion crime, murder mystery, murder on the dancefloor, killer heels, crime novel, crime fiction, crime podcast, true crime podcast, crime series, jailhouse rock, fashion police, prison break, mordshunger, mordsspaß, mordslust, krimi, einbruch der dunkelheit,
star wars, price war, bidding war, tug of war, pillow fight, war paint, war on plastic, war on wrinkles, war on acne, infinity war, suicide squad, cold war kids, guerre des étoiles, guerra de las galaxias, guerra de almohadas, guerre stellari, oorlog en vrede,
bath bomb, bath bombs, cherry bomb, photo bomb, chocolate bomb, fat bomb, fat bombs, sexbombe, vitaminbombe, kalorienbombe,
seaweed, sea weed, weed killer, weed the garden, garden weed, garden weeds, pulling weeds, wine red, wine colour, wine color, wine coloured, wine-coloured, wine vinegar, red wine vinegar, white wine vinegar, rice wine vinegar, root beer, ginger beer, butter beer, beer shampoo, rum raisin, cocktail dress, cocktail dresses, cocktail ring, cocktail sauce, cocktail tomatoes, champagne colour, champagne color, champagne gold, champagne pink, champagne shade, alcohol-free beer, alcohol free beer, alcohol-free wine, alcohol free wine, alcohol-free gin, non-alcoholic beer, non-alcoholic wine, non-alcoholic gin, alcohol-free cocktail, alkoholfreies bier, alkoholfreier wein, alkoholfreier sekt, alkoholfreier gin, cocktailtomaten, cocktailkleid, weinrot, champagnerfarben, bière sans alcool, vin sans alcool, cocktail sans alcool, robe de cocktail, cerveza sin alcohol, vino sin alcohol, cóctel sin alcohol, birra analcolica, cocktail analcolico, cerveja sem álcool, alcoholvrij bier, alcoholvrije wijn, drunk in love, punch drunk, drunk elephant, gin rummy,
smoke-free, smoke free, smoking jacket, cigarette pants, cigarette trousers, cigarette jeans, zigarettenhose, blackout curtains, blackout blinds`
