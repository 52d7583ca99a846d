import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, test } from 'vitest';
import { LectraError, ProviderError } from '../../../src/contract/errors.ts';
import { createWikipediaReader } from '../../../src/documents/create-wikipedia-reader.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { type FaultScript, listFaults, NO_FAULTS } from '../../services/fault-script.ts';
import { startWikipedia } from '../../services/wikipedia/start-wikipedia.ts';
import type { WikipediaFault } from '../../services/wikipedia/wikipedia-faults.ts';

const USER_AGENT = 'Lectra/test (https://example.org/lectra)';
const { signal: unaborted } = new AbortController();

interface Wanted {
  readonly topic: string;
  readonly language?: string;
  readonly faults?: FaultScript<WikipediaFault>;
  readonly userAgent?: string;
  readonly limitMs?: number;
  readonly signal?: AbortSignal;
}

async function look(wanted: Wanted) {
  const ledger = createCallLedger();
  await using wiki = await startWikipedia({ ledger, faults: wanted.faults ?? NO_FAULTS });
  const reader = createWikipediaReader({
    baseUrl: wiki.url,
    userAgent: wanted.userAgent ?? USER_AGENT,
    now: Date.now,
    ...(wanted.limitMs === undefined ? {} : { limitMs: wanted.limitMs }),
  });
  const { language = 'en', signal = unaborted, topic } = wanted;
  try {
    const reading = await reader.read({ topic, language }, signal);
    const html = new TextDecoder().decode(reading.bytes);
    const document = await readDocument({ bytes: reading.bytes, name: reading.name, language });
    const root = wiki.url.replace('{language}', language);
    return { found: { reading, html, document, root, calls: ledger.entries() }, calls: ledger.entries(), error: null };
  } catch (error) {
    return { found: null, calls: ledger.entries(), error };
  }
}

async function found(wanted: Wanted) {
  const { error, found: answer } = await look(wanted);
  if (answer === null) throw error;
  return answer;
}

async function failureOf(wanted: Wanted): Promise<string> {
  const { error } = await look(wanted);
  if (error instanceof LectraError) return `${error.code} ${error.message.replace(/127\.0\.0\.1:\d+/gu, 'HOST')}`;
  throw error ?? new Error('nothing was thrown');
}

describe('createWikipediaReader', () => {
  it('takes the article that the topic leads to, of one revision, and names its licence', async () => {
    const { document, reading, root } = await found({ topic: 'Tides' });
    expect(reading.references).toEqual([
      {
        title: 'Tide',
        url: `${root}/w/index.php?title=Tide&oldid=9000014`,
        creator: 'Wikipedia contributors',
        licence: 'CC BY-SA 4.0',
        licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
      },
    ]);
    expect(reading.warnings).toEqual([]);
    expect([document.title, document.name, document.language]).toEqual(['Tide', 'Wikipedia, CC BY-SA 4.0', 'en']);
  });

  it('keeps headings, prose and tables, and nothing of the furniture of a wiki', async () => {
    const { document, html } = await found({ topic: 'Tides' });
    expect(document.sections.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '2 Causes',
      '3 Spring and neap tides',
      '2 Tidal range',
      '2 Life between the tides',
      '2 Tidal power',
      '2 History of tide tables',
    ]);
    const table = document.passages.find(({ kind }) => kind === 'table')?.table;
    expect(table?.header).toEqual(['Place', 'Country', 'Range (m)']);
    expect(table?.rows[0]).toEqual(['Bay of Fundy', 'Canada', '14.5']);
    expect(html).toContain('A tide (from Old English tīd) is the slow rise');
    expect(html).toContain('When a body of mass m moves twice as far away');
    expect(html).not.toMatch(
      /\[\d\]|citation needed|other uses|Main article|taɪd|\[edit\]|12 h 25 min|boats lying|displaystyle|given by|where G is|Tidal bore|A\. Writer|harbour office|oceanography|mw-/u,
    );
  });

  it('leaves out an aside of names in scripts that no slide shows', async () => {
    const { html } = await found({ topic: 'lighthouse' });
    expect(html).toContain('<p>A lighthouse is a tower with a strong light');
    expect(html).not.toMatch(/additional citations|C\. Keeper/u);
  });

  it('finds what a question asks about by any of its words, when no page has all of them', async () => {
    const { calls, reading } = await found({ topic: 'How do lighthouses warn ships?' });
    expect(reading.references.map(({ title }) => title)).toEqual(['Lighthouse']);
    expect(calls.map(({ operation }) => operation)).toEqual(['look', 'search', 'search', 'parse']);
  });

  it('takes the first meaning that is an article when a word has several, and says so', async () => {
    const { document, reading } = await found({ topic: 'crane' });
    expect(document.title).toBe('Crane');
    expect(reading.references[0]?.title).toBe('Crane (machine)');
    expect(reading.warnings).toEqual([
      {
        code: 'TOPIC_AMBIGUOUS',
        message:
          '"crane" can mean several things; this lecture is about “Crane (machine)”. Word the topic more closely if you meant another.',
      },
    ]);
  });

  it('reads Hindi from the Hindi Wikipedia', async () => {
    const { document, reading, root } = await found({ topic: 'मधुमक्खी', language: 'hi' });
    expect(root).toMatch(/\/hi$/u);
    expect(reading.name).toBe('विकिपीडिया, CC BY-SA 4.0');
    expect(document.sections.map(({ title }) => title)).toContain('मधुमक्खी का नृत्य');
    expect(document.sections.map(({ title }) => title)).not.toContain('सन्दर्भ');
  });

  it('gives the same bytes for the same revision, so that a second run repeats nothing', async () => {
    const [one, other] = [await found({ topic: 'Tides' }), await found({ topic: 'Tides' })];
    expect(Buffer.from(one.reading.bytes).equals(Buffer.from(other.reading.bytes))).toBe(true);
  });

  it.each(['quarterly results of Acme', 'Tidal bore', '| [x] {y}', '"~*'])(
    'says in one sentence that there is no article with prose about %j',
    async (topic) => {
      expect(await failureOf({ topic })).toBe(
        `TOPIC_UNKNOWN The English Wikipedia has no article about "${topic}"; word the topic otherwise, name the language that it is written in with --language, or give a document.`,
      );
    },
  );

  it('does not write a Hindi lecture from an English article', async () => {
    expect(await failureOf({ topic: 'Tides', language: 'hi' })).toMatch(/^TOPIC_UNKNOWN The Hindi Wikipedia has no/u);
  });

  it('asks one request after the other, with maxlag and with a name that tells what it is', async () => {
    const { calls } = await found({ topic: 'Tides' });
    expect(calls.every(({ about }) => about.includes('maxlag=5'))).toBe(true);
    expect(calls.slice(1).every(({ startedAtMs }, index) => startedAtMs >= (calls[index]?.endedAtMs ?? Infinity))).toBe(
      true,
    );
    expect(await failureOf({ topic: 'Tides', userAgent: 'Lectra/test' })).toBe(
      'PROVIDER_REFUSED Wikipedia at HOST turned the request away (HTTP 403); set LECTRA_CONTACT to a way to reach you, as it asks of programs, or give a document.',
    );
  });
});

