import { type ReactElement, useEffect, useRef } from 'react';
import { useText } from '~/app/preferences';

/** Where the words of the quote stand; spaces and line ends of the two need not agree. */
function placeOf(content: string, quote: string): readonly [number, number] | null {
  const words = quote
    .replace(/…$/u, '')
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(words.join('\\s+'), 'u').exec(content);
  return found === null ? null : [found.index, found.index + found[0].length];
}

/** The text as it came; the passage from which a relation was read is marked. */
export function IntakeContent({
  content,
  quote,
}: {
  content: string | null;
  quote: string | null;
}): ReactElement {
  const { legalSources } = useText();
  const mark = useRef<HTMLElement>(null);
  const place = content === null || quote === null ? null : placeOf(content, quote);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
  }, [quote]);
  const words = content ?? '';
  return (
    <section className="panel panel-pad intake-content">
      <h2>{legalSources.content}</h2>
      {words.trim() === '' ? <p className="quiet">{legalSources.noContent}</p> : null}
      <div className="intake-words" tabIndex={0} role="document" aria-label={legalSources.content}>
        {place === null ? (
          words
        ) : (
          <>
            {words.slice(0, place[0])}
            <mark ref={mark}>{words.slice(...place)}</mark>
            {words.slice(place[1])}
          </>
        )}
      </div>
    </section>
  );
}
