import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { listOf } from '~/api/page';
import { type AgencyCoverageLine, type MissingProcedure } from '~/api/types';
import { useText } from '~/app/preferences';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { ListTable } from '~/ui/list-table';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { TthcHead } from './tthc-head';

/** What one agency lacks. */
function Missing({ agency, close }: { agency: AgencyCoverageLine; close: () => void }): ReactElement {
  const { tthc } = useText();
  const missing = useQuery({
    queryKey: ['/coverage', 'agencies', agency.agencyId],
    queryFn: async ({ signal }) =>
      listOf<MissingProcedure>(await api.get(`/coverage/agencies/${agency.agencyId}`, signal)),
  });
  return (
    <Modal open title={tthc.missingTitle(agency.agencyName)} footer={null} onCancel={close} width={720}>
      <QueryView query={missing}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="quiet">{tthc.missingNone}</p>
          ) : (
            <ul className="line-list">
              {lines.map(({ procedureId, code, name, field }) => (
                <li key={procedureId}>
                  <RowLink href={`/administrative-procedures/${procedureId}`}>
                    {[code, name].filter(Boolean).join(' ')}
                  </RowLink>
                  <p className="quiet">{field}</p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Modal>
  );
}

export function AgencyCoverageScreen(): ReactElement {
  const { tthc } = useText();
  const { agency: chosen } = useSearch({ from: '/shell/coverage/agencies' });
  const navigate = useNavigate();
  const open = (agency: string | undefined): void =>
    void navigate({ to: '/coverage/agencies', search: { agency }, replace: true });
  const agencies = useQuery({
    queryKey: ['/coverage', 'agencies'],
    queryFn: async ({ signal }) => listOf<AgencyCoverageLine>(await api.get('/coverage/agencies', signal)),
  });
  const shown = agencies.data?.find(({ agencyId }) => agencyId === chosen);
  return (
    <>
      <TthcHead
        actions={
          <DownloadButton
            path="/coverage/agencies.xlsx"
            name={`${tthc.provinceSheet}.xlsx`}
            label={tthc.toSheet}
          />
        }
      />
      <section className="panel">
        <p className="quiet panel-pad">{tthc.provinceNote}</p>
        <QueryView query={agencies}>
          {(lines) =>
            lines.length === 0 ? (
              <EmptyState title={tthc.provinceEmpty} />
            ) : (
              <ListTable
                label={tthc.province}
                rows={lines}
                rowKey={({ agencyId }) => agencyId}
                columns={[
                  { key: 'agency', title: tthc.agency, main: true, cell: (line) => line.agencyName },
                  { key: 'total', title: tthc.total, narrow: true, end: true, cell: (line) => line.total },
                  {
                    key: 'covered',
                    title: tthc.covered,
                    narrow: true,
                    end: true,
                    cell: (line) => line.covered,
                  },
                  {
                    key: 'missing',
                    title: tthc.missing,
                    narrow: true,
                    end: true,
                    cell: (line) =>
                      line.total === line.covered ? (
                        0
                      ) : (
                        <Button type="link" size="small" onClick={() => open(line.agencyId)}>
                          {line.total - line.covered}
                        </Button>
                      ),
                  },
                  {
                    key: 'rate',
                    title: tthc.rate,
                    narrow: true,
                    end: true,
                    cell: (line) => tthc.percent(line.covered, line.total),
                  },
                ]}
              />
            )
          }
        </QueryView>
      </section>
      {shown === undefined ? null : <Missing agency={shown} close={() => open(undefined)} />}
    </>
  );
}
