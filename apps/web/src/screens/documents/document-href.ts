import { type DocumentLine } from '~/api/types';

/** A line in progress opens its own version; the plain address opens the one that is in force. */
export function documentHref(line: Pick<DocumentLine, 'documentId' | 'versionId'>): string {
  return `/documents/${line.documentId}?version=${line.versionId}`;
}
