import { createHash, randomUUID } from 'node:crypto';

/** The token that every client of the read-aloud service sends: https://github.com/rany2/edge-tts (constants.py). */
const TRUSTED_CLIENT_TOKEN = '6A5AA1D4EAFF4E9FB37E23D68491D6F4';
const EDGE_VERSION = '143.0.3650.75';
const WINDOWS_EPOCH_SECONDS = 11_644_473_600;
const TOKEN_SECONDS = 300;

/** Headers without which the service answers 403. */
export const EDGE_HEADERS = {
  'User-Agent': `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0`,
  Origin: 'chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold',
} as const;

/** The query of a connection; the token is good for five minutes. */
export function edgeQuery(nowMs: number): string {
  return new URLSearchParams({ TrustedClientToken: TRUSTED_CLIENT_TOKEN, ...tokensOf(nowMs) }).toString();
}

/** The query of the list of voices. */
export function voicesQuery(nowMs: number): string {
  return new URLSearchParams({ trustedclienttoken: TRUSTED_CLIENT_TOKEN, ...tokensOf(nowMs) }).toString();
}

/** Method: https://github.com/rany2/edge-tts (drm.py). */
function tokensOf(nowMs: number): Record<string, string> {
  const seconds = Math.floor(nowMs / 1_000) + WINDOWS_EPOCH_SECONDS;
  const ticks = `${seconds - (seconds % TOKEN_SECONDS)}0000000`;
  return {
    'Sec-MS-GEC': createHash('sha256').update(`${ticks}${TRUSTED_CLIENT_TOKEN}`).digest('hex').toUpperCase(),
    'Sec-MS-GEC-Version': `1-${EDGE_VERSION}`,
  };
}

/** A fresh id as the protocol writes it: 32 hexadecimal digits. */
export function edgeId(): string {
  return randomUUID().replaceAll('-', '');
}

/** The first message: MP3 and word times are wanted. */
export function speechConfigMessage(): string {
  const config = {
    context: {
      synthesis: {
        audio: {
          metadataoptions: { sentenceBoundaryEnabled: 'false', wordBoundaryEnabled: 'true' },
          outputFormat: 'audio-24khz-48kbitrate-mono-mp3',
        },
      },
    },
  };
  return `Content-Type:application/json; charset=utf-8\r\nPath:speech.config\r\n\r\n${JSON.stringify(config)}`;
}

export interface SsmlInput {
  readonly spoken: string;
  readonly voice: string;
  readonly language: string;
  readonly ratePercent: number;
  readonly pitchSemitones: number;
}

/** The second message: one text under one prosody. */
export function ssmlMessage(requestId: string, input: SsmlInput): string {
  const { spoken, voice, language, ratePercent, pitchSemitones } = input;
  // A semitone is about 6 % of the pitch of a voice, which lies near 180 Hz.
  const prosody = `rate='${signed(ratePercent)}%' pitch='${signed(pitchSemitones * 11)}Hz' volume='+0%'`;
  return [
    `X-RequestId:${requestId}`,
    'Content-Type:application/ssml+xml',
    `X-Timestamp:${new Date().toISOString()}Z`,
    'Path:ssml',
    '',
    `<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='${language}'><voice name='${voice}'><prosody ${prosody}>${escapeXml(spoken)}</prosody></voice></speak>`,
  ].join('\r\n');
}

/** The headers of a message and what stands after them. */
export function parseTextMessage(message: string): { readonly path: string; readonly body: string } {
  const end = message.indexOf('\r\n\r\n');
  return { path: pathOf(end === -1 ? message : message.slice(0, end)), body: end === -1 ? '' : message.slice(end + 4) };
}

/** A frame of sound: two bytes with the length of the headers, the headers, the sound. */
export function parseBinaryMessage(message: Buffer): { readonly path: string; readonly body: Buffer } {
  const length = message.readUInt16BE(0);
  return { path: pathOf(message.toString('utf8', 2, 2 + length)), body: message.subarray(2 + length) };
}

/** The written form of escaped text, as it stands in word boundaries. */
export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const signed = (value: number): string => (value < 0 ? String(value) : `+${value}`);

const pathOf = (headers: string): string => /^Path:(\S+)/m.exec(headers)?.[1] ?? '';
