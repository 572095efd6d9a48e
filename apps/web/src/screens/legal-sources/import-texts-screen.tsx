import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { type LegalImportLine, type LegalImportResult } from '~/api/types';
import { sendForm } from '~/api/upload';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { DownloadButton } from '~/ui/download';
import { DropZone } from '~/ui/drop-zone';
import { type Column, ListTable } from '~/ui/list-table';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';

const TONES: Record<LegalImportLine['state'], Tone> = {
  ready: 'amber',
  known: 'grey',
  faulty: 'red',
  recorded: 'green',
};

function columnsOf({ legal, legalSources }: Dictionary): Column<LegalImportLine>[] {
  return [
    { key: 'line', title: legalSources.line, narrow: true, end: true, cell: ({ line }) => line },
    {
      key: 'state',
      title: legalSources.state,
      narrow: true,
      cell: ({ state }) => <Chip tone={TONES[state]}>{legalSources.lineStates[state]}</Chip>,
    },
    {
      key: 'number',
      title: legal.numberSymbol,
      main: true,
      cell: ({ numberSymbol, textId }) =>
        textId === null ? numberSymbol : <RowLink href={`/legal-texts/${textId}`}>{numberSymbol}</RowLink>,
    },
    { key: 'title', title: legal.name, cell: ({ title }) => title },
    {
      key: 'faults',
      title: legalSources.faults,
      cell: ({ faults, changeId }) => (
        <>
          {faults.map(({ column, code, detail }) => (
            <p key={`${column} ${code}`} title={code}>
              {column === '' ? detail : `${column}: ${detail}`}
            </p>
          ))}
          {changeId === null ? null : (
            <RowLink href={`/legal-changes/${changeId}`}>{legalSources.openChange}</RowLink>
          )}
        </>
      ),
    },
  ];
}

function send(path: string, file: File): Promise<LegalImportResult> {
  const body = new FormData();
  body.append('file', file, file.name);
  return sendForm<LegalImportResult>(path, body, () => undefined).done;
}

/** A list of texts: its lines are shown with what is wrong, then the right ones are recorded. */
export function ImportTextsScreen(): ReactElement {
  const text = useText();
  const { legalSources, common } = text;
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({ mutationFn: (chosen: File) => send('/legal-imports/preview', chosen) });
  const record = useMutation({
    mutationFn: (chosen: File) => send('/legal-imports', chosen),
    onSuccess: () => {
      for (const part of ['/legal-texts', '/legal-changes'])
        void client.invalidateQueries({ queryKey: [part] });
    },
  });
  const lines = record.data?.lines ?? preview.data?.lines ?? [];
  const ready = lines.filter(({ state }) => state === 'ready').length;
  const error = record.error ?? preview.error;
  return (
    <>
      <PageHead
        title={legalSources.importTitle}
        note={legalSources.importNote}
        actions={
          <DownloadButton
            path="/legal-imports/template.csv"
            name="mau-danh-muc-van-ban.csv"
            label={legalSources.template}
          />
        }
      />
      <section className="panel panel-pad">
        <DropZone
          label={legalSources.dropLabel}
          hint={legalSources.importHint}
          accept=".xlsx,.csv,.json"
          disabled={preview.isPending || record.isPending}
          onFile={(chosen) => {
            record.reset();
            setFile(chosen);
            preview.mutate(chosen);
          }}
        />
        {error === null ? null : <ProblemNotice error={error} title={common.error.action} />}
      </section>
      {lines.length === 0 ? null : (
        <section className="panel" aria-live="polite">
          <div className="list-tools">
            <h2>{file?.name}</h2>
            <span>{legalSources.counted(lines.map(({ state }) => state))}</span>
            {file === null || record.isSuccess ? null : (
              <Button
                type="primary"
                disabled={ready === 0}
                loading={record.isPending}
                onClick={() => record.mutate(file)}
              >
                {legalSources.recordRight(ready)}
              </Button>
            )}
          </div>
          <ListTable
            label={legalSources.importTitle}
            columns={columnsOf(text)}
            rows={lines}
            rowKey={({ line }) => String(line)}
          />
        </section>
      )}
    </>
  );
}
