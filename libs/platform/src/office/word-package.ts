import { type ExtractedDocument, type ExtractedMargin, plainSpaces } from '@app/kernel';
import { type MarginType, readWordBody, type WordSection } from './word-body';
import { Numbering } from './word-numbering';
import { walkXml } from './xml';
import { MAX_PART, ZipPackage } from './zip-package';

/** Reads text, tables, and the page headers and footers that are really shown, from a .docx. @throws ZipRefused, XmlRefused */
export async function extractWord(path: string): Promise<ExtractedDocument> {
  const zip = await ZipPackage.open(path);
  try {
    const main = await mainPart(zip);
    const relations = await relationsOf(zip, main);
    const numbering = await numberingOf(zip, main);
    const body = readWordBody((await zip.read(main, MAX_PART)) ?? Buffer.from('<none/>'), numbering);
    const notes = await notesOf(zip, main);
    const hasEvenPages = await differsOnEvenPages(zip, main);
    const margins = (kind: 'headers' | 'footers'): Promise<ExtractedMargin[]> =>
      readMargins(zip, relations, shownMargins(body.sections, kind, hasEvenPages));
    return {
      format: 'word',
      blocks: [...body.blocks, ...notes],
      headers: await margins('headers'),
      footers: await margins('footers'),
      pages: null,
    };
  } finally {
    zip.close();
  }
}

async function mainPart(zip: ZipPackage): Promise<string> {
  for (const { type, target } of (await relationsOf(zip, '')).values()) {
    if (type.endsWith('/officeDocument')) return target;
  }
  return 'word/document.xml';
}

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Relationships of a part, by id, with targets as names in the package. */
export async function relationsOf(zip: ZipPackage, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = await zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`, MAX_PART);
  const relations = new Map<string, Relation>();
  if (!bytes) return relations;
  walkXml(bytes, {
    open: (tag) => {
      if (tag.name !== 'Relationship') return;
      const target = tag.attribute('Target') ?? '';
      const isExternal = tag.attribute('TargetMode') === 'External';
      relations.set(tag.attribute('Id') ?? '', {
        type: tag.attribute('Type') ?? '',
        target: isExternal ? target : resolve(folder, target),
        isExternal,
      });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1);
}

async function numberingOf(zip: ZipPackage, main: string): Promise<Numbering> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const lists = await zip.read(`${folder}numbering.xml`, MAX_PART);
  return new Numbering(lists, await zip.read(`${folder}styles.xml`, MAX_PART));
}

async function notesOf(zip: ZipPackage, main: string): Promise<ReturnType<typeof readWordBody>['blocks']> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = await Promise.all(
    ['footnotes.xml', 'endnotes.xml'].map((name) => zip.read(folder + name, MAX_PART)),
  );
  return parts.flatMap((part) => (part ? readWordBody(part).blocks : []));
}

async function differsOnEvenPages(zip: ZipPackage, main: string): Promise<boolean> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const settings = await zip.read(`${folder}settings.xml`, MAX_PART);
  let differs = false;
  if (settings) {
    walkXml(settings, {
      open: (tag) => {
        if (tag.name === 'evenAndOddHeaders')
          differs = tag.attribute('val') !== '0' && tag.attribute('val') !== 'false';
      },
    });
  }
  return differs;
}

interface ShownMargin {
  readonly section: number;
  readonly id: string;
}

/** A section without its own header takes that of the section before; "first" and "even" parts show only when switched on. */
function shownMargins(
  sections: readonly WordSection[],
  kind: 'headers' | 'footers',
  hasEvenPages: boolean,
): ShownMargin[] {
  const inherited: Partial<Record<MarginType, string>> = {};
  return sections.flatMap((section, index) => {
    Object.assign(inherited, section[kind]);
    const types: MarginType[] = section.hasTitlePage ? ['first', 'default'] : ['default'];
    if (hasEvenPages) types.push('even');
    return types.flatMap((type) => {
      const id = inherited[type];
      return id === undefined ? [] : [{ section: index + 1, id }];
    });
  });
}

async function readMargins(
  zip: ZipPackage,
  relations: ReadonlyMap<string, Relation>,
  shown: readonly ShownMargin[],
): Promise<ExtractedMargin[]> {
  const seen = new Set<string>();
  const margins: ExtractedMargin[] = [];
  for (const { section, id } of shown) {
    const target = relations.get(id)?.target;
    if (target === undefined || seen.has(target)) continue;
    seen.add(target);
    const part = await zip.read(target, MAX_PART);
    const text = part ? textOf(readWordBody(part).blocks) : '';
    if (text !== '') margins.push({ section, text });
  }
  return margins;
}

function textOf(blocks: ReturnType<typeof readWordBody>['blocks']): string {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text),
  );
  return plainSpaces(lines.join('\n')).trim();
}
