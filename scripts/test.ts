import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** The part of vitest's JSON report that the closing lines need. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const folder = mkdtempSync(join(tmpdir(), 'lectra-test-'));
const reportPath = join(folder, 'report.json');
try {
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync('vitest', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const report = reportSchema.parse(JSON.parse(readFileSync(reportPath, 'utf8')));
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  // What needs something absent says so in its name; it is never counted as passed.
  const notRun = tests.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status));
  for (const { fullName } of notRun) console.log(`not run: ${fullName}`);
  // A file that does not load has no test to fail.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  console.log(`${report.numPassedTests} passed, ${failed} failed, ${notRun.length} skipped`);
  process.exitCode = status === 0 && failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
