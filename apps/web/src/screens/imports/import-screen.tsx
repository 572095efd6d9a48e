import './imports.css';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type ImportDetail, type ImportItemChanges, type ImportItemView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { Waiting } from '~/ui/waiting';
import { DraftsDialog, InForceDialog } from './accept-dialogs';
import { ImportDrop } from './import-drop';
import { ImportGrid } from './import-grid';
import { ImportRow } from './import-row';
import { type RowSaving } from './row-saving';
import { ImportSummary } from './import-summary';
import { ImportTools, type ManyChange } from './import-tools';
import { type ItemFilter, useBatch, useRows } from './queries';
import { useSending } from './use-sending';

function useRowSaving(batchId: string): RowSaving {
  const saving = useAction(
    ({ row, changes }: { row: ImportItemView; changes: ImportItemChanges }) =>
      api.patch<ImportItemView>(`/imports/${batchId}/items/${row.id}`, {
        body: changes,
        ifMatch: row.rowVersion,
      }),
    { stale: ['/imports'] },
  );
  return {
    save: (row, changes) => saving.mutate({ row, changes }),
    pending: saving.isPending,
    error: saving.error,
  };
}

function useManyChange(batchId: string): {
  change: (itemIds: string[], change: ManyChange) => void;
  error: unknown;
} {
  const many = useAction(
    ({ itemIds, change }: { itemIds: string[]; change: ManyChange }, key) =>
      api.post<unknown>(`/imports/${batchId}/items`, { key, body: { itemIds, ...change } }),
    { stale: ['/imports'] },
  );
  return { change: (itemIds, change) => many.mutate({ itemIds, change }), error: many.error };
}

function useChoice(rows: readonly ImportItemView[]): {
  ids: ReadonlySet<string>;
  chosen: ImportItemView[];
  choose: (ids: readonly string[], chosen: boolean) => void;
  clear: () => void;
} {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    chosen: rows.filter(({ id }) => ids.has(id)),
    choose: (some, chosen) =>
      setIds((before) => {
        const next = new Set(before);
        for (const id of some) {
          if (chosen) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    clear: () => setIds(new Set()),
  };
}

function Review({ batch, refresh }: { batch: ImportDetail; refresh: () => void }): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const { status = 'all', item } = useSearch({ from: '/shell/imports/$importId' });
  const [dialog, setDialog] = useState<'in-force' | 'drafts' | null>(null);
  const query = useRows(batch, status);
  const rows = query.data ?? [];
  const { ids, chosen, choose, clear } = useChoice(rows);
  const saving = useRowSaving(batch.id);
  const many = useManyChange(batch.id);
  const open = rows.find(({ id }) => id === item);
  const go = (search: { status?: ItemFilter; item?: string }): void => {
    const { status: next = status, item: shown } = search;
    void navigate({
      to: '/imports/$importId',
      params: { importId: batch.id },
      search: { status: next === 'all' ? undefined : next, item: shown },
      replace: true,
    });
  };
  const dialogProps = {
    batchId: batch.id,
    rows: chosen,
    close: () => setDialog(null),
    done: (accepted: number) => {
      clear();
      refresh();
      say(text.imports.acceptedMany(accepted));
    },
  };
  return (
    <>
      {many.error === null ? null : <ProblemNotice error={many.error} title={text.common.error.action} />}
      <div className={open === undefined ? undefined : 'with-row'}>
        <section className="panel">
          <ImportTools
            batch={batch}
            status={status}
            onStatus={(next) => {
              clear();
              go({ status: next });
            }}
            chosen={chosen}
            onMany={(change) =>
              many.change(
                chosen.map(({ id }) => id),
                change,
              )
            }
            onInForce={() => setDialog('in-force')}
            onDrafts={() => setDialog('drafts')}
          />
          {query.isPending ? <Waiting /> : null}
          {query.error === null ? null : (
            <ProblemNotice error={query.error} retry={() => void query.refetch()} />
          )}
          <ImportGrid
            rows={rows}
            chosen={ids}
            openId={item}
            onChoose={choose}
            onOpen={(id) => go({ item: id })}
            onChange={(row, fields) => saving.save(row, { fields })}
          />
        </section>
        {open === undefined ? null : (
          <ImportRow batchId={batch.id} row={open} others={rows} saving={saving} close={() => go({})} />
        )}
      </div>
      {saving.error !== null && open === undefined ? (
        <ProblemNotice error={saving.error} title={text.common.error.action} />
      ) : null}
      <InForceDialog {...dialogProps} open={dialog === 'in-force'} />
      <DraftsDialog {...dialogProps} open={dialog === 'drafts'} />
    </>
  );
}

/** One batch: drop, follow, review, take in. Opened again it shows where everything stands. */
export function ImportScreen(): ReactElement {
  const { importId } = useParams({ from: '/shell/imports/$importId' });
  const client = useQueryClient();
  const batch = useBatch(importId);
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: ['/imports', importId] });
  };
  const sending = useSending(importId, refresh);
  if (batch.isPending) return <Waiting />;
  if (batch.data === undefined)
    return <ProblemNotice error={batch.error} retry={() => void batch.refetch()} />;
  return (
    <>
      <PageHead title={batch.data.name} note={batch.data.createdByName} />
      <ImportDrop sending={sending} small={batch.data.total > 0} />
      {batch.data.total + batch.data.archives.length === 0 ? null : (
        <>
          <ImportSummary batch={batch.data} />
          <Review batch={batch.data} refresh={refresh} />
        </>
      )}
    </>
  );
}
