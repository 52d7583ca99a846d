#!/usr/bin/env node
// Plain JavaScript, so that any Node can start it: it runs the program under Node 24, which runs TypeScript as it is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED_MAJOR = 24;
const here = dirname(fileURLToPath(import.meta.url));
const mainPath = join(here, 'main.ts');

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  const { main } = await import(pathToFileURL(mainPath).href);
  await main();
} else {
  runUnder(findPackagedNode());
}

/** Returns the binary of the `node` package, or ends with what to do. */
function findPackagedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(path)) return path;
  } catch (error) {
    if (error?.code !== 'MODULE_NOT_FOUND') throw error;
  }
  process.stderr.write(
    `lectra: This is Node ${process.versions.node}, Lectra needs Node ${NEEDED_MAJOR}, and the one it brings along is not installed; run \`npm ci\` with install scripts allowed, or use Node ${NEEDED_MAJOR}.\n`,
  );
  process.exit(1);
}

function runUnder(nodePath) {
  const child = spawn(nodePath, [join(here, 'lectra.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A Ctrl-C of the terminal reaches the child by itself as well; it takes two at once for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`lectra: ${nodePath} cannot be started (${error.message}); run \`npm ci\` again.\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
