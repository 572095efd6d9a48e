import { type ReactElement } from 'react';
import { itemsOf, usePages } from '~/api/page';
import { type AssessmentLine, type CitationView, type NamedTextView, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';

function TextLink({ id, children }: { id: string | null | undefined; children: string }): ReactElement {
  return id === null || id === undefined ? (
    <strong>{children}</strong>
  ) : (
    <RowLink href={`/legal-texts/${id}`}>{children}</RowLink>
  );
}

function Citation({ citation }: { citation: CitationView }): ReactElement {
  const { documentPage } = useText();
  const state = citation.legalTextState;
  const gone = state === 'expired' || state === 'partly-expired';
  const about = [
    citation.kind,
    citation.issuer,
    citation.issuedOn === null ? null : formatDay(citation.issuedOn),
  ];
  return (
    <li>
      <TextLink id={citation.legalTextId}>{citation.numberSymbol}</TextLink>
      <span className="quiet"> {about.filter((part) => part !== null && part !== '').join(' · ')}</span>
      {gone ? <Chip tone="amber">{documentPage.textStates[state] ?? state}</Chip> : null}
      {citation.legalTextId === null ? (
        <span className="known known-not"> {documentPage.unconfirmed}</span>
      ) : null}
    </li>
  );
}

function Named({ named }: { named: NamedTextView }): ReactElement {
  return (
    <li>
      <TextLink id={named.legalTextId}>{named.name}</TextLink>
      {named.year === null ? null : <span className="quiet"> {named.year}</span>}
    </li>
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
  const { documentPage } = useText();
  const nothing = version.citations.length + version.namedTexts.length === 0;
  return (
    <div className="tab-body">
      <Tasks documentId={version.documentId} />
      {nothing ? <p className="quiet">{documentPage.noCitations}</p> : null}
      {version.citations.length === 0 ? null : (
        <section>
          <h2>{documentPage.citations}</h2>
          <ul className="line-list">
            {version.citations.map((citation, index) => (
              <Citation key={index} citation={citation} />
            ))}
          </ul>
        </section>
      )}
      {version.namedTexts.length === 0 ? null : (
        <section>
          <h2>{documentPage.named}</h2>
          <ul className="line-list">
            {version.namedTexts.map((named, index) => (
              <Named key={index} named={named} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
