const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Abbreviations after which a sentence goes on, whatever follows. Lower case, without the last full stop. */
export const ABBREVIATIONS_BEFORE_MORE: ReadonlySet<string> = words(
  'dr prof mr mrs ms mx st fr rev hon gen col lt capt sgt gov sen rep pres mt ft messrs ' +
    'e.g i.e cf vs viz ca approx resp incl excl esp fig figs eq eqs eqn sec chap ch vol vols ed eds pp p para bzw mio mrd ' +
    'डॉ प्रो पं श्री सुश्री कु',
);

/** Abbreviations that go on when a digit follows ("No. 5", "Jan. 5"), and otherwise may end a sentence. */
export const ABBREVIATIONS_BEFORE_NUMBER: ReadonlySet<string> = words(
  'no nos nr abs art bd kap s tab jan feb mar apr jun jul aug sep sept oct nov dec max min avg c सं क्र',
);

/** Abbreviations that end a sentence only when a usual first word follows ("Smith et al. The …"). */
export const ABBREVIATIONS_BEFORE_NAME: ReadonlySet<string> = words('al jr sr inc ltd co corp dept univ assn bros');

/** Words that begin sentences far more often than they continue a name. */
export const USUAL_FIRST_WORDS: ReadonlySet<string> = words(
  'a after all although an and another are as at because before both but by can do does each even every few finally ' +
    'first for from had has have he her here his how however i if in instead is it its later like many meanwhile more ' +
    'most my no nor not now of on once one or other our over people she since so some still such that the their then ' +
    'there these they this those though through thus to today two under unlike until was we were what when where ' +
    'whether which while who why will with without yet you your',
);

/** Abbreviations of one language that are words of another ("mind", "gem"), by ISO 639-1 code: a sentence goes on after them. */
export const ABBREVIATIONS_OF_LANGUAGE: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words('abb abzgl bes bspw d.h evtl exkl gem ggf i.d.r inkl insb lt max mind sog u.a u.u vgl z.b z.t zzgl'),
  hi: words('उदा रु ई सें ग्रा लि मी किमी सेमी कि.मी कि.ग्रा से.मी मि.मी'),
};

/** Abbreviations of two words after which a sentence goes on, whatever follows; it may end with others ("v. Chr."). */
export const SPACED_BEFORE_MORE: ReadonlySet<string> = new Set(
  'z. b.|z. t.|d. h.|u. a.|u. u.|d. r.|ई. पू.|कि. मी.|से. मी.|मि. मी.|कि. ग्रा.'.split('|'),
);

/** Words before a German ordinal: "am 3. Oktober", "im 19. Jahrhundert". */
export const GERMAN_BEFORE_ORDINAL: ReadonlySet<string> = words(
  'am im der die das dem den des vom zum zur beim jeder jede jedes jeden ihr ihre sein seine',
);
