import { expect, it } from 'vitest';
import { serverEnvironment } from '../../../../src/writing/ollama/server-environment.ts';

it('gives a started Ollama its address, its slots and the models of the user, but no key of another server', () => {
  const env = { HOME: '/home/me', OLLAMA_MODELS: '/models', OLLAMA_NUM_PARALLEL: '1', LECTRA_OPENAI_KEY: 'sk-secret' };
  expect(serverEnvironment({ env, url: new URL('http://127.0.0.1:11434'), slots: 4 })).toEqual({
    HOME: '/home/me',
    OLLAMA_MODELS: '/models',
    OLLAMA_HOST: '127.0.0.1:11434',
    OLLAMA_NUM_PARALLEL: '4',
  });
});
