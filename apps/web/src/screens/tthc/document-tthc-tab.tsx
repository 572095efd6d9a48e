import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import {
  type ChangeRequestView,
  type DocumentProceduresView,
  type ImplementedProcedure,
  type ProcedureDifference,
  type ProcedureLinksRequest,
} from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { useGo } from '~/ui/use-go';
import { type ChosenProcedure, ProcedureField } from './procedure-field';
import { ProcessSteps } from './procedure-screen';
import { TTHC_TONES } from './procedures-screen';
import './tthc.css';

const STALE = ['/documents', '/procedure-matches', '/coverage', '/administrative-procedures', '/journal'];
type Link = ProcedureLinksRequest['links'][number];

function differenceWords({ kind, step, own, published }: ProcedureDifference, { tthc }: Dictionary): string {
  const values = kind === 'older' ? [formatDay(own), formatDay(published)] : [own, published];
  const place = step === null ? '' : `${tthc.stepNo(step)}: `;
  const sides = `${tthc.ownSays}: ${values[0] ?? ''} – ${tthc.publishedSays}: ${values[1] ?? ''}`;
  return `${place}${tthc.difference[kind]} (${sides})`;
}

/** What differs, and a request for a revision that says so. */
function Differences({
  documentId,
  procedure,
}: {
  documentId: string;
  procedure: ImplementedProcedure;
}): ReactElement | null {
  const text = useText();
  const { tthc } = text;
  const go = useGo();
  const mayAsk = useOpens('requestChange');
  const lines = procedure.differences.map((difference) => differenceWords(difference, text));
  const ask = useAction<string, ChangeRequestView>(
    (reason, key) => api.post('/change-requests', { body: { kind: 'amend', documentId, reason }, key }),
    { stale: ['/change-requests', '/journal'], done: ({ id }) => go(`/change-requests/${id}`) },
  );
  if (lines.length === 0)
    return procedure.process === null && procedure.timeLimit === null ? null : (
      <p className="quiet">{tthc.agrees}</p>
    );
  const reason = tthc.revisionReason(procedure.name, lines.join('; ')).slice(0, 1900);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={tthc.differsTitle}
        description={
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        }
        action={
          mayAsk ? (
            <Button size="small" loading={ask.isPending} onClick={() => ask.mutate(reason)}>
              {tthc.proposeRevision}
            </Button>
          ) : undefined
        }
      />
      {ask.error === null ? null : <ProblemNotice error={ask.error} />}
    </>
  );
}

function Linked({
  documentId,
  procedure,
}: {
  documentId: string;
  procedure: ImplementedProcedure;
}): ReactElement {
  const { tthc } = useText();
  const mayLink = useOpens('linkTthc');
  const { procedureId, process } = procedure;
  const remove = useAction<null, unknown>(
    (_, key) => api.post('/procedure-links/removal', { body: { documentId, procedureId }, key }),
    { stale: STALE },
  );
  const decision =
    process === null
      ? []
      : [process.decisionNumber, process.decisionOn === null ? null : formatDay(process.decisionOn)];
  return (
    <section>
      <h2>
        <RowLink href={`/administrative-procedures/${procedureId}`}>
          {[procedure.code, procedure.name].filter(Boolean).join(' ')}
        </RowLink>
      </h2>
      <p>
        <Chip tone={TTHC_TONES[procedure.status]}>{tthc.statuses[procedure.status]}</Chip>{' '}
        <span className="quiet">
          {procedure.field} · {tthc.by[procedure.matchedBy]}
        </span>
        {mayLink ? (
          <Button type="link" size="small" loading={remove.isPending} onClick={() => remove.mutate(null)}>
            {tthc.unlink}
          </Button>
        ) : null}
      </p>
      <p>
        {tthc.publishedLimit}: {procedure.timeLimit ?? '—'}
      </p>
      <Differences documentId={documentId} procedure={procedure} />
      {process === null ? (
        <p className="quiet">{tthc.noProcess}</p>
      ) : (
        <>
          <h3>{[tthc.process, ...decision].filter(Boolean).join(' · ')}</h3>
          <ProcessSteps steps={process.steps} />
        </>
      )}
    </section>
  );
}

function AddLink({ documentId, shown }: { documentId: string; shown: DocumentProceduresView }): ReactElement {
  const { tthc } = useText();
  const [chosen, setChosen] = useState<ChosenProcedure | null>(null);
  const link = useAction<Link, unknown>(
    (body, key) => api.post('/procedure-links', { body: { links: [body] }, key }),
    { stale: STALE, done: () => setChosen(null) },
  );
  return (
    <section>
      {shown.suggested.map(({ procedureId, code, name, by }) => (
        <p key={procedureId}>
          {tthc.suggested}: {[code, name].filter(Boolean).join(' ')}{' '}
          <span className="quiet">({tthc.by[by]})</span>{' '}
          <Button
            size="small"
            loading={link.isPending}
            onClick={() => link.mutate({ documentId, procedureId, by })}
          >
            {tthc.link}
          </Button>
        </p>
      ))}
      <div className="link-choice">
        <ProcedureField label={tthc.chooseProcedure} value={chosen} onChange={setChosen} />
        <Button
          disabled={chosen === null}
          loading={link.isPending}
          onClick={() =>
            chosen === null ? undefined : link.mutate({ documentId, procedureId: chosen.value, by: 'person' })
          }
        >
          {tthc.link}
        </Button>
      </div>
      {link.error === null ? null : <ProblemNotice error={link.error} />}
    </section>
  );
}

/** The tab "TTHC" of a document: what it implements, the quy trình nội bộ beside it, and what differs. */
export function DocumentTthcTab({ documentId }: { documentId: string }): ReactElement {
  const { tthc } = useText();
  const mayLink = useOpens('linkTthc');
  const shown = useQuery({
    queryKey: ['/documents', documentId, 'procedures'],
    queryFn: ({ signal }) => api.get<DocumentProceduresView>(`/documents/${documentId}/procedures`, signal),
  });
  return (
    <div className="tab-body">
      <QueryView query={shown} rows={4}>
        {(found) => (
          <>
            {found.linked.length === 0 ? <p className="quiet">{tthc.noLinked}</p> : null}
            {found.linked.map((procedure) => (
              <Linked key={procedure.procedureId} documentId={documentId} procedure={procedure} />
            ))}
            {mayLink ? <AddLink documentId={documentId} shown={found} /> : null}
          </>
        )}
      </QueryView>
    </div>
  );
}
