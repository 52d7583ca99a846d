import { createParser } from 'eventsource-parser';
import { BrokenAnswer } from '../broken-answer.ts';
import { createUtf8Decoder } from '../create-utf8-decoder.ts';

/** A piece of an answer is a token or a few, and never this much. */
const MOST_EVENT_CHARACTERS = 1_048_576;

/**
 * Yields the data of each event of a stream (https://html.spec.whatwg.org/multipage/server-sent-events.html), to the end of
 * the body. Throws BrokenAnswer for what is no UTF-8, an event without end, and an end within an event.
 */
export async function* readEventStream(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decode = createUtf8Decoder();
  const events: string[] = [];
  const faults: Error[] = [];
  const parser = createParser({
    onEvent: ({ data }) => events.push(data),
    onError: (error) => faults.push(error),
    maxBufferSize: MOST_EVENT_CHARACTERS,
  });
  for await (const chunk of body) {
    parser.feed(decode(chunk));
    const [fault] = faults;
    if (fault !== undefined) throw new BrokenAnswer('garbled', 'with lines that are no events', { cause: fault });
    yield* events.splice(0);
  }
  decode();
}
