const OPENED = /^\s*(?:<think(?:ing)?>|\[THINK\])/i;
const CLOSED = /<\/think(?:ing)?>|\[\/THINK\]/i;

/** What a model said, without what it thought before. */
export interface SpokenText {
  readonly text: string;
  readonly hasThoughts: boolean;
}

/**
 * Returns an answer without the thoughts that a server left in front of it, as those do that know no such model. The
 * opening mark may be part of the prompt; where the closing one is missing, all of it is a thought.
 */
export function cutThoughts(content: string): SpokenText {
  // Within the answer itself such a mark is text.
  if (content.trimStart().startsWith('{')) return { text: content, hasThoughts: false };
  const closed = CLOSED.exec(content);
  if (closed !== null) return { text: content.slice(closed.index + closed[0].length), hasThoughts: true };
  return OPENED.test(content) ? { text: '', hasThoughts: true } : { text: content, hasThoughts: false };
}
