import type { LanguageCode } from '../../contract/languages.ts';

/** Says on a slide, in the lecture's own language, that the model of this name wrote it. */
export const MODEL_CREDITS: Readonly<Record<LanguageCode, (model: string) => string>> = {
  en: (model) => `Written by the language model ${model} with Lectra.`,
  hi: (model) => `भाषा मॉडल ${model} ने Lectra के साथ लिखा।`,
  de: (model) => `Vom Sprachmodell ${model} mit Lectra geschrieben.`,
  fr: (model) => `Rédigé par le modèle de langue ${model} avec Lectra.`,
  es: (model) => `Escrito por el modelo de lenguaje ${model} con Lectra.`,
  pt: (model) => `Escrito pelo modelo de linguagem ${model} com Lectra.`,
  it: (model) => `Scritto dal modello linguistico ${model} con Lectra.`,
  nl: (model) => `Geschreven door het taalmodel ${model} met Lectra.`,
  sv: (model) => `Skrivet av språkmodellen ${model} med Lectra.`,
  da: (model) => `Skrevet af sprogmodellen ${model} med Lectra.`,
  nb: (model) => `Skrevet av språkmodellen ${model} med Lectra.`,
  fi: (model) => `Kirjoittanut kielimalli ${model} Lectran avulla.`,
  pl: (model) => `Napisane przez model językowy ${model} w programie Lectra.`,
  cs: (model) => `Napsal jazykový model ${model} v programu Lectra.`,
  ro: (model) => `Scris de modelul lingvistic ${model} cu Lectra.`,
  hu: (model) => `Írta: ${model} nyelvi modell, Lectra.`,
  tr: (model) => `${model} dil modeli tarafından Lectra ile yazıldı.`,
  id: (model) => `Ditulis oleh model bahasa ${model} dengan Lectra.`,
  ca: (model) => `Escrit pel model de llenguatge ${model} amb Lectra.`,
  ru: (model) => `Написано языковой моделью ${model} в программе Lectra.`,
  uk: (model) => `Написано мовною моделлю ${model} у програмі Lectra.`,
  el: (model) => `Γράφτηκε από το γλωσσικό μοντέλο ${model} με το Lectra.`,
  mr: (model) => `भाषा मॉडेल ${model} ने Lectra सह लिहिले.`,
  ne: (model) => `भाषा मोडेल ${model} ले Lectra सँग लेखेको।`,
};
