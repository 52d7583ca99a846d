import { describe, expect, test } from 'vitest';
import { listCorpus } from '../../corpus/documents/list-corpus.ts';
import { judgeDocument } from '../../corpus/judge-document.ts';

describe('the corpus', () => {
  const documents = listCorpus();

  test('has forty documents and more, of every format', () => {
    expect(documents.length).toBeGreaterThanOrEqual(40);
    const formats = new Set(documents.map(({ name }) => name.replace(/^.*\./u, '')));
    expect([...formats].sort()).toEqual(['docx', 'html', 'md', 'pdf', 'pptx', 'txt']);
  });

  test.each(documents)('$name makes a lecture that nothing can be said against', async (document) => {
    const { findings } = await judgeDocument(document);
    expect(findings.map(({ rule, slide, text }) => `${rule}, slide ${slide ?? '–'}: ${text}`)).toEqual([]);
  });
});
