import type { Nodes } from 'mdast';
import { hiddenElementTag } from './html-text.ts';

const isAddress = (text: string): boolean => /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)\S*$/iu.test(text.trim());

function textOfChildren(children: readonly Nodes[]): string {
  let text = '';
  let hidden: string | null = null;
  for (const child of children) {
    if (child.type === 'html') {
      const tag = hiddenElementTag(child.value);
      if (tag !== null) hidden = tag.opens ? (hidden ?? tag.name) : tag.name === hidden ? null : hidden;
      else if (/^<br\b/iu.test(child.value)) text += ' ';
    } else if (hidden === null) {
      text += inlineText(child);
    }
  }
  return text;
}

/** Returns what a reader reads of inline Markdown: words of links, no addresses, pictures, footnote marks or tags. */
export function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', ' ');
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'link': {
      const text = textOfChildren(node.children);
      return isAddress(text) ? '' : text;
    }
    case 'html':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'code':
      return '';
    default:
      return 'children' in node ? textOfChildren(node.children) : '';
  }
}
