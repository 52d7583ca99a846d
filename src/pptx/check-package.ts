import { unzipSync } from 'fflate';
import { findXmlFault } from './package/find-xml-fault.ts';
import { baseFolderOf, resolveTarget } from './package/relationships.ts';
import { elementsNamed, parseXmlPart } from './package/xml-part.ts';

/** One thing that is wrong with a PPTX package. */
export interface PackageFinding {
  /** The part that shows it, without a leading slash. */
  readonly part: string;
  readonly problem:
    | 'not-a-zip'
    | 'malformed-xml'
    | 'override-of-absent-part'
    | 'part-without-content-type'
    | 'target-absent'
    | 'orphan-part'
    | 'entry-twice';
  readonly detail: string;
}

const CONTENT_TYPES_PART = '[Content_Types].xml';

/**
 * Returns what schema validators miss, in part order: every override and internal target exists, every part has a content
 * type and is reachable, every XML part parses. Empty for a sound package. Rules: ECMA-376 part 2, 7.2 and 7.3.
 */
export function checkPackage(bytes: Uint8Array): PackageFinding[] {
  const entryNames: string[] = [];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter: ({ name }) => entryNames.push(name) > 0 });
  } catch (error) {
    return [{ part: '', problem: 'not-a-zip', detail: error instanceof Error ? error.message : String(error) }];
  }
  const twice = entryNames.filter((name, index) => entryNames.indexOf(name) !== index);
  const parts = new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')));
  const findings: PackageFinding[] = twice.map((part) => ({ part, problem: 'entry-twice', detail: part }));
  const documents = new Map<string, ReturnType<typeof parseXmlPart>>();
  for (const [part, content] of parts) {
    if (!/\.(xml|rels)$/.test(part)) continue;
    const fault = findXmlFault(content);
    if (fault === null) documents.set(part, parseXmlPart(content));
    else findings.push({ part, problem: 'malformed-xml', detail: fault });
  }
  findings.push(...checkContentTypes(parts, documents), ...checkTargets(parts, documents));
  return findings.sort((a, b) => compare(a.part, b.part) || compare(a.detail, b.detail));
}

type Parts = ReadonlyMap<string, Uint8Array>;
type Documents = ReadonlyMap<string, ReturnType<typeof parseXmlPart>>;

function checkContentTypes(parts: Parts, documents: Documents): PackageFinding[] {
  const contentTypes = documents.get(CONTENT_TYPES_PART);
  if (contentTypes === undefined) {
    return parts.has(CONTENT_TYPES_PART)
      ? []
      : [{ part: CONTENT_TYPES_PART, problem: 'target-absent', detail: 'the package names no content types' }];
  }
  const overrides = elementsNamed(contentTypes, 'Override').map((entry) =>
    (entry.getAttribute('PartName') ?? '').slice(1),
  );
  const extensions = new Set(elementsNamed(contentTypes, 'Default').map((entry) => entry.getAttribute('Extension')));
  const absent = overrides.filter((name) => !parts.has(name));
  const untyped = [...parts.keys()].filter(
    (name) =>
      name !== CONTENT_TYPES_PART &&
      !overrides.includes(name) &&
      !extensions.has(name.slice(name.lastIndexOf('.') + 1)),
  );
  return [
    ...absent.map(
      (name): PackageFinding => ({ part: CONTENT_TYPES_PART, problem: 'override-of-absent-part', detail: name }),
    ),
    ...untyped.map((part): PackageFinding => ({ part, problem: 'part-without-content-type', detail: part })),
  ];
}

function checkTargets(parts: Parts, documents: Documents): PackageFinding[] {
  const findings: PackageFinding[] = [];
  const targets = new Set<string>();
  for (const [part, document] of documents) {
    if (!part.endsWith('.rels')) continue;
    for (const relationship of elementsNamed(document, 'Relationship')) {
      if (relationship.getAttribute('TargetMode') === 'External') continue;
      const target = resolveTarget(baseFolderOf(part), relationship.getAttribute('Target') ?? '');
      targets.add(target);
      if (!parts.has(target)) findings.push({ part, problem: 'target-absent', detail: target });
    }
  }
  const orphans = [...parts.keys()].filter(
    (name) => !name.endsWith('.rels') && name !== CONTENT_TYPES_PART && !targets.has(name),
  );
  return [...findings, ...orphans.map((part): PackageFinding => ({ part, problem: 'orphan-part', detail: part }))];
}

// By code units, so that the order is the same in every locale.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
