import { type ReactElement, type ReactNode } from 'react';

interface Mark {
  from: number;
  to: number;
}

/** Text with what was looked for marked. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }): ReactElement {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    if (from < at) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
