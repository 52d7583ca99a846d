import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import ts from 'typescript';

const FORBIDDEN_NAMES = /^(misc|utils?|helpers?|common|types)\.ts$/;
/** Reading the environment is the config folder's job; the one other place sets a variable that a library reads when it is loaded. */
const ENVIRONMENT_READERS = ['config/', 'frames/disable-system-fonts.ts'];

/** Returns one line for each exported function or class without a doc block, forbidden file name, or stray environment read. */
export function checkDocblocks(root: string): string[] {
  return listSources(root).flatMap((path) => checkFile(root, path));
}

function checkFile(root: string, path: string): string[] {
  const name = relative(root, path).split(sep).join('/');
  const text = readFileSync(path, 'utf8');
  const findings = isPublicFace(name)
    ? findUndocumented(path, text).map((item) => `${path}: ${item} has no doc block`)
    : [];
  if (FORBIDDEN_NAMES.test(basename(name))) findings.push(`${path}: a file name must say what is in it`);
  if (/process\.env\b/.test(text) && !ENVIRONMENT_READERS.some((allowed) => name.startsWith(allowed))) {
    findings.push(`${path}: only src/config reads the environment`);
  }
  return findings;
}

/** Files directly in a folder of src are its public face; those in sub-folders are its own business. */
function isPublicFace(name: string): boolean {
  return name.split('/').length === 2 && name !== 'workflows/index.ts';
}

function findUndocumented(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    .filter((statement) => statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0)
    .flatMap((statement) => (statement.name === undefined ? [] : [statement.name.text]));
}

function listSources(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, name))
    .sort();
}
