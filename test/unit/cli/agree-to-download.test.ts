import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { agreeToDownload } from '../../../src/cli/agree-to-download.ts';
import type { OllamaFindings } from '../../../src/writing/inspect-ollama.ts';

const tiny = { name: 'tiny:latest', digest: null, sizeBytes: 1, family: 'llama', isRemote: false };
const facts = { family: 'llama', capabilities: ['completion'], trainedContextTokens: 8_192, think: false } as const;
const lacking: OllamaFindings = {
  state: 'running',
  version: '0.33.0',
  models: [tiny],
  choice: { kind: 'missing', name: 'llama3.1:8b', installed: [tiny] },
};

async function answer(typed: string, findings = lacking, signal = new AbortController().signal) {
  const stdin = new PassThrough();
  const stderr = new PassThrough();
  const agreed = agreeToDownload(findings, '127.0.0.1:11434', { signal, stderr, stdin });
  stdin.end(typed);
  const outcome = await agreed.catch((error: unknown) => error);
  stderr.end();
  return { outcome, asked: await text(stderr) };
}

it.each(['y\n', 'Yes\n', ' Y \n'])('takes %j for a yes to the question that names model and server', async (typed) => {
  expect(await answer(typed)).toEqual({
    outcome: true,
    asked: 'Ollama at 127.0.0.1:11434 has no model "llama3.1:8b". Download llama3.1:8b? [y/N] ',
  });
});

it.each(['n\n', '\n', 'yellow\n', ''])('takes %j for a no and names the ways that work', async (typed) => {
  const { outcome } = await answer(typed);
  expect(outcome).toMatchObject({
    code: 'MODEL_MISSING',
    message: expect.stringMatching(/`ollama pull llama3\.1:8b`, take another one with --model \(tiny:latest\)/),
  });
});

it('asks nothing when the model is there or nobody answers', async () => {
  const there: OllamaFindings = { ...lacking, choice: { kind: 'installed', model: { ...tiny, facts } } };
  expect(await answer('y\n', there)).toEqual({ outcome: false, asked: '' });
  expect(await answer('y\n', { state: 'silent', program: null })).toEqual({ outcome: false, asked: '' });
});

it('gives the reason of a Ctrl-C, so that the command ends as any other', async () => {
  const left = new Error('left');
  const controller = new AbortController();
  const stdin = new PassThrough();
  const agreed = agreeToDownload(lacking, 'host', { signal: controller.signal, stderr: new PassThrough(), stdin });
  controller.abort(left);
  await expect(agreed).rejects.toBe(left);
});
