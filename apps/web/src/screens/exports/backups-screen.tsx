import { useQuery } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type BackupRunLine, type BackupState } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatBytes, formatCount } from '~/ui/bytes';
import { formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { Facts } from '~/ui/facts';
import { type Column, PagedTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { Chip } from '~/ui/state-chip';
import { AdministrationHead } from '../administration/administration-head';

function columnsOf({ agencyExports }: Dictionary): Column<BackupRunLine>[] {
  return [
    {
      key: 'kind',
      title: agencyExports.kind,
      main: true,
      cell: (line) => agencyExports.kinds[line.kind],
    },
    {
      key: 'at',
      title: agencyExports.startedAt,
      narrow: true,
      cell: (line) => formatInstant(line.startedAt),
    },
    {
      key: 'seconds',
      title: agencyExports.seconds,
      narrow: true,
      cell: (line) => agencyExports.secondsOf(formatCount(secondsOf(line))),
    },
    {
      key: 'result',
      title: agencyExports.result,
      cell: (line) => (
        <>
          <Chip tone={line.succeeded ? 'green' : 'red'}>
            {line.succeeded ? agencyExports.succeeded : agencyExports.failed}
          </Chip>
          {line.problems.slice(0, 5).map((problem) => (
            <div key={problem} className="quiet">
              {problem}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'rows',
      title: agencyExports.rows,
      narrow: true,
      end: true,
      cell: (line) => formatCount(line.tableRows),
    },
    {
      key: 'files',
      title: agencyExports.files,
      narrow: true,
      end: true,
      cell: (line) => formatCount(line.fileCount),
    },
    {
      key: 'size',
      title: agencyExports.size,
      narrow: true,
      end: true,
      cell: (line) => formatBytes(line.bytes),
    },
    {
      key: 'folder',
      title: agencyExports.folder,
      cell: (line) => <code className="hash-text">{line.folder}</code>,
    },
  ];
}

function secondsOf({ startedAt, finishedAt }: BackupRunLine): number {
  return Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
}

function State(): ReactElement {
  const { agencyExports } = useText();
  const state = useQuery({
    queryKey: ['/backup-state'],
    queryFn: ({ signal }) => api.get<BackupState>('/backup-state', signal),
  });
  if (state.error !== null) return <ProblemNotice error={state.error} />;
  const words: Record<string, string> = agencyExports.alarms;
  const { alarms = [], lastBackupAt = null, lastDrillAt = null } = state.data ?? {};
  return (
    <>
      <Facts
        facts={[
          [
            agencyExports.lastBackup,
            lastBackupAt === null ? agencyExports.never : formatInstant(lastBackupAt),
          ],
          [agencyExports.lastDrill, lastDrillAt === null ? agencyExports.never : formatInstant(lastDrillAt)],
        ]}
      />
      <div role="status">
        {state.isSuccess && alarms.length === 0 ? <Chip tone="green">{agencyExports.allWell}</Chip> : null}
        {alarms.map((alarm) => (
          <div key={alarm}>
            <Chip tone="red">{words[alarm] ?? alarm}</Chip>
          </div>
        ))}
      </div>
    </>
  );
}

/** When the installation was last backed up and proved to be restorable (DI-20). */
export function BackupsScreen(): ReactElement {
  const text = useText();
  const { agencyExports } = text;
  const lines = usePages<BackupRunLine>('/backup-runs');
  return (
    <>
      <AdministrationHead note={agencyExports.backupsNote} />
      <section className="panel panel-pad">
        <State />
      </section>
      <section className="panel">
        <PagedTable
          query={lines}
          label={agencyExports.backupsTitle}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={agencyExports.backupsEmpty} steps={agencyExports.backupsSteps} />}
        />
      </section>
    </>
  );
}
