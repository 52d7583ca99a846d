import { describe, expect, it } from 'vitest';
import { setCell, setShown, setSpoken, typographyOf } from '../../../../src/writing/drafting/set-model-text.ts';

const typography = typographyOf('en');

describe('setShown', () => {
  it.each([
    ['git push -u origin main publishes your commits', 'git push -u origin main publishes your commits'],
    ['git clone copies the repository.', 'git clone copies the repository'],
    ['git tag -a v1.0.0 -m "First release" creates it', 'git tag -a v1.0.0 -m "First release" creates it'],
    ['Show the newest with git log -1', 'Show the newest with git log -1'],
    ['Restore it with git checkout -- notes.md', 'Restore it with git checkout -- notes.md'],
    ['Stage everything with git add .', 'Stage everything with git add .'],
    ['print() writes a line', 'print() writes a line'],
    ['package.json names the version', 'package.json names the version'],
  ])('shows the code in %j as it is typed, since people type it off', (text, shown) => {
    expect(setShown(text, typography)).toBe(shown);
  });

  it.each([
    ['polyps take up calcium', 'Polyps take up calcium'],
    ['write it as a command, like "Fix it".', 'Write it as a command, like “Fix it”'],
    ['git is a tool', 'Git is a tool'],
    ['it fell to -5 degrees', 'It fell to −5 degrees'],
    ['two rivers -- one sea', 'Two rivers – one sea'],
    ['e.g. ice and snow', 'E.g. ice and snow'],
  ])('sets the prose in %j as ever', (text, shown) => {
    expect(setShown(text, typography).replaceAll('\u00a0', ' ')).toBe(shown);
  });
});

it('keeps the code of cells and of what is spoken', () => {
  expect(setCell('git commit -m "Fix"', typography)).toBe('git commit -m "Fix"');
  expect(setSpoken('Then git commit -m "Fix" saves it', typography)).toBe('Then git commit -m "Fix" saves it.');
});
