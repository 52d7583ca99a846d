/** Returns the words that an SRT or WebVTT text shows, in order, without numbers, times and styling. */
export function readCaptionWords(captions: string): readonly string[] {
  return captions.split(/\n\n+/).flatMap((block) => {
    const lines = block.trim().split('\n');
    const time = lines.findIndex((line) => line.includes(' --> '));
    return time === -1
      ? []
      : listWords(
          lines
            .slice(time + 1)
            .join(' ')
            .replace(/<[^>]*>/g, ''),
        );
  });
}

/** Returns the words of a text, as spaces part them. */
export function listWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
