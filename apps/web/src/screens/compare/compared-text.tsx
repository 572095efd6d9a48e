import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import { Fragment, type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { type SideView, type TextRow, type TextRowPage } from '~/api/types';
import { useText } from '~/app/preferences';
import { ProblemNotice } from '~/ui/problem-notice';
import { Waiting } from '~/ui/waiting';

const MARKS = { same: Fragment, removed: 'del', added: 'ins' } as const;

function Side({ side }: { side: SideView | null }): ReactElement {
  const { versions } = useText();
  if (side === null) return <div className="compare-side" />;
  return (
    <div className="compare-side">
      <span className="compare-page">{versions.page(side.page)}</span>
      {side.spans.map((span, at) => {
        const Mark = MARKS[span.kind];
        return (
          <Fragment key={`${String(at)}${span.text.slice(0, 12)}`}>
            {at === 0 ? '' : ' '}
            <Mark>{span.text}</Mark>
          </Fragment>
        );
      })}
    </div>
  );
}

function Rows({ rows }: { rows: readonly TextRow[] }): ReactElement {
  const { versions } = useText();
  return (
    <>
      {rows.map((row, index) => {
        const hidden = row.at - (rows[index - 1]?.at ?? -1) - 1;
        return (
          <Fragment key={row.at}>
            {hidden > 0 ? <p className="compare-same">{versions.same(hidden)}</p> : null}
            <div className="compare-row">
              <Side side={row.left} />
              <Side side={row.right} />
            </div>
          </Fragment>
        );
      })}
    </>
  );
}

interface ComparedTextProps {
  documentId: string;
  left: string;
  right: string;
}

function Found({ pages }: { pages: readonly TextRowPage[] }): ReactElement | null {
  const { versions } = useText();
  const [first] = pages;
  if (first === undefined) return null;
  if (first.leftPages === 0 || first.rightPages === 0) return <p role="status">{versions.noText}</p>;
  return (
    <>
      {first.isCut ? <Alert type="warning" showIcon title={versions.cut} /> : null}
      <p aria-live="polite">{versions.changes(first.changes)}</p>
      <Rows rows={pages.flatMap(({ items }) => items)} />
    </>
  );
}

/** The pages of both versions word by word: red is gone, green is new. */
export function ComparedText({ documentId, left, right }: ComparedTextProps): ReactElement {
  const { versions, common } = useText();
  const search = useSearch({ from: '/shell/documents/$documentId/compare' });
  const navigate = useNavigate();
  const show = search.show ?? 'changes';
  const text = useInfiniteQuery({
    queryKey: ['/documents', documentId, 'comparison', left, right, show],
    queryFn: ({ pageParam, signal }) =>
      api.get<TextRowPage>(
        withQuery(`/documents/${documentId}/comparison/text`, {
          left,
          right,
          show,
          after: pageParam,
          limit: 60,
        }),
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return (
    <section className="panel panel-pad gap-below">
      <h2>{versions.text}</h2>
      <Radio.Group
        className="gap-below"
        aria-label={versions.text}
        optionType="button"
        value={show}
        options={[
          { value: 'changes', label: versions.onlyChanges },
          { value: 'all', label: versions.all },
        ]}
        onChange={({ target }) =>
          void navigate({
            to: '/documents/$documentId/compare',
            params: { documentId },
            search: { left, right, show: target.value as 'all' | 'changes' },
            replace: true,
          })
        }
      />
      {text.isPending ? <Waiting rows={5} /> : null}
      {text.error === null ? null : <ProblemNotice error={text.error} retry={() => void text.refetch()} />}
      <Found pages={text.data?.pages ?? []} />
      {text.hasNextPage ? (
        <Button loading={text.isFetchingNextPage} onClick={() => void text.fetchNextPage()}>
          {common.more}
        </Button>
      ) : null}
    </section>
  );
}
