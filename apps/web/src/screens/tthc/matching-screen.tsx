import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import {
  type LinkableDocumentView,
  type ProcedureLinksRequest,
  type ProcedureMatchesView,
} from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { EmptyState } from '~/ui/empty';
import { ListTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { say } from '~/ui/toast';
import { type ChosenProcedure, ProcedureField } from './procedure-field';
import { TthcHead } from './tthc-head';
import './tthc.css';

type Suggestion = ProcedureMatchesView['suggestions'][number];
type Link = ProcedureLinksRequest['links'][number];

interface Choice {
  procedure: ChosenProcedure | null;
  by: Suggestion['by'];
  ticked: boolean;
}

/** What is certain is ticked beforehand; a name that is only alike is not. */
function choicesOf({ documents, procedures, suggestions }: ProcedureMatchesView): Record<string, Choice> {
  const names = new Map(procedures.map(({ procedureId, code, name }) => [procedureId, { code, name }]));
  return Object.fromEntries(
    documents.map(({ documentId }): [string, Choice] => {
      const found = suggestions.find((each) => each.documentId === documentId);
      if (found === undefined) return [documentId, { procedure: null, by: 'person', ticked: false }];
      const { code = null, name = '' } = names.get(found.procedureId) ?? {};
      const label = [code, name].filter(Boolean).join(' ');
      const procedure = { value: found.procedureId, label };
      return [documentId, { procedure, by: found.by, ticked: found.by !== 'similar' }];
    }),
  );
}

function linksOf(choices: Record<string, Choice>): Link[] {
  return Object.entries(choices).flatMap(([documentId, { procedure, by, ticked }]) =>
    ticked && procedure !== null ? [{ documentId, procedureId: procedure.value, by }] : [],
  );
}

function Matches({ matches }: { matches: ProcedureMatchesView }): ReactElement {
  const { tthc } = useText();
  const [choices, setChoices] = useState(() => choicesOf(matches));
  const links = linksOf(choices);
  const confirm = useAction<Link[], ProcedureMatchesView>(
    (body, key) => api.post('/procedure-links', { body: { links: body }, key }),
    {
      stale: ['/procedure-matches', '/coverage', '/documents', '/administrative-procedures'],
      done: () => say(tthc.linked),
    },
  );
  const set = (id: string, part: Partial<Choice>): void =>
    setChoices((now) => {
      const before = now[id] ?? { procedure: null, by: 'person', ticked: false };
      return { ...now, [id]: { ...before, ...part } };
    });
  return (
    <section className="panel tthc-gap">
      <div className="list-tools">
        <p className="quiet">{tthc.matchingNote}</p>
        <Button
          type="primary"
          disabled={links.length === 0}
          loading={confirm.isPending}
          onClick={() => confirm.mutate(links)}
        >
          {tthc.confirmLinks(links.length)}
        </Button>
      </div>
      {confirm.error === null ? null : <ProblemNotice error={confirm.error} />}
      <ListTable<LinkableDocumentView>
        label={tthc.matching}
        rows={matches.documents}
        rowKey={({ documentId }) => documentId}
        columns={[
          {
            key: 'document',
            title: tthc.documents,
            main: true,
            cell: ({ documentId, code, title, series }) => (
              <Checkbox
                checked={choices[documentId]?.ticked ?? false}
                disabled={choices[documentId]?.procedure === null}
                onChange={({ target }) => set(documentId, { ticked: target.checked })}
              >
                {code} {title} <span className="quiet">({series})</span>
              </Checkbox>
            ),
          },
          {
            key: 'procedure',
            title: tthc.match,
            cell: ({ documentId }) => (
              <ProcedureField
                label={tthc.match}
                value={choices[documentId]?.procedure ?? null}
                onChange={(procedure) =>
                  set(documentId, { procedure, by: 'person', ticked: procedure !== null })
                }
              />
            ),
          },
          {
            key: 'by',
            title: tthc.suggested,
            narrow: true,
            cell: ({ documentId }) => {
              const choice = choices[documentId];
              return choice?.procedure ? tthc.by[choice.by] : '—';
            },
          },
        ]}
      />
    </section>
  );
}

function Unmatched({ matches }: { matches: ProcedureMatchesView }): ReactElement | null {
  const { tthc } = useText();
  const suggested = new Set(matches.suggestions.map(({ procedureId }) => procedureId));
  const left = matches.procedures.filter(({ procedureId }) => !suggested.has(procedureId));
  if (left.length === 0) return null;
  return (
    <section className="panel panel-pad">
      <h2>
        {tthc.unmatchedProcedures} ({left.length})
      </h2>
      <ul className="line-list">
        {left.map(({ procedureId, code, name, field }) => (
          <li key={procedureId}>
            <RowLink href={`/administrative-procedures/${procedureId}`}>
              {[code, name].filter(Boolean).join(' ')}
            </RowLink>
            <p className="quiet">{field}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function MatchingScreen(): ReactElement {
  const { tthc } = useText();
  const matches = useQuery({
    queryKey: ['/procedure-matches'],
    queryFn: ({ signal }) => api.get<ProcedureMatchesView>('/procedure-matches', signal),
  });
  return (
    <>
      <TthcHead />
      <QueryView query={matches} rows={6}>
        {(found) => (
          <>
            {found.documents.length === 0 ? (
              <section className="panel tthc-gap">
                <EmptyState title={tthc.matchingDone} />
              </section>
            ) : (
              <Matches key={found.documents.map(({ documentId }) => documentId).join()} matches={found} />
            )}
            <Unmatched matches={found} />
          </>
        )}
      </QueryView>
    </>
  );
}
