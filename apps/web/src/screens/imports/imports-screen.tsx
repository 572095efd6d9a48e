import { Button } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type ImportDetail, type ImportLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { Icon } from '~/ui/icon';
import { type Column, PagedTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { useGo } from '~/ui/use-go';
import { DraftingHead } from '../drafting/drafting-tabs';

function columnsOf({ imports }: Dictionary): Column<ImportLine>[] {
  return [
    {
      key: 'name',
      title: imports.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/imports/${line.id}`} className="row-title">
          {line.name}
        </RowLink>
      ),
    },
    { key: 'by', title: imports.by, cell: (line) => line.createdByName },
    { key: 'since', title: imports.since, narrow: true, cell: (line) => formatInstant(line.createdAt) },
    { key: 'files', title: imports.files, narrow: true, end: true, cell: (line) => line.files },
    { key: 'accepted', title: imports.accepted, narrow: true, end: true, cell: (line) => line.accepted },
  ];
}

/** Batches of papers that are in force already (OF-04). */
export function ImportsScreen(): ReactElement {
  const text = useText();
  const go = useGo();
  const lines = usePages<ImportLine>('/imports');
  const open = useAction((name: string, key) => api.post<ImportDetail>('/imports', { body: { name }, key }), {
    stale: ['/imports'],
    done: ({ id }) => go(`/imports/${id}`),
  });
  const begin = (
    <Button
      type="primary"
      icon={<Icon name="plus" size={16} />}
      loading={open.isPending}
      onClick={() => open.mutate(text.imports.batchName(formatInstant(new Date().toISOString())))}
    >
      {text.imports.open}
    </Button>
  );
  return (
    <>
      <DraftingHead actions={begin} />
      {open.error === null ? null : <ProblemNotice error={open.error} title={text.common.error.action} />}
      <section className="panel">
        <div className="list-tools">
          <DownloadButton path="/imports.xlsx" name="dot-nhap.xlsx" label={text.forms.sheet} />
        </div>
        <PagedTable
          query={lines}
          label={text.imports.tab}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/imports/${line.id}`}
          empty={<EmptyState title={text.imports.empty} steps={text.imports.emptySteps} />}
        />
      </section>
    </>
  );
}
