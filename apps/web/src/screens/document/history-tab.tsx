import { Button } from 'antd';
import { type ReactElement } from 'react';
import { itemsOf, usePages } from '~/api/page';
import { type DocumentPage, type JournalLine, type VersionDetail, type VersionLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatDay, formatInstant } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { StateChip } from '~/ui/state-chip';
import { Waiting } from '~/ui/waiting';

function VersionRow({
  line,
  documentId,
  shown,
}: {
  line: VersionLine;
  documentId: string;
  shown: boolean;
}): ReactElement {
  const { documentPage, documents } = useText();
  return (
    <li>
      <p>
        <RowLink href={`/documents/${documentId}?version=${line.versionId}&tab=history`}>
          {documentPage.edition(line.issue, line.revision)}
        </RowLink>
        {shown ? <span className="quiet"> ({documentPage.current})</span> : null}
      </p>
      <p>
        <StateChip state={line.state} />
        {line.effectiveOn === null ? null : (
          <span className="quiet">
            {' '}
            {documents.effectiveOn} {formatDay(line.effectiveOn)}
            {line.endedOn === null ? '' : ` – ${formatDay(line.endedOn)}`}
          </span>
        )}
      </p>
      <p className="quiet">
        {[line.decisionNumber, line.drafterName, line.changeNote]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </p>
    </li>
  );
}

function JournalRow({ line }: { line: JournalLine }): ReactElement {
  const { common } = useText();
  return (
    <li>
      <p>{line.summary}</p>
      {line.reason === null ? null : (
        <p>
          {common.reason}: {line.reason}
        </p>
      )}
      <p className="quiet">
        <time dateTime={line.at}>{formatInstant(line.at)}</time> · {line.actorName}
      </p>
    </li>
  );
}

function Journal({ documentId }: { documentId: string }): ReactElement {
  const { documentPage, common } = useText();
  const lines = usePages<JournalLine>('/journal', { subjectType: 'document', subjectId: documentId });
  const items = itemsOf(lines.data);
  return (
    <section>
      <h2>{documentPage.journal}</h2>
      {lines.isPending ? <Waiting rows={3} /> : null}
      {lines.error === null ? null : <ProblemNotice error={lines.error} retry={() => void lines.refetch()} />}
      {lines.isSuccess && items.length === 0 ? <p className="quiet">{documentPage.noJournal}</p> : null}
      <ul className="line-list">
        {items.map((line) => (
          <JournalRow key={line.seq} line={line} />
        ))}
      </ul>
      {lines.hasNextPage ? (
        <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {common.more}
        </Button>
      ) : null}
    </section>
  );
}

export function HistoryTab({ page, version }: { page: DocumentPage; version: VersionDetail }): ReactElement {
  const { documentPage } = useText();
  const seesJournal = useOpens('journal');
  return (
    <div className="tab-body">
      <section>
        <h2>{documentPage.versions}</h2>
        <ul className="line-list">
          {page.versions.map((line) => (
            <VersionRow
              key={line.versionId}
              line={line}
              documentId={page.document.id}
              shown={line.versionId === version.id}
            />
          ))}
        </ul>
      </section>
      {seesJournal ? <Journal documentId={page.document.id} /> : null}
    </div>
  );
}
