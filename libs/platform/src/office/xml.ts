import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A part that is no well-formed XML, or that carries a DTD (external or exploding entities); Word never writes one. */
export class XmlRefused extends Error {}

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

/** Walks a part once, without building a tree and without ever resolving an entity. @throws XmlRefused */
export function walkXml(bytes: Buffer, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new XmlRefused('a document type declaration');
  });
  parser.on('error', (error) => {
    throw new XmlRefused(error.message);
  });
  parser.on('opentag', (tag) => handler.open?.(tagOf(tag)));
  parser.on('closetag', (tag) => handler.close?.(tagOf(tag)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.write(decode(bytes)).close();
}

/** Writers use UTF-8, a few UTF-16 with a mark; anything else would be a trick to hide markup. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes).swap16().toString('utf16le').slice(1);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function tagOf(tag: SaxesTagNS): XmlTag {
  return {
    name: tag.local,
    uri: tag.uri,
    attribute: (name) => Object.values(tag.attributes).find(({ local }) => local === name)?.value ?? null,
  };
}
