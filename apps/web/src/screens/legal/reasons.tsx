import { type ReactElement } from 'react';
import { type ImpactReason } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';

/** One way by which a change reaches a document, in a line. */
export function reasonLine({ impact }: Dictionary, reason: ImpactReason): string {
  const { cites, via, target, path, partly, note } = reason;
  const through = [
    ...path,
    ...(target === null || path.includes(target) || target === cites ? [] : [target]),
  ];
  const way = via === 'amended' ? impact.through(through.join(', ')) : impact.via[via];
  return [`${cites} (${way})`, partly ? impact.partly : null, note]
    .filter((part) => part !== null)
    .join(', ');
}

export function Reasons({ reasons }: { reasons: readonly ImpactReason[] }): ReactElement {
  const text = useText();
  return (
    <ul className="plain-list">
      {reasons.map((reason) => {
        const line = reasonLine(text, reason);
        return <li key={line}>{line}</li>;
      })}
    </ul>
  );
}
