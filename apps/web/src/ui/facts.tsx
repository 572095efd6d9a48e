import { Fragment, type ReactElement, type ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];

/** Label and value pairs. */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }): ReactElement {
  return (
    <dl className="facts">
      {facts.map((fact) =>
        fact === null ? null : (
          <Fragment key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1] === null || fact[1] === '' ? '—' : fact[1]}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
