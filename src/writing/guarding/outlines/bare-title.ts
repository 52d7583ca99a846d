const REQUESTS = [
  /^(?:please )?(?:can you |could you )?(?:make|create|write|generate|give|prepare|build|produce|design)\s+(?:me\s+|us\s+)?(?:[\p{L}\p{N}-]+\s+){0,6}?(?:presentation|lecture|deck|slides?|talk|slideshow|powerpoint|course|lesson)\s+(?:about|on|of|covering|explaining)\s+(?<title>.+)$/iu,
  /^(?:please )?(?:tell|teach) (?:me|us) (?:something )?about\s+(?<title>.+)$/iu,
  /^(?<title>.+?)\s+(?:पर|के\s+बारे\s+में)\s+(?:एक\s+)?(?:व्याख्यान|प्रस्तुति|प्रेज़ेंटेशन|प्रेजेंटेशन|स्लाइड)\s+(?:बना|तैयार|लिख|दे)[\p{L}\p{M}\s]*[।.]?$/u,
] as const;

/** Returns what a title is about when it is a request ("Make a presentation about glass"); any other title as it is. */
export function bareTitle(title: string): string {
  for (const request of REQUESTS) {
    const bare = request.exec(title.trim())?.groups?.title?.trim();
    if (bare !== undefined && bare !== '') return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
  }
  return title;
}
