import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type AssessmentLine, type CitationLine, type CitationLines, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { CitationChoice, UnlinkButton } from '../legal/citation-choice';

/** A text that has ended, is decided to end, or is not meant for this place must be looked at. */
function isGone({ status, endsOn, appliesHere }: CitationLine): boolean {
  return status === 'expired' || status === 'partly-expired' || endsOn !== null || appliesHere === false;
}

function Standing({ line }: { line: CitationLine }): ReactElement {
  const { documentPage, legal, register } = useText();
  return (
    <>
      {line.status === null || line.status === 'in-force' ? null : (
        <Chip tone={line.status === 'recorded' ? 'grey' : 'amber'}>
          {documentPage.textStates[line.status] ?? legal.statuses[line.status]}
        </Chip>
      )}
      {line.status !== 'expired' && line.endsOn !== null ? (
        <Chip tone="amber">{register.willEnd(formatDay(line.endsOn))}</Chip>
      ) : null}
      {line.amended === true ? <Chip tone="grey">{register.amended}</Chip> : null}
      {line.appliesHere === false ? <Chip tone="amber">{register.notHere}</Chip> : null}
    </>
  );
}

function Citation({ line }: { line: CitationLine }): ReactElement {
  const { documentPage, register } = useText();
  const mayLink = useOpens('linkCitations');
  const about = [line.issuer, line.issuedOn === null ? null : formatDay(line.issuedOn), line.year];
  return (
    <li>
      {line.textId === null ? (
        <strong>{line.words}</strong>
      ) : (
        <RowLink href={`/legal-texts/${line.textId}`}>{line.words}</RowLink>
      )}
      <span className="quiet"> {about.filter((part) => part !== null && part !== '').join(' · ')}</span>{' '}
      <Standing line={line} />
      {line.title === null ? null : <p className="quiet">{line.title}</p>}
      {line.linkedBy === null || line.textId === null ? null : (
        <p className="quiet">
          {register.linkedBy(line.linkedBy)}{' '}
          {mayLink ? <UnlinkButton cited={line} textId={line.textId} /> : null}
        </p>
      )}
      {line.textId === null ? <span className="known known-not"> {documentPage.unconfirmed}</span> : null}
      {line.textId === null && mayLink ? <CitationChoice cited={line} proposals={line.proposals} /> : null}
    </li>
  );
}

function Citations({ title, lines }: { title: string; lines: readonly CitationLine[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="line-list">
        {lines.map((line, index) => (
          <Citation key={index} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Task({ task }: { task: AssessmentLine }): ReactElement {
  const { documentPage, legal } = useText();
  return (
    <li>
      <RowLink href={`/assessments/${task.id}`}>{task.changeText}</RowLink>{' '}
      <span className={task.overdue ? 'overdue' : 'quiet'}>
        {legal.assessmentStates[task.state]}, {documentPage.taskDue(formatDay(task.deadlineOn))}
      </span>
    </li>
  );
}

/** The revision tasks that changes of law have opened for this document. */
function Tasks({ documentId }: { documentId: string }): ReactElement | null {
  const { documentPage } = useText();
  const mayRead = useOpens('assessments');
  const found = usePages<AssessmentLine>('/assessments', { state: 'open', documentId }, { enabled: mayRead });
  const tasks = itemsOf(found.data);
  if (found.error !== null) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2>{documentPage.tasks}</h2>
      <ul className="line-list">
        {tasks.map((task) => (
          <Task key={task.id} task={task} />
        ))}
      </ul>
    </section>
  );
}

export function BasisTab({ version }: { version: VersionDetail }): ReactElement {
  const { documentPage, register } = useText();
  const found = useQuery({
    queryKey: ['/versions', version.id, 'citations'],
    queryFn: ({ signal }) => api.get<CitationLines>(`/versions/${version.id}/citations`, signal),
  });
  return (
    <div className="tab-body">
      <Tasks documentId={version.documentId} />
      <QueryView query={found}>
        {({ items }) => {
          const gone = items.filter(isGone).length;
          return (
            <>
              {items.length === 0 ? <p className="quiet">{documentPage.noCitations}</p> : null}
              {gone === 0 ? null : <Alert type="warning" showIcon title={register.warnGone(gone)} />}
              <Citations
                title={documentPage.citations}
                lines={items.filter(({ kind }) => kind === 'number')}
              />
              <Citations title={documentPage.named} lines={items.filter(({ kind }) => kind === 'name')} />
            </>
          );
        }}
      </QueryView>
    </div>
  );
}