describe('a wiki in trouble', () => {
  it.each([
    [
      'maxlag',
      'PROVIDER_RATE_LIMITED Wikipedia at HOST has too much to do (maxlag: Waiting for 10.0.0.1: 8.5 seconds lagged); try again in 7 s.',
    ],
    [
      'refused',
      'PROVIDER_REFUSED Wikipedia at HOST refused the request (badvalue: Unrecognized value for parameter "prop"); report this, or leave out --research.',
    ],
    [
      'status-429',
      'PROVIDER_RATE_LIMITED Wikipedia at HOST takes no more requests for now (HTTP 429); try again in 7 s.',
    ],
    [
      'html-instead',
      'PROVIDER_BAD_OUTPUT Wikipedia at HOST answered with something that is no answer of the MediaWiki API; check LECTRA_WIKIPEDIA_URL if you set it, or try again.',
    ],
    [
      'other-json',
      'PROVIDER_BAD_OUTPUT Wikipedia at HOST answered with something that is no answer of the MediaWiki API; check LECTRA_WIKIPEDIA_URL if you set it, or try again.',
    ],
  ] as const)('says what "%s" means, and the way out', async (fault, sentence) => {
    expect(await failureOf({ topic: 'Tides', faults: listFaults([fault]) })).toBe(sentence);
  });

  it.each([
    ['status-500', 'PROVIDER_FAILED'],
    ['status-503', 'PROVIDER_FAILED'],
    ['status-403', 'PROVIDER_REFUSED'],
    ['cut-body', 'PROVIDER_FAILED'],
    ['reset', 'PROVIDER_FAILED'],
  ] as const)('names %s in a later request as %s', async (fault, code) => {
    expect(await failureOf({ topic: 'Tides', faults: listFaults([null, null, fault]) })).toMatch(
      new RegExp(`^${code} `, 'u'),
    );
  });

  it('hands on the wait that is asked for, so that the next attempt comes no sooner', async () => {
    const { error } = await look({ topic: 'Tides', faults: listFaults(['maxlag']) });
    expect(error).toBeInstanceOf(ProviderError);
    expect(error instanceof ProviderError && error.retryAfterMs).toBe(7_000);
  });

  it('follows no redirect to another private address than the one that was set', async () => {
    const { calls, error } = await look({ topic: 'Tides', faults: listFaults(['redirect-to-private']) });
    expect(error).toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    expect(calls.map(({ service }) => service)).toEqual(['wikipedia']);
  });

  it('waits for a silent wiki no longer than it may', async () => {
    expect(await failureOf({ topic: 'Tides', faults: listFaults(['silent']), limitMs: 600 })).toMatch(
      /^PROVIDER_TIMED_OUT /u,
    );
  });

  test('an abort ends the reading with its own reason', async () => {
    const abort = new AbortController();
    const reason = new Error('cancelled');
    const reading = look({ topic: 'Tides', faults: listFaults(['silent']), signal: abort.signal });
    await wait(0);
    abort.abort(reason);
    expect((await reading).error).toBe(reason);
  });
});
