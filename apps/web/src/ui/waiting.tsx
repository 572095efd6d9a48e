import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';

/** Grey lines where the content will stand; announced once to screen readers. */
export function Waiting({ rows = 6 }: { rows?: number }): ReactElement {
  const text = useText();
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">{text.common.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="waiting-line" />
      ))}
    </div>
  );
}
