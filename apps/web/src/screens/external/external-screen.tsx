import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Segmented, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type ExternalDocumentDetail, type ExternalDocumentLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, today } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { Facts } from '~/ui/facts';
import { type Column, PagedTable } from '~/ui/list-table';
import { blank, filled } from '~/ui/office-forms';
import { PrintMenu } from '~/ui/print-menu';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { Chip, type Tone } from '~/ui/state-chip';
import { LegalHead } from '../legal/legal-head';
import { CheckDialog, ExternalDialog, KINDS } from './external-dialogs';

const TONES: Record<ExternalDocumentLine['status'], Tone> = {
  recorded: 'grey',
  'in-force': 'green',
  'not-yet': 'amber',
  'partly-expired': 'amber',
  expired: 'red',
  retired: 'grey',
  unknown: 'grey',
};

function nextWords({ nextCheckOn }: ExternalDocumentLine, { external }: Dictionary): string {
  if (nextCheckOn === null) return external.never;
  return nextCheckOn < today() ? external.overdue(formatDay(nextCheckOn)) : formatDay(nextCheckOn);
}

function columnsOf(
  text: Dictionary,
  open: (line: ExternalDocumentLine) => void,
): Column<ExternalDocumentLine>[] {
  const { external } = text;
  return [
    {
      key: 'status',
      title: external.status,
      narrow: true,
      cell: (line) => <Chip tone={TONES[line.status]}>{external.statuses[line.status]}</Chip>,
    },
    { key: 'number', title: external.number, narrow: true, cell: (line) => line.numberSymbol ?? '—' },
    {
      key: 'title',
      title: external.name,
      main: true,
      cell: (line) => (
        <Button type="link" className="row-title" onClick={() => open(line)}>
          {line.title}
        </Button>
      ),
    },
    { key: 'kind', title: external.kind, cell: (line) => external.kinds[line.kind] },
    { key: 'source', title: external.source, cell: (line) => line.source ?? '—' },
    { key: 'issued', title: external.issuedOn, narrow: true, cell: (line) => formatDay(line.issuedOn) },
    { key: 'used', title: external.usedBy, narrow: true, end: true, cell: (line) => line.usedBy },
    { key: 'next', title: external.nextCheck, narrow: true, cell: (line) => nextWords(line, text) },
  ];
}

function Detail({ line, mayKeep }: { line: ExternalDocumentLine; mayKeep: boolean }): ReactElement {
  const text = useText();
  const { external } = text;
  const [dialog, setDialog] = useState<'check' | 'edit' | null>(null);
  const detail = useQuery({
    queryKey: ['/external-documents', 'detail', line.key],
    queryFn: ({ signal }) =>
      api.get<ExternalDocumentDetail>(withQuery('/external-documents/detail', { key: line.key }), signal),
  });
  return (
    <QueryView query={detail} rows={6}>
      {({ document, usedIn, checks }) => (
        <>
          {mayKeep ? (
            <div className="page-actions gap-below">
              <Button type="primary" onClick={() => setDialog('check')}>
                {external.check}
              </Button>
              {document.id === null ? null : (
                <Button onClick={() => setDialog('edit')}>{external.edit}</Button>
              )}
            </div>
          ) : null}
          <Facts
            facts={[
              [external.status, external.statuses[document.status]],
              [external.kind, external.kinds[document.kind]],
              [external.number, document.numberSymbol ?? '—'],
              [external.source, document.source ?? '—'],
              [external.issuedOn, formatDay(document.issuedOn)],
              [external.effectiveOn, formatDay(document.effectiveOn)],
              document.location === null ? null : [external.location, document.location],
              [external.nextCheck, nextWords(document, text)],
            ]}
          />
          <h3>{external.checks}</h3>
          {checks.length === 0 ? <p className="quiet">{external.noChecks}</p> : null}
          <ul className="line-list">
            {checks.map((check) => (
              <li key={check.id}>
                <p>
                  {external.checkLine(
                    formatDay(check.checkedOn),
                    external.outcomes[check.outcome],
                    check.checkerName,
                  )}
                </p>
                {check.note === null ? null : <p className="quiet">{check.note}</p>}
              </li>
            ))}
          </ul>
          <h3>{external.usedIn}</h3>
          {usedIn.length === 0 ? <p className="quiet">{external.noUse}</p> : null}
          <ul className="line-list">
            {usedIn.map(({ documentId, code, title }) => (
              <li key={documentId}>
                <RowLink href={`/documents/${documentId}`}>{`${code} ${title}`}</RowLink>
              </li>
            ))}
          </ul>
          {dialog === 'check' ? <CheckDialog line={document} close={() => setDialog(null)} /> : null}
          {dialog === 'edit' ? <ExternalDialog line={document} close={() => setDialog(null)} /> : null}
        </>
      )}
    </QueryView>
  );
}

/** Danh mục tài liệu bên ngoài (DI-14). */
export function ExternalScreen(): ReactElement {
  const text = useText();
  const { external } = text;
  const filters = useSearch({ from: '/shell/external-documents' });
  const navigate = useNavigate();
  const mayKeep = useOpens('keepExternal');
  const [opened, setOpened] = useState<ExternalDocumentLine | null>(null);
  const [entering, setEntering] = useState(false);
  const choose = (change: typeof filters): void =>
    void navigate({ to: '/external-documents', search: { ...filters, ...change }, replace: true });
  const lines = usePages<ExternalDocumentLine>('/external-documents', filters);
  return (
    <>
      <LegalHead />
      <section className="panel">
        <div className="list-tools">
          <Segmented<'all' | 'due'>
            aria-label={external.nextCheck}
            value={filters.scope ?? 'all'}
            onChange={(scope) => choose({ scope })}
            options={(['all', 'due'] as const).map((value) => ({ value, label: external.scopes[value] }))}
          />
          <SearchField value={filters.q} label={external.search} onSearch={(q) => choose({ q })} />
          <Select
            allowClear
            aria-label={external.kind}
            placeholder={external.kind}
            value={filters.kind}
            onChange={(kind: (typeof KINDS)[number] | undefined) => choose({ kind })}
            options={KINDS.map((value) => ({ value, label: external.kinds[value] }))}
            style={{ minWidth: 190 }}
          />
          <PrintMenu
            sheet={{ path: withQuery('/external-documents.xlsx', filters), name: 'tai-lieu-ben-ngoai.xlsx' }}
            forms={[
              filled('external', text, {
                docx: withQuery('/office-forms/external-documents.docx', filters),
                prints: withQuery('/office-forms/external-document-prints', filters),
              }),
              blank('external', text),
            ]}
          />
          {mayKeep ? <Button onClick={() => setEntering(true)}>{external.enter}</Button> : null}
        </div>
        <PagedTable
          query={lines}
          label={external.title}
          columns={columnsOf(text, setOpened)}
          rowKey={(line) => line.key}
          empty={<EmptyState title={external.empty} steps={external.emptySteps} />}
        />
      </section>
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened?.title}
        size={520}
        destroyOnHidden
      >
        {opened === null ? null : <Detail line={opened} mayKeep={mayKeep} />}
      </Drawer>
      {entering ? <ExternalDialog line={null} close={() => setEntering(false)} /> : null}
    </>
  );
}
