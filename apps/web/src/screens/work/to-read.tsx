import { Button, Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type ToReadLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { say } from '~/ui/toast';

/** As often as the work below it: what was issued a moment ago appears by itself. */
const REFRESH_MS = 20_000;

function Line({
  line,
  chosen,
  toggle,
}: {
  line: ToReadLine;
  chosen: boolean;
  toggle: () => void;
}): ReactElement {
  const { distribution, documentPage } = useText();
  const testDue = line.hasTest && !line.testPassed;
  const name = `${line.code} – ${line.title}`;
  return (
    <li>
      <Checkbox checked={chosen} disabled={testDue} onChange={toggle} aria-label={name} />{' '}
      <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`}>{name}</RowLink>
      <p className="quiet">
        {documentPage.edition(line.issue, line.revision)}, {distribution.dueOn(formatDay(line.dueOn))}
        {testDue ? `, ${distribution.needsTest}` : ''}
      </p>
    </li>
  );
}

/** Several confirmations at once, each a row of its own (DI-09). */
export function ToRead(): ReactElement | null {
  const { distribution, common } = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const readings = usePages<ToReadLine>('/readings', {}, { everyMs: REFRESH_MS });
  const lines = itemsOf(readings.data);
  const confirm = useAction<readonly string[], unknown>(
    (versionIds, key) => api.post('/acknowledgements', { body: { versionIds }, key }),
    {
      stale: ['/readings', '/versions', '/journal'],
      done: () => {
        setChosen([]);
        say(distribution.own.said);
      },
    },
  );
  if (lines.length === 0) return null;
  const toggle = (id: string): void =>
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  return (
    <section className="panel panel-pad gap-below">
      <h2>{distribution.toRead(lines.length)}</h2>
      <p className="quiet">{distribution.toReadNote}</p>
      <ul className="line-list">
        {lines.map((line) => (
          <Line
            key={line.versionId}
            line={line}
            chosen={chosen.includes(line.versionId)}
            toggle={() => toggle(line.versionId)}
          />
        ))}
      </ul>
      {confirm.error === null ? null : <ProblemNotice error={confirm.error} title={common.error.action} />}
      {chosen.length === 0 ? null : (
        <>
          <p>{lines[0]?.wording}</p>
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(chosen)}>
            {distribution.confirmChosen(chosen.length)}
          </Button>
        </>
      )}
    </section>
  );
}
