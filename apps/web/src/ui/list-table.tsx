import { type UseInfiniteQueryResult, type InfiniteData } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { itemsOf, type Page } from '~/api/page';
import { type ApiProblem } from '~/api/problem';
import { useText } from '~/app/preferences';
import { ProblemNotice } from './problem-notice';
import { useGo } from './use-go';
import { Waiting } from './waiting';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** The column that names the row: the heading of the card on a phone. */
  main?: boolean;
  narrow?: boolean;
  end?: boolean;
}

interface ListTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowLink?: (row: Row) => string;
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const names = [
    column.main ? 'cell-main' : '',
    column.narrow ? 'cell-narrow' : '',
    column.end ? 'cell-end' : '',
  ];
  const joined = names.filter((name) => name !== '').join(' ');
  return joined === '' ? undefined : joined;
}

/** A table on a desk, readable cards on a phone: one markup, the style sheet decides. */
export function ListTable<Row>({ label, columns, rows, rowKey, rowLink }: ListTableProps<Row>): ReactElement {
  const go = useGo();
  return (
    <table className="list-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={rowLink === undefined ? undefined : 'row-link'}
            onClick={(event) => {
              const onControl =
                event.target instanceof Element && event.target.closest('a,button,input,label') !== null;
              if (rowLink !== undefined && !onControl) go(rowLink(row));
            }}
          >
            {columns.map((column) => (
              <td key={column.key} data-label={column.title} className={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PagedTableProps<Row> extends Omit<ListTableProps<Row>, 'rows'> {
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>, ApiProblem>;
  empty: ReactNode;
}

/** A keyset list with its waiting, empty and error states. */
export function PagedTable<Row>({ query, empty, ...table }: PagedTableProps<Row>): ReactElement {
  const text = useText();
  const rows = itemsOf(query.data);
  if (query.isPending) return <Waiting />;
  return (
    <>
      {query.error === null ? null : <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 ? empty : null}
      {rows.length > 0 ? <ListTable {...table} rows={rows} /> : null}
      {rows.length > 0 ? (
        <div className="list-foot">
          <span aria-live="polite">{text.common.shownOf(rows.length)}</span>
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {text.common.more}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
