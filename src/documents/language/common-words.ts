const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * The commonest function words of languages in Latin script, by English name. English has more of them than the others,
 * so that a short English sentence is never outvoted by a word that two languages share.
 */
export const COMMON_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  English: words(
    'the of and to in is that for it as with are was on by this be from at or an not have has which when their can into ' +
      'they we you its but were been than what how all our your will one there these those would about because a',
  ),
  German: words(
    'der die das und ist nicht ein eine einer von zu mit den dem des auf für im sich als auch wird sind werden aus bei wir ich sie es',
  ),
  French: words(
    'le la les des et est une un dans que qui pour pas sur avec du au ce cette sont par plus nous vous il elle ne se ou aux',
  ),
  Spanish: words(
    'el la los las de que y en un una es por con para del se su como más pero sus al lo son este esta no muy también',
  ),
  Portuguese: words(
    'o os as de que e em um uma é por com para do da dos das não se na no mais como ao são foi seu sua também',
  ),
  Italian: words(
    'il lo gli di che e un una è per con del della nel non si sono come più da al alla dei delle anche questo questa',
  ),
  Dutch: words(
    'de het een en van is dat niet op te zijn voor met die aan er ook wordt bij door naar maar worden deze uit',
  ),
  Swedish: words('och att det som en på är av för med den till inte om ett han de var jag från men har kan vi eller'),
  Danish: words('og at det er en til af på med for den ikke som der de et han var fra har men jeg kan vi eller ved'),
  Norwegian: words(
    'og å det er en til av på med for den ikke som de et han var fra har men jeg kan vi eller ved ikkje',
  ),
  Finnish: words('ja on ei se että oli hän ovat mutta kun myös joka tai niin kuin sen ole mukaan jos'),
  Polish: words('i w na z się nie do jest to że o jak ale po co tak za od przez są dla oraz który która'),
  Czech: words('a v na se je že s z do o to jako ale za po by pro jsou který která nebo při také'),
  Romanian: words('și în de la cu pe că nu este un o din care pentru mai sau sunt prin fi dar'),
  Hungarian: words('a az és hogy nem is egy ez van de meg csak volt már mint vagy ha el még'),
  Turkish: words('ve bir bu da de için ile olarak çok daha olan gibi en kadar ne ama sonra her'),
  Indonesian: words('yang dan di ini itu dengan untuk dari dalam tidak pada adalah ke akan oleh sebagai juga atau'),
  Vietnamese: words('và của là có được trong cho không với các một này những khi từ đã người'),
  Russian: words('и в не на что с по как это из к он но все за от так же для мы его то был была было или только ещё'),
  Ukrainian: words('і в не на що з як це та до він але за від так для ми його був була було або тільки ще й у є'),
  Bulgarian: words('и в не на че с по как това от за да се са е той но като или само още е ще бе при след'),
  Hindi: words(
    'है हैं के का की में से को और यह पर ने कि था थे थी भी एक ही हो इस लिए वह जो तो नहीं कर रहा रही गया गई या तक ये साथ बाद होता होती होते',
  ),
  Marathi: words('आहे आहेत आणि मध्ये या हे हा ही तो ती ते च्या ला ने असे होते होता होती नाही पण किंवा म्हणून त्या करून झाला झाली'),
  Nepali: words('छ छन् र को मा हो का की ले लाई यो पनि भएको गरेको हुन्छ थियो तर छैन भने गर्न एक बाट हुने त्यो गर्ने'),
  Catalan: words('el la els les de que i en un una és per amb del es seu com més però al dels'),
};
