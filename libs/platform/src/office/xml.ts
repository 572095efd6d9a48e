import { TextDecoder } from 'node:util';

import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Why a part is not read: damaged, with a DTD (external or exploding entities; Word never writes one), or nested beyond reason. */
export type XmlFault = 'damaged' | 'document-type' | 'too-deep';

export class XmlRefused extends Error {
  constructor(
    readonly fault: XmlFault,
    message: string,
  ) {
    super(message);
  }
}

export interface XmlHandler {
  open?(tag: XmlTag): void;
  close?(tag: XmlTag): void;
  text?(text: string): void;
}

/** An element by its namespace-free name; attributes too, since Word's prefixes vary by writer. */
export interface XmlTag {
  readonly name: string;
  readonly uri: string;
  attribute(name: string): string | null;
}

/** A table in a cell in a table takes ten; each level costs every element below it a look. */
const MAX_DEPTH = 300;

/** Walks a part as its bytes come, without building a tree and without ever resolving an entity. */
export class XmlWalk {
  readonly #parser = new SaxesParser({ xmlns: true });
  #decoder: TextDecoder | null = null;
  #head: Buffer = Buffer.alloc(0);
  #depth = 0;

  constructor(handler: XmlHandler) {
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw new XmlRefused('document-type', 'a document type declaration');
    });
    parser.on('error', (error) => {
      throw new XmlRefused('damaged', error.message);
    });
    // Before the namespaces of the element are looked for through all that are open.
    parser.on('opentagstart', () => {
      this.#depth += 1;
      if (this.#depth > MAX_DEPTH) throw new XmlRefused('too-deep', 'too many elements in each other');
    });
    parser.on('opentag', (tag) => handler.open?.(tagOf(tag)));
    parser.on('closetag', (tag) => {
      this.#depth -= 1;
      handler.close?.(tagOf(tag));
    });
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }

  /** @throws XmlRefused */
  write(bytes: Buffer): void {
    if (this.#decoder === null) {
      this.#head = Buffer.concat([this.#head, bytes]);
      if (this.#head.length >= 2) this.#begin();
    } else this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }

  /** @throws XmlRefused */
  end(): void {
    if (this.#decoder === null) this.#begin();
    this.#parser.write(this.#decoder?.decode() ?? '').close();
  }

  /** Writers use UTF-8, a few UTF-16 with a mark; anything else would be a trick to hide markup. */
  #begin(): void {
    const mark = this.#head.length >= 2 ? this.#head.readUInt16BE(0) : 0;
    this.#decoder = new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8');
    this.#parser.write(this.#decoder.decode(this.#head, { stream: true }));
  }
}

/** Walks a part that is in memory. @throws XmlRefused */
export function walkXml(bytes: Buffer, handler: XmlHandler): void {
  const walk = new XmlWalk(handler);
  walk.write(bytes);
  walk.end();
}

function tagOf(tag: SaxesTagNS): XmlTag {
  return {
    name: tag.local,
    uri: tag.uri,
    attribute: (name) => Object.values(tag.attributes).find(({ local }) => local === name)?.value ?? null,
  };
}
