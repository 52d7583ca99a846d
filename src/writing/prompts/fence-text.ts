/** Names of the fences around what a model must read as matter, never as instructions. */
export type FenceName = 'source' | 'topic' | 'narration';

// Whatever could pass for one of our fences, or for the marks by which chat templates part system, user and model:
// servers read those marks anywhere in a prompt.
const FENCE_LOOK_ALIKE = /[<＜](?=[\s\p{Cf}]*[/／]?[\s\p{Cf}]*(?:source|topic|narration)\b)/giu;
const TEMPLATE_MARKS =
  /[<＜](?=[\s\p{Cf}]*(?:[|｜]|\/?[\s\p{Cf}]*(?:s|bos|eos|start_of_turn|end_of_turn|start_header_id|end_header_id|eot_id|think|system|user|assistant)[\s\p{Cf}]*[|｜]?[>＞]))/giu;
const INSTRUCTION_MARKS = /\[(?=[\s\p{Cf}]*\/?[\s\p{Cf}]*(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS)[\s\p{Cf}]*\])/gu;

/** Returns text in which nothing can end a fence or begin a message: the brackets of look-alikes become other marks. */
export function disarmText(text: string): string {
  return text
    .replace(FENCE_LOOK_ALIKE, '‹')
    .replace(TEMPLATE_MARKS, '‹')
    .replace(INSTRUCTION_MARKS, '⟦')
    .replace(/<<(?=\/?SYS>>)/gu, '‹‹');
}

/** Returns text on lines of its own between `<name>` and `</name>`, which it cannot leave. */
export function fenceText(name: FenceName, text: string): string {
  return `<${name}>\n${disarmText(text)}\n</${name}>`;
}

/** Returns a short text of the user on one line, disarmed. */
export function inlineText(text: string): string {
  return disarmText(text.replace(/\s+/gu, ' ').trim());
}
