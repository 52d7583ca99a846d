import type { ContentBlock } from './content-block.ts';
import { escapeXml } from './escape-xml.ts';

function blockHtml(block: ContentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escapeXml(block.text)}</p>`;
    case 'quote':
      return `<blockquote><p>${escapeXml(block.text)}</p></blockquote>`;
    case 'caption':
      return `<figure><img src="figure.png" alt=""><figcaption>${escapeXml(block.text)}</figcaption></figure>`;
    case 'list': {
      const tag = block.isNumbered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const row = (cells: readonly string[], tag: string): string =>
        `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join('')}</tr>`;
      return `<table><thead>${row(block.header, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
    }
  }
}

/** Writes a page as a browser saves it: menus, a cookie notice, a script and a footer stand around the article. */
export function writeHtml(blocks: readonly ContentBlock[], language: string): Uint8Array {
  const title = blocks.find(({ kind }) => kind === 'heading');
  const name = title?.kind === 'heading' ? title.text : 'Page';
  return new TextEncoder().encode(
    `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeXml(name)} | The Daily Page</title>
<script>window.track = function () { return 'tracking code'; };</script><style>body { margin: 0 }</style></head>
<body><header><a href="/">The Daily Page</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/login">Sign in to your account</a></li></ul></nav></header>
<div class="cookie-banner" role="dialog"><p>We use cookies to improve your experience on this site.</p><button>Accept all cookies</button></div>
<main><article>
${blocks.map(blockHtml).join('\n')}
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/1">Ten cats that changed the weather</a></li><li><a href="/2">Subscribe to our newsletter</a></li></ul></aside>
<footer><p>Copyright The Daily Page. All rights reserved. Terms of use.</p></footer></body></html>
`,
  );
}
