import { DOMParser, type Element, Node, ParseError } from '@xmldom/xmldom';
import { type EdgeVoice, findEdgeVoice } from './edge-voices.ts';

/** What a client wants to hear. */
export interface SpeechOrder {
  readonly voice: EdgeVoice;
  /** 1 is the voice's own pace. */
  readonly rateFactor: number;
  readonly pitchHz: number;
  /** Unescaped, white space collapsed. */
  readonly text: string;
  /** Equal for equal orders, without the text. */
  readonly manner: string;
}

/** Why the service closes with 1007. */
export interface SsmlRefusal {
  readonly closeReason: string;
}

const RAW_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu;
/** Clients send a signed percentage or a plain factor; an unsigned "0%" is refused. */
const RATE = /^(?:([+-]\d+(?:\.\d+)?)%|(\d+(?:\.\d+)?))$/u;
const PITCH = /^([+-]\d+(?:\.\d+)?)(Hz|%|st)$/iu;
const VOLUME = /^(?:[+-]\d+(?:\.\d+)?%?|\d+(?:\.\d+)?)$/u;
const INVALID: SsmlRefusal = { closeReason: 'SSML is invalid' };

/**
 * Reads an SSML document: one speak, one voice, one prosody, plain text. Anything else is refused with the reason
 * that the service gives when it closes.
 */
export function readSsml(ssml: string): SpeechOrder | SsmlRefusal {
  const raw = RAW_AMPERSAND.exec(ssml);
  if (raw !== null) {
    const before = ssml.slice(0, raw.index).split('\n');
    const position = (before.at(-1)?.length ?? 0) + 2;
    return { closeReason: `An error occurred while parsing EntityName. Line ${before.length}, position ${position}.` };
  }
  const speak = parseRoot(ssml);
  const voiceElement = speak?.tagName === 'speak' ? onlyElement(speak, 'voice') : null;
  const prosody = voiceElement === null ? null : onlyElement(voiceElement, 'prosody');
  if (voiceElement === null || prosody === null || listElements(prosody).length > 0) return INVALID;
  const name = voiceElement.getAttribute('name') ?? '';
  const voice = findEdgeVoice(name);
  if (voice === null) return { closeReason: `Unsupported voice ${name}.` };

  const [rateText, pitchText, volumeText] = [
    prosody.getAttribute('rate') ?? '+0%',
    prosody.getAttribute('pitch') ?? '+0Hz',
    prosody.getAttribute('volume') ?? '+0%',
  ];
  const rate = RATE.exec(rateText);
  const pitch = PITCH.exec(pitchText);
  if (rate === null || pitch === null || !VOLUME.test(volumeText)) return INVALID;
  const rateFactor = rate[1] === undefined ? Number(rate[2]) : 1 + Number(rate[1]) / 100;
  return {
    voice,
    rateFactor: Math.min(3, Math.max(0.5, rateFactor)),
    pitchHz: toHz(Number(pitch[1]), (pitch[2] ?? '').toLowerCase(), voice.fundamentalHz),
    text: (prosody.textContent ?? '').replace(/\s+/gu, ' ').trim(),
    manner: `${voice.shortName} ${rateText} ${pitchText} ${volumeText}`,
  };
}

function parseRoot(ssml: string): Element | null {
  try {
    const parser = new DOMParser({
      onError: (_level, message) => {
        throw new ParseError(message);
      },
    });
    return parser.parseFromString(ssml, 'text/xml').documentElement;
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

function listElements(parent: Element): readonly Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === Node.ELEMENT_NODE);
}

/** The one child element, when it is of that kind and no text stands beside it. */
function onlyElement(parent: Element, tagName: string): Element | null {
  const [first, ...others] = listElements(parent);
  const hasText = [...parent.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
  );
  return first?.tagName === tagName && others.length === 0 && !hasText ? first : null;
}

function toHz(amount: number, unit: string, fundamentalHz: number): number {
  if (unit === 'hz') return amount;
  return unit === 'st' ? fundamentalHz * (2 ** (amount / 12) - 1) : (fundamentalHz * amount) / 100;
}
