/** Programs whose name starts a command, and which are no English words: "git push" is not "Git push". */
const PROGRAM =
  /(?<![\p{L}\p{N}./-])(?:apt|brew|cd|chmod|curl|docker|gcc|git|grep|kubectl|ls|mkdir|npm|npx|pip|pip3|pnpm|psql|rm|ssh|sudo|wget|yarn)(?!\s+(?:and|are|can|does|has|is|was)\b)(?=\s+[\p{Ll}.~/-])/u;
const FLAG = /(?<=\s)-{1,2}\p{L}[\p{L}\p{N}-]*(?=[\s="']|$)/u;
/** "print()", "user_name", "__init__", "package.json". */
const IDENTIFIER = /^\p{Ll}[\p{L}\p{N}.]*(?:\(\)?|_\p{L}|\.\p{Ll}{2,4}\b)|^__?\p{L}/u;

/** Whether a text holds a command with flags, whose quotes and dashes must stay as they are typed. */
export const holdsCommand = (text: string): boolean =>
  (PROGRAM.test(text) && /\s-{1,2}(?:[\p{L}\p{N}]|\s)/u.test(text)) || FLAG.test(text);

/** Whether a text starts with a word of code, which has no capital. */
export const startsWithCode = (text: string): boolean => text.search(PROGRAM) === 0 || IDENTIFIER.test(text);
