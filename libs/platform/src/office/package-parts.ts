import { type FileProblem, flagged, refused } from './inspection';
import { type XmlFault, XmlRefused, XmlWalk, type XmlTag } from './xml';

/** Looks at one part of a Word package while it unpacks, and says at the end what it found. */
export class PartInspection {
  readonly #problems: FileProblem[] = [];
  readonly #walk: XmlWalk;
  /** Field instructions may be torn over several runs: they are looked at as one string. */
  #instructions = '';
  #isInstruction = false;

  constructor(private readonly name: string) {
    this.#walk = new XmlWalk({
      open: (tag) => this.#open(tag),
      close: () => (this.#isInstruction = false),
      text: (text) => {
        if (this.#isInstruction) this.#instructions += text;
      },
    });
  }

  /** @throws XmlRefused */
  write(bytes: Buffer): void {
    this.#walk.write(bytes);
  }

  /** @throws XmlRefused */
  end(): FileProblem[] {
    this.#walk.end();
    if (/(?:^|\s)DDE(?:AUTO)?\s/i.test(this.#instructions))
      this.#problems.push(refused('file.active-content', { what: 'DDE' }));
    if (/INCLUDE(?:PICTURE|TEXT)\s+"?(?:https?:|ftp:|\\\\)/i.test(this.#instructions))
      this.#problems.push(flagged('file.external-content', { what: 'INCLUDE' }));
    return this.#problems;
  }

  #open(tag: XmlTag): void {
    if (tag.name === 'Relationship') this.#problems.push(...relationProblems(tag));
    if (tag.name === 'fldSimple') this.#instructions += ` ${tag.attribute('instr') ?? ''} `;
    if (tag.name === 'fldChar') this.#instructions += ' ';
    if (
      this.name === '[Content_Types].xml' &&
      /vbaProject|macroEnabled/i.test(tag.attribute('ContentType') ?? '')
    )
      this.#problems.push(refused('file.macro'));
    this.#isInstruction = tag.name === 'instrText';
  }
}

const FAULTS: Readonly<Record<XmlFault, (part: string) => FileProblem>> = {
  'document-type': () => refused('file.package-unsafe', { what: 'DTD' }),
  'too-deep': (part) => refused('file.bomb', { reason: part }),
  damaged: (part) => refused('file.truncated', { reason: part }),
};

/** What a part that is no XML of ours means for the file. */
export function xmlProblem(error: unknown, part: string): FileProblem {
  if (!(error instanceof XmlRefused)) throw error;
  return FAULTS[error.fault](part);
}

const FETCHED_ON_OPENING = [
  'attachedTemplate',
  'oleObject',
  'subDocument',
  'frame',
  'aFChunk',
  'externalLinkPath',
];
/** A letter of a drive, three slashes, or no scheme at all: of the machine itself. Every other address leads away from it. */
const OWN_MACHINE = /^(?:file:\/\/\/(?![\\/])|[a-z]:[\\/]|(?![a-z][a-z0-9+.-]*:|[\\/]{2}))/i;

/** Outside targets: links to click are fine; a template or object fetched on opening is an attack; a picture is only noted. */
function relationProblems(tag: XmlTag): FileProblem[] {
  const kind = (tag.attribute('Type') ?? '').replace(/^.*\//, '');
  if (kind === 'vbaProject') return [refused('file.macro')];
  // A chunk of another format is read by Word as if it had been opened itself, whatever lies in it.
  if (kind === 'aFChunk') return [refused('file.active-content', { what: kind })];
  if (kind === 'hyperlink' || OWN_MACHINE.test((tag.attribute('Target') ?? '').trim())) return [];
  return FETCHED_ON_OPENING.includes(kind)
    ? [refused('file.active-content', { what: kind })]
    : [flagged('file.external-content', { what: kind })];
}
