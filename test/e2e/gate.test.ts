import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { outlineSchema } from '../../src/contract/schemas/outline.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { createLectraHome, type LectraHome } from './lectra-home.ts';
import { resultOf } from './result-of.ts';
import { SHORT_DOCUMENT } from './short-lecture.ts';
import { waitForRun } from './wait-for-run.ts';

const cli = await findTestCli();
const GATED = ['generate', SHORT_DOCUMENT, '--gate', '--no-video', '--writer', 'extractive'] as const;
/** A cold command on a busy machine comes first. */
const SHOWN = { timeout: 180_000, interval: 100 };

describe.skipIf(cli === null)(`lectra generate --gate${cliNote(cli)}`, () => {
  let home: LectraHome;
  let printed = '';

  beforeAll(async () => {
    home = await createLectraHome(cli);
  });
  afterAll(() => home?.[Symbol.asyncDispose]());

  const waitUntilAsked = () => waitForRun(home, 'tides', ({ approval }) => approval === 'waiting');
  const statusOf = async () => JSON.parse((await home.run(['status', 'tides', '--json'])).stdout).status;
  const editedFile = async (edit: (outline: ReturnType<typeof outlineSchema.parse>) => unknown) => {
    const path = join(home.folder, 'outline.json');
    await writeFile(path, JSON.stringify(edit(outlineSchema.parse(JSON.parse(printed)))));
    return path;
  };

  it('waits after the outline, and says so to whoever asks', async () => {
    expect(await home.run([...GATED, '--detach'])).toMatchObject({ exitCode: 0, stdout: 'lectra-tides\n' });
    await waitUntilAsked();
    expect(await statusOf()).toBe('waiting-for-approval');
    expect((await home.run(['status', 'tides'])).stdout).toContain('lectra approve tides --outline outline.json');
    expect((await home.run(['list'])).stdout).toMatch(/^tides +waiting for approval +6 /m);
  });

  it('still waits after down, and prints its outline without a worker', async () => {
    expect((await home.run(['down'])).exitCode).toBe(0);
    const outcome = await home.run(['approve', 'tides', '--print']);
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    printed = outcome.stdout;
    expect(outlineSchema.parse(JSON.parse(printed)).slides).toHaveLength(6);
    expect(await statusOf()).toBe('waiting-for-approval');
  });

  it('refuses an outline that cannot be used, names the slide, and waits on', async () => {
    const bad = await editedFile((outline) => ({
      ...outline,
      slides: outline.slides.map((slide, index) => (index === 1 ? { ...slide, layout: 'poster' } : slide)),
    }));
    const refused = await home.run(['approve', 'tides', '--outline', bad, '--json']);
    expect(refused.exitCode).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      code: 'OUTLINE_UNUSABLE',
      message: expect.stringMatching(/^Slide 2 \("What a tide is"\) has "poster" as "layout"; give one of cover, /),
    });
    expect(await statusOf()).toBe('waiting-for-approval');
  });

  it('waits again when it was cancelled there and is resumed', async () => {
    const cancelled = await home.run(['cancel', 'tides']);
    expect(cancelled).toMatchObject({ exitCode: 0, stdout: 'lectra-tides is cancelled.\n' });
    // Nobody is asked to approve what is about to end.
    expect(cancelled.stderr).not.toContain('lectra approve');
    const refused = await home.run(['approve', 'tides']);
    expect(refused).toMatchObject({
      exitCode: 2,
      stderr:
        'lectra: The run lectra-tides is cancelled already; `lectra resume tides` carries it on, and it waits again.\n',
    });
    expect((await home.run(['resume', 'tides', '--detach'])).exitCode).toBe(0);
    await waitUntilAsked();
  });

  it('shows the outline to whoever follows, and makes it as it was edited', async () => {
    const following = home.start(['attach', 'tides', '--json']);
    await vi.waitFor(() => expect(following.printed().stderr).toContain('  lectra approve tides\n'), SHOWN);
    expect(following.printed().stderr).toContain('\n   2  What a tide is\n   3  The pull of the Moon\n');
    const edited = await editedFile(({ slides: [cover, first, , ...rest], ...outline }) => ({
      ...outline,
      slides: [cover, { ...first, heading: 'The sea comes and goes' }, ...rest],
    }));
    const approved = await home.run(['approve', 'tides', '--outline', edited, '--json']);
    expect(approved.exitCode, approved.stderr).toBe(0);
    expect(JSON.parse(approved.stdout)).toMatchObject({ status: 'running', approval: 'approved' });

    const followed = await following.outcome;
    expect(followed.stderr).toContain('Approved: "The tides", 5 slides\n');
    const result = resultOf(followed);
    expect(result.slide_count).toBe(5);
    const outline = outlineSchema.parse(JSON.parse(await readFile(join(result.project_dir, 'outline.json'), 'utf8')));
    expect(outline.slides.map(({ heading }) => heading)).toContain('The sea comes and goes');
    expect(outline.slides.map(({ heading }) => heading)).not.toContain('The pull of the Moon');
    const script = await readFile(join(result.project_dir, 'script.json'), 'utf8');
    expect(script).toContain('"The sea comes and goes"');
  });

  it('refuses another approval', async () => {
    const refused = await home.run(['approve', 'tides', '--json']);
    expect(refused.exitCode).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({ code: 'APPROVAL_REFUSED' });
  });

  it('takes the update of the bare Temporal CLI, and one approval only', async () => {
    expect((await home.run([...GATED, '--detach'])).exitCode).toBe(0);
    await waitUntilAsked();
    const update = ['temporal', 'workflow', 'update', 'execute', '--workflow-id', 'lectra-tides'];
    const bare = await home.run([...update, '--name', 'approveOutline', '--input', 'null']);
    expect(bare.exitCode, bare.stderr).toBe(0);
    const second = await home.run(['approve', 'tides', '--json']);
    expect(second.exitCode).toBe(2);
    expect(JSON.parse(second.stdout)).toMatchObject({ code: 'APPROVAL_REFUSED' });
    expect((await home.run(['attach', 'tides', '--json'])).exitCode).toBe(0);
  });
});
