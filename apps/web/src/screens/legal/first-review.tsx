import { Alert, Button, Checkbox, Input, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type FirstReviewLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';

interface Conclusion {
  ids: string[];
  outcome: 'not-needed' | 'must-revise';
  note: string;
}

function columnsOf(
  { documents, imports, legal }: Dictionary,
  chosen: ReadonlySet<string>,
  choose: (id: string, on: boolean) => void,
): Column<FirstReviewLine>[] {
  return [
    {
      key: 'choose',
      title: '',
      narrow: true,
      cell: (line) => (
        <Checkbox
          aria-label={imports.select(`${line.code} ${line.cites}`)}
          checked={chosen.has(line.id)}
          onChange={(event) => choose(line.id, event.target.checked)}
        />
      ),
    },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: legal.document,
      main: true,
      cell: (line) => (
        <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'cites', title: legal.cites, cell: (line) => line.cites },
    {
      key: 'text',
      title: imports.firstReviewText,
      cell: (line) => <RowLink href={`/legal-texts/${line.textId}`}>{line.textTitle}</RowLink>,
    },
    {
      key: 'status',
      title: legal.state,
      narrow: true,
      cell: (line) => <Chip tone="amber">{imports.firstReviewStatus[line.textStatus]}</Chip>,
    },
    { key: 'unit', title: legal.unit, cell: (line) => line.unitName ?? '—' },
  ];
}

/** OF-04: the first look after an import is one list; it sends nothing and nothing in it is due. */
export function FirstReview(): ReactElement {
  const text = useText();
  const words = text.imports;
  const mayConclude = useOpens('assessments');
  const lines = usePages<FirstReviewLine>('/first-reviews', { state: 'open' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const conclude = useAction(
    (body: Conclusion, key) => api.post<unknown>('/first-reviews/conclusion', { key, body }),
    {
      stale: ['/first-reviews'],
      done: () => {
        setChosen(new Set());
        setNote('');
      },
    },
  );
  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const shown = itemsOf(lines.data).map(({ id }) => id);
  return (
    <>
      <div className="list-tools">
        <Alert type="info" showIcon title={words.firstReviewHint} />
        {mayConclude && shown.length > 0 ? (
          <Space wrap>
            <Button onClick={() => setChosen(new Set(shown))}>{words.selectAll}</Button>
            <Input
              aria-label={words.firstReviewNote}
              placeholder={words.firstReviewNote}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
            {(['not-needed', 'must-revise'] as const).map((outcome) => (
              <Button
                key={outcome}
                disabled={chosen.size === 0 || note.trim() === ''}
                loading={conclude.isPending}
                onClick={() => conclude.mutate({ ids: [...chosen], outcome, note: note.trim() })}
              >
                {words.conclude[outcome]}
              </Button>
            ))}
          </Space>
        ) : null}
      </div>
      {conclude.error === null ? null : (
        <ProblemNotice error={conclude.error} title={text.common.error.action} />
      )}
      <PagedTable
        query={lines}
        label={words.firstReview}
        columns={columnsOf(text, chosen, choose)}
        rowKey={(line) => line.id}
        empty={<EmptyState title={words.firstReviewEmpty} />}
      />
    </>
  );
}
