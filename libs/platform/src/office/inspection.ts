import { type FileProblemCode } from './file.problems';
import { type FileType } from './file-type';

/** One finding about an uploaded file. A refused file leaves nothing behind; a flagged one is kept with a note. */
export interface FileProblem {
  readonly code: FileProblemCode;
  readonly severity: 'refused' | 'flagged';
  readonly detail: Readonly<Record<string, string | number | null>>;
}

export interface FileInspection {
  /** By content, whatever the name says. */
  readonly type: FileType;
  readonly bytes: number;
  readonly problems: readonly FileProblem[];
}

type Detail = FileProblem['detail'];

export function refused(code: FileProblemCode, detail: Detail = {}): FileProblem {
  return { code, severity: 'refused', detail };
}

export function flagged(code: FileProblemCode, detail: Detail = {}): FileProblem {
  return { code, severity: 'flagged', detail };
}
