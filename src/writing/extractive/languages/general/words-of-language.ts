import {
  cat,
  ces,
  dan,
  deu,
  ell,
  fin,
  fra,
  hun,
  ind,
  ita,
  mar,
  nld,
  nob,
  pol,
  por,
  ron,
  rus,
  spa,
  swe,
  tur,
  ukr,
} from 'stopword';

/** The words that a lecture cannot do without, and what a sentence points back with. */
export interface LanguageWords {
  readonly and: string;
  /** "Summary", "Topics", "Source", "More". */
  readonly summary: string;
  readonly topics: string;
  readonly source: string;
  readonly more: string;
  readonly stopWords: readonly string[];
  /** First words of a sentence that leans on the one before: pronouns and connectives. */
  readonly leaning: string;
  /** Says that no language model wrote the text. */
  readonly credit: string;
}

const ENGLISH_CREDIT = 'Written without a language model from the document’s own sentences.';

/** By ISO 639-1 code. */
export const WORDS_OF_LANGUAGE: Readonly<Record<string, LanguageWords>> = {
  de: {
    and: 'und',
    summary: 'Zusammenfassung',
    topics: 'Themen',
    source: 'Quelle',
    more: 'Weiteres',
    stopWords: deu,
    leaning:
      'er|sie|es|dies|diese|dieser|dieses|diesen|diesem|das|jene|jener|jenes|ihr|ihre|ihren|ihrem|sein|seine|seinen|seinem|dort|hier|dabei|dadurch|damit|danach|daher|darum|deshalb|deswegen|dennoch|trotzdem|jedoch|aber|doch|außerdem|zudem|auch|so|dann|somit|folglich|allerdings|beide|solche|solcher|sonst|denn|und|oder|dazu|davon|daraus|darin|darauf|darüber|hingegen|dagegen',
    credit: 'Ohne Sprachmodell aus Sätzen des Dokuments zusammengestellt.',
  },
  fr: {
    and: 'et',
    summary: 'Résumé',
    topics: 'Thèmes',
    source: 'Source',
    more: 'Suite',
    stopWords: fra,
    leaning:
      'il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|c’est|son|sa|ses|leur|leurs|celui-ci|celle-ci|ceux-ci|y|en outre|ainsi|donc|mais|cependant|toutefois|pourtant|alors|ensuite|puis|aussi|de plus|par conséquent|en effet|or|car|et|ou|néanmoins|d’ailleurs|là|ici|lui',
    credit: 'Composé sans modèle de langue, avec les phrases du document.',
  },
  es: {
    and: 'y',
    summary: 'Resumen',
    topics: 'Temas',
    source: 'Fuente',
    more: 'Más',
    stopWords: spa,
    leaning:
      'él|ella|ellos|ellas|este|esta|estos|estas|esto|ese|esa|esos|esas|eso|aquel|aquella|su|sus|allí|aquí|así|por eso|por lo tanto|por tanto|pero|sin embargo|no obstante|además|también|entonces|luego|después|ambos|ambas|y|o|porque|tal|tales|lo mismo',
    credit: 'Compuesto sin modelo de lenguaje con frases del documento.',
  },
  pt: {
    and: 'e',
    summary: 'Resumo',
    topics: 'Temas',
    source: 'Fonte',
    more: 'Mais',
    stopWords: por,
    leaning:
      'ele|ela|eles|elas|este|esta|estes|estas|isto|esse|essa|esses|essas|isso|seu|sua|seus|suas|ali|aqui|assim|por isso|portanto|mas|porém|contudo|no entanto|além disso|também|então|depois|ambos|ambas|e|ou|porque|tal|tais',
    credit: 'Composto sem modelo de linguagem com frases do documento.',
  },
  it: {
    and: 'e',
    summary: 'Riepilogo',
    topics: 'Temi',
    source: 'Fonte',
    more: 'Altro',
    stopWords: ita,
    leaning:
      'egli|esso|essa|essi|esse|lui|lei|loro|questo|questa|questi|queste|quello|quella|ciò|suo|sua|suoi|sue|così|quindi|perciò|pertanto|ma|tuttavia|però|inoltre|anche|allora|poi|entrambi|e|o|infatti|qui|lì|tale|tali',
    credit: 'Composto senza modello linguistico con frasi del documento.',
  },
  nl: {
    and: 'en',
    summary: 'Samenvatting',
    topics: 'Onderwerpen',
    source: 'Bron',
    more: 'Meer',
    stopWords: nld,
    leaning:
      'hij|zij|ze|het|deze|dit|die|dat|hun|haar|zijn|daar|hier|daardoor|daarom|dus|maar|echter|toch|bovendien|ook|dan|daarna|beide|zulke|en|of|want|zo',
    credit: 'Zonder taalmodel samengesteld uit zinnen van het document.',
  },
  sv: {
    and: 'och',
    summary: 'Sammanfattning',
    topics: 'Ämnen',
    source: 'Källa',
    more: 'Mer',
    stopWords: swe,
    leaning: 'han|hon|den|det|de|denna|detta|dessa|där|här|därför|men|dock|också|så|sedan|och|eller',
    credit: ENGLISH_CREDIT,
  },
  da: {
    and: 'og',
    summary: 'Sammendrag',
    topics: 'Emner',
    source: 'Kilde',
    more: 'Mere',
    stopWords: dan,
    leaning: 'han|hun|den|det|de|denne|dette|disse|der|her|derfor|men|dog|også|så|og|eller',
    credit: ENGLISH_CREDIT,
  },
  nb: {
    and: 'og',
    summary: 'Oppsummering',
    topics: 'Emner',
    source: 'Kilde',
    more: 'Mer',
    stopWords: nob,
    leaning: 'han|hun|den|det|de|denne|dette|disse|der|her|derfor|men|også|så|og|eller',
    credit: ENGLISH_CREDIT,
  },
  fi: {
    and: 'ja',
    summary: 'Yhteenveto',
    topics: 'Aiheet',
    source: 'Lähde',
    more: 'Lisää',
    stopWords: fin,
    leaning: 'hän|he|se|ne|tämä|nämä|tuo|nuo|siellä|täällä|siksi|mutta|kuitenkin|myös|sitten|ja|tai|näin',
    credit: ENGLISH_CREDIT,
  },
  pl: {
    and: 'i',
    summary: 'Podsumowanie',
    topics: 'Tematy',
    source: 'Źródło',
    more: 'Więcej',
    stopWords: pol,
    leaning: 'on|ona|ono|oni|one|to|ten|ta|te|ci|jego|jej|ich|tam|tu|dlatego|ale|jednak|także|również|potem|i|lub|więc',
    credit: ENGLISH_CREDIT,
  },
  cs: {
    and: 'a',
    summary: 'Shrnutí',
    topics: 'Témata',
    source: 'Zdroj',
    more: 'Další',
    stopWords: ces,
    leaning: 'on|ona|ono|oni|to|ten|ta|tento|tato|toto|tyto|jeho|její|jejich|tam|zde|proto|ale|však|také|potom|a|nebo',
    credit: ENGLISH_CREDIT,
  },
  ro: {
    and: 'și',
    summary: 'Rezumat',
    topics: 'Teme',
    source: 'Sursa',
    more: 'Mai mult',
    stopWords: ron,
    leaning:
      'el|ea|ei|ele|acesta|aceasta|acest|această|aceștia|acestea|acolo|aici|de aceea|dar|însă|totuși|de asemenea|apoi|și|sau|astfel',
    credit: ENGLISH_CREDIT,
  },
  hu: {
    and: 'és',
    summary: 'Összefoglalás',
    topics: 'Témák',
    source: 'Forrás',
    more: 'Továbbiak',
    stopWords: hun,
    leaning: 'ő|ők|ez|ezek|az|azok|ott|itt|ezért|de|azonban|is|aztán|és|vagy|így',
    credit: ENGLISH_CREDIT,
  },
  tr: {
    and: 've',
    summary: 'Özet',
    topics: 'Konular',
    source: 'Kaynak',
    more: 'Devamı',
    stopWords: tur,
    leaning: 'o|onlar|bu|bunlar|şu|orada|burada|bu nedenle|ama|ancak|ayrıca|sonra|ve|veya|böylece',
    credit: ENGLISH_CREDIT,
  },
  id: {
    and: 'dan',
    summary: 'Ringkasan',
    topics: 'Topik',
    source: 'Sumber',
    more: 'Lanjutan',
    stopWords: ind,
    leaning:
      'ia|dia|mereka|ini|itu|hal ini|hal itu|di sana|di sini|oleh karena itu|tetapi|namun|juga|kemudian|dan|atau',
    credit: ENGLISH_CREDIT,
  },
  ca: {
    and: 'i',
    summary: 'Resum',
    topics: 'Temes',
    source: 'Font',
    more: 'Més',
    stopWords: cat,
    leaning:
      'ell|ella|ells|elles|aquest|aquesta|aquests|aquestes|això|allò|el seu|la seva|allà|aquí|així|per això|però|tanmateix|també|després|i|o',
    credit: ENGLISH_CREDIT,
  },
  ru: {
    and: 'и',
    summary: 'Итоги',
    topics: 'Темы',
    source: 'Источник',
    more: 'Далее',
    stopWords: rus,
    leaning:
      'он|она|оно|они|это|этот|эта|эти|тот|та|те|его|её|их|там|здесь|поэтому|но|однако|также|затем|потом|и|или|так',
    credit: ENGLISH_CREDIT,
  },
  uk: {
    and: 'і',
    summary: 'Підсумок',
    topics: 'Теми',
    source: 'Джерело',
    more: 'Далі',
    stopWords: ukr,
    leaning: 'він|вона|воно|вони|це|цей|ця|ці|той|та|ті|його|її|їх|там|тут|тому|але|однак|також|потім|і|або',
    credit: ENGLISH_CREDIT,
  },
  el: {
    and: 'και',
    summary: 'Σύνοψη',
    topics: 'Θέματα',
    source: 'Πηγή',
    more: 'Συνέχεια',
    stopWords: ell,
    leaning: 'αυτός|αυτή|αυτό|αυτοί|αυτές|αυτά|εκεί|εδώ|γι’ αυτό|αλλά|όμως|επίσης|έπειτα|και|ή',
    credit: ENGLISH_CREDIT,
  },
  mr: {
    and: 'आणि',
    summary: 'सारांश',
    topics: 'विषय',
    source: 'स्रोत',
    more: 'पुढे',
    stopWords: mar,
    leaning: 'हा|ही|हे|तो|ती|ते|या|त्या|त्याचे|त्यांचे|तेथे|येथे|म्हणून|पण|परंतु|तसेच|नंतर|आणि|किंवा',
    credit: ENGLISH_CREDIT,
  },
  ne: {
    and: 'र',
    summary: 'सारांश',
    topics: 'विषय',
    source: 'स्रोत',
    more: 'थप',
    stopWords: [],
    leaning: 'यो|यी|त्यो|ती|यस|त्यस|उनी|त्यहाँ|यहाँ|त्यसैले|तर|साथै|त्यसपछि|र|वा',
    credit: ENGLISH_CREDIT,
  },
};
