import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, InputNumber, Modal, Segmented, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type DueReviewLine, type ReviewRuleView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, localDayOf } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { PeriodicReviewDialog } from './review-dialog';
import { UpkeepHead } from './upkeep-head';

function columnsOf(
  { upkeep, documents }: Dictionary,
  review: ((line: DueReviewLine) => void) | null,
): Column<DueReviewLine>[] {
  return [
    {
      key: 'due',
      title: upkeep.dueOn,
      narrow: true,
      cell: (line) => <span className={line.overdue ? 'overdue' : undefined}>{formatDay(line.dueOn)}</span>,
    },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: documents.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/documents/${line.documentId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'series', title: documents.series, cell: (line) => line.series },
    { key: 'unit', title: documents.unit, cell: (line) => line.unitName ?? '—' },
    {
      key: 'last',
      title: upkeep.lastReview,
      cell: (line) =>
        line.lastOutcome === null || line.lastReviewedAt === null
          ? upkeep.never
          : `${upkeep.outcomes[line.lastOutcome]}, ${formatDay(localDayOf(line.lastReviewedAt))}`,
    },
    ...(review === null
      ? []
      : [
          {
            key: 'act',
            title: '',
            narrow: true,
            end: true,
            cell: (line: DueReviewLine) => (
              <Button size="small" onClick={() => review(line)}>
                {upkeep.reviews}
              </Button>
            ),
          },
        ]),
  ];
}

function RuleDialog({ close }: { close: () => void }): ReactElement {
  const { upkeep, documents, common } = useText();
  const [form] = Form.useForm<ReviewRuleView>();
  const required = useRequired();
  const set = useAction<ReviewRuleView, unknown>((body, key) => api.put('/review-rules', { body, key }), {
    stale: ['/review-rules', '/periodic-reviews'],
    done: close,
  });
  return (
    <FormDialog<ReviewRuleView>
      open
      close={close}
      title={upkeep.rules}
      submit={common.save}
      form={form}
      initial={{ kind: 'procedure', months: 12 }}
      onFinish={(values) => set.mutate(values)}
      pending={set.isPending}
      error={set.error}
    >
      <p className="quiet">{upkeep.rulesNote}</p>
      <Form.Item name="kind" label={documents.kind} rules={required}>
        <Select options={Object.entries(documents.kinds).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item
        name="months"
        label={upkeep.monthsField}
        rules={[{ required: true, message: common.required }]}
      >
        <InputNumber min={1} max={120} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}

function RulesModal({ close }: { close: () => void }): ReactElement {
  const { upkeep, documents, common } = useText();
  const maySet = useOpens('setReviewRules');
  const [editing, setEditing] = useState(false);
  const rules = useQuery({
    queryKey: ['/review-rules'],
    queryFn: ({ signal }) => api.get<ReviewRuleView[]>('/review-rules', signal),
  });
  return (
    <Modal
      open
      title={upkeep.rules}
      onCancel={close}
      footer={maySet ? <Button onClick={() => setEditing(true)}>{common.edit}</Button> : null}
    >
      <p className="quiet">{upkeep.rulesNote}</p>
      <QueryView query={rules}>
        {(found) => (
          <dl className="facts">
            {found.map((rule) => (
              <div key={rule.kind} className="facts-row">
                <dt>{documents.kinds[rule.kind]}</dt>
                <dd>{upkeep.months(rule.months)}</dd>
              </div>
            ))}
          </dl>
        )}
      </QueryView>
      {editing ? <RuleDialog close={() => setEditing(false)} /> : null}
    </Modal>
  );
}

export function ReviewsScreen(): ReactElement {
  const text = useText();
  const { upkeep } = text;
  const { scope } = useSearch({ from: '/shell/periodic-reviews' });
  const navigate = useNavigate();
  const mayReview = useOpens('reviewPeriodically');
  const [reviewed, setReviewed] = useState<DueReviewLine | null>(null);
  const [rules, setRules] = useState(false);
  const shown = scope ?? 'due';
  const lines = usePages<DueReviewLine>('/periodic-reviews', { scope: shown });
  return (
    <>
      <UpkeepHead
        actions={
          <>
            <DownloadButton
              path={withQuery('/periodic-reviews.xlsx', { scope: shown })}
              name="ra-soat-dinh-ky.xlsx"
              label={text.forms.sheet}
            />
            <Button onClick={() => setRules(true)}>{upkeep.rules}</Button>
          </>
        }
      />
      <section className="panel">
        <div className="list-tools">
          <Segmented<'due' | 'all'>
            aria-label={upkeep.reviews}
            value={shown}
            onChange={(next) =>
              void navigate({ to: '/periodic-reviews', search: { scope: next }, replace: true })
            }
            options={(['due', 'all'] as const).map((value) => ({ value, label: upkeep.scopes[value] }))}
          />
        </div>
        <PagedTable
          query={lines}
          label={upkeep.reviews}
          columns={columnsOf(text, mayReview ? setReviewed : null)}
          rowKey={(line) => line.documentId}
          rowLink={(line) => `/documents/${line.documentId}`}
          empty={<EmptyState title={upkeep.reviewsEmpty} steps={upkeep.reviewsSteps} />}
        />
      </section>
      {reviewed === null ? null : (
        <PeriodicReviewDialog
          documentId={reviewed.documentId}
          name={`${reviewed.code} ${reviewed.title}`}
          close={() => setReviewed(null)}
        />
      )}
      {rules ? <RulesModal close={() => setRules(false)} /> : null}
    </>
  );
}
