import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createModelAgent } from '../../../src/writing/model-agent.ts';
import { createOllamaServer } from '../../../src/writing/ollama/create-ollama-server.ts';
import { somePort } from '../../services/some-port.ts';
import { LASTING } from './model-questions.ts';

/** Notes its start at once and answers much later, as a server does that looks for graphics cards first. */
const SLOW_SERVER = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const { createServer } = require('node:http');
appendFileSync(process.env.HOME + '/starts', process.pid + '\\n');
const server = createServer((request, response) => response.end('{"version":"0.33.0"}'));
const [host, port] = process.env.OLLAMA_HOST.split(':');
setTimeout(() => server.listen(Number(port), host), 1500);
`;

test('two that need an Ollama at once start one, since the second waits until the first one answers', async () => {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'lectra-ollama-start-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const programPath = join(folder, 'ollama');
  await writeFile(programPath, SLOW_SERVER);
  await chmod(programPath, 0o755);
  const agent = cleanup.use(createModelAgent({ connections: 4 }));
  const door = { url: new URL(`http://127.0.0.1:${await somePort()}`), agent, now: Date.now };
  const env = { ...process.env, HOME: folder };
  const open = () => cleanup.use(createOllamaServer({ door, programPath, searchPath: '', slots: 2, env, folder }));
  const versions = await Promise.all([open(), open()].map((server) => server.ensure(() => undefined, LASTING)));
  expect(versions).toEqual(['0.33.0', '0.33.0']);
  expect((await readFile(join(folder, 'starts'), 'utf8')).trimEnd().split('\n')).toHaveLength(1);
});
