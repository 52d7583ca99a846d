import { expect, it } from 'vitest';
import { canStartAt } from '../../../../src/writing/ollama/create-ollama-server.ts';

it.each(['http://127.0.0.1:11434', 'http://127.9.9.9:1', 'http://[::1]:11434', 'http://localhost:11434'])(
  'may start a server at %s, which only this machine answers at',
  (address) => expect(canStartAt(new URL(address))).toBe(true),
);

it.each([
  'http://192.168.0.7:11434',
  'http://gpu-box:11434',
  'http://127.0.0.1.example.org:11434',
  'https://127.0.0.1:11434',
  'http://127.0.0.1:11434/ollama',
])('starts nothing at %s, where it would not be or not answer', (address) =>
  expect(canStartAt(new URL(address))).toBe(false),
);
