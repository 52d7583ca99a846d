/** A node of a parsed page, as far as readers look at it. */
export interface PageNode {
  /** 1 an element, 3 text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** An element of a parsed page. */
export interface PageElement extends PageNode {
  /** As written in the page: compare `tagOf`. */
  readonly tagName: string;
  readonly children: Iterable<PageElement>;
  readonly innerHTML: string;
  /** Setting it replaces the element. */
  outerHTML: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  matches(selector: string): boolean;
  remove(): void;
}

/** Whether a node is an element. */
export function isPageElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** Returns the name of an element in lower case. */
export function tagOf(element: PageElement): string {
  return element.tagName.toLowerCase();
}
