import { decisionFolder, safeFileName, safeName, shortId, versionFolder } from '../../domain/archive/paths';
import { type ArchiveFile } from '../../persistence/archive/archive.query';

export type VersionFile = Parameters<typeof versionFolder>[0];

export function masterPath(version: VersionFile, name: string): string {
  return `${versionFolder(version)}/ban-goc - ${safeFileName(name, 60)}`;
}

export function renditionPath(version: VersionFile): string {
  return `${versionFolder(version)}/ban-pdf.pdf`;
}

export function scanPath(decision: { id: string; number: string | null }, name: string): string {
  return `${decisionFolder(decision)}/ban-quet - ${safeFileName(name, 60)}`;
}

/** Where a file lies in the archive: readable, and the same whenever it is asked. */
export function placeOf(file: ArchiveFile): string {
  const { role, subjectId, number, name } = file;
  const version = { ...file, versionId: file.versionId ?? '' };
  switch (role) {
    case 'master':
      return masterPath(version, name);
    case 'rendition':
      return renditionPath(version);
    case 'approval':
      return `${versionFolder(version)}/ban-ky [${shortId(subjectId)}].pdf`;
    case 'meeting':
      return `${versionFolder(version)}/bien-ban-pho-bien [${shortId(subjectId)}] - ${safeFileName(name, 50)}`;
    case 'scan':
      return scanPath({ id: subjectId, number }, name);
    case 'declaration':
      return `tep/cong-bo/${safeName(number ?? 'chua co so', 40)} [${shortId(subjectId)}]/ban-cong-bo.pdf`;
  }
}
