/** Titles of sections that list references, books and other pages, as the Wikipedias call them. */
const TITLES: ReadonlySet<string> = new Set(
  [
    'see also|references|notes|footnotes|explanatory notes|notes and references|citations|sources|works cited|bibliography|further reading|external links|gallery',
    'इन्हें भी देखें|यह भी देखें|ये भी देखें|सन्दर्भ|संदर्भ|सन्दर्भ ग्रन्थ|संदर्भ ग्रंथ|संदर्भ सूची|सन्दर्भ सूची|बाहरी कड़ियाँ|बाहरी कड़ियां|बाहरी कडियाँ|टिप्पणी|टिप्पणियाँ|स्रोत|चित्र दीर्घा',
    'siehe auch|literatur|weblinks|einzelnachweise|anmerkungen|quellen|belege',
    'voir aussi|notes et références|références|bibliographie|liens externes|articles connexes|annexes',
    'véase también|referencias|enlaces externos|bibliografía|notas|notas y referencias',
    'ver também|referências|ligações externas|bibliografia',
    'note|voci correlate|altri progetti|collegamenti esterni',
    'zie ook|externe links|externe link|bronnen|literatuur|bronnen, noten en/of referenties',
    'se även|referenser|externa länkar|källor|noter|litteratur',
    'se også|referencer|referanser|kilder|eksterne henvisninger|eksterne lenker',
    'katso myös|lähteet|aiheesta muualla|viitteet|kirjallisuutta',
    'zobacz też|przypisy|linki zewnętrzne|uwagi',
    'odkazy|reference|literatura|související články|externí odkazy|poznámky',
    'vezi și|bibliografie|legături externe|referințe',
    'kapcsolódó szócikkek|jegyzetek|források|további információk',
    'ayrıca bakınız|kaynakça|dış bağlantılar|notlar',
    'lihat pula|referensi|pranala luar|catatan|catatan kaki|daftar pustaka',
    'vegeu també|referències|enllaços externs|notes i referències',
    'см. также|примечания|литература|ссылки|источники',
    'див. також|примітки|література|посилання|джерела',
    'δείτε επίσης|παραπομπές|εξωτερικοί σύνδεσμοι|βιβλιογραφία|σημειώσεις|πηγές',
    'हे सुद्धा पहा|हेही पहा|बाह्य दुवे|यो पनि हेर्नुहोस्|बाह्य लिङ्कहरू',
  ].flatMap((titles) => titles.normalize('NFC').split('|')),
);

/** Whether a heading stands over what leads elsewhere instead of over matter. */
export function isBackMatter(title: string): boolean {
  return TITLES.has(
    title
      .normalize('NFC')
      .trim()
      .toLowerCase()
      .replace(/[\s:]+$/u, ''),
  );
}
