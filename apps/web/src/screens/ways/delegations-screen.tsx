import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { usePages } from '~/api/page';
import { type DelegationLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { Chip } from '~/ui/state-chip';
import { AdministrationHead } from '../administration/administration-head';
import { EndDialog, EnterDialog } from './delegation-dialogs';

const STATES = ['in-force', 'not-in-force'] as const;

function State({ line }: { line: DelegationLine }): ReactElement {
  const { way } = useText();
  if (line.isInForce) return <Chip tone="green">{way.inForce}</Chip>;
  return <Chip tone="grey">{line.endedAt === null ? way.notInForce : way.ended}</Chip>;
}

function Letter({ line }: { line: DelegationLine }): ReactElement {
  const { way } = useText();
  const { endedAt, endedByName, endReason } = line;
  return (
    <>
      {way.reasons[line.reason]}: {line.letter}
      <div className="quiet">{way.entered(line.enteredByName, formatInstant(line.enteredAt))}</div>
      {endedAt === null ? null : (
        <div className="quiet">{way.endedBy(endedByName ?? '', formatInstant(endedAt), endReason ?? '')}</div>
      )}
    </>
  );
}

function scopeWords(scope: readonly string[], { way, ways }: Dictionary): string {
  const names: Record<string, string> = ways.steps;
  return scope.length === 0 ? way.allSteps : scope.map((kind) => names[kind] ?? kind).join(', ');
}

function columnsOf(text: Dictionary, end: ((line: DelegationLine) => void) | null): Column<DelegationLine>[] {
  const { way } = text;
  return [
    { key: 'state', title: way.state, narrow: true, cell: (line) => <State line={line} /> },
    {
      key: 'people',
      title: way.fromWhomToWhom,
      main: true,
      cell: (line) => (
        <>
          {line.fromName} <span className="quiet">→</span> {line.toName}
        </>
      ),
    },
    {
      key: 'formula',
      title: way.formula,
      narrow: true,
      cell: (line) => `${line.formula} ${scopeWords(line.scope, text)}`,
    },
    {
      key: 'valid',
      title: way.validity,
      narrow: true,
      cell: (line) =>
        way.fromTo(formatDay(line.startsOn), line.endsOn === null ? null : formatDay(line.endsOn)),
    },
    { key: 'letter', title: way.letter, cell: (line) => <Letter line={line} /> },
    ...(end === null
      ? []
      : [
          {
            key: 'act',
            title: '',
            narrow: true,
            end: true,
            cell: (line: DelegationLine) =>
              line.endedAt === null ? (
                <Button size="small" danger onClick={() => end(line)}>
                  {way.end}
                </Button>
              ) : null,
          },
        ]),
  ];
}

/** Ủy quyền, vắng mặt: who signs for whom, on which days, by which letter (G12). */
export function DelegationsScreen(): ReactElement {
  const text = useText();
  const { way } = text;
  const { state } = useSearch({ from: '/shell/delegations' });
  const navigate = useNavigate();
  const mayDelegate = useOpens('delegate');
  const [entering, setEntering] = useState(false);
  const [ending, setEnding] = useState<DelegationLine | null>(null);
  const lines = usePages<DelegationLine>('/delegations', { state });
  const names = { 'in-force': way.inForce, 'not-in-force': way.notInForce };
  return (
    <>
      <AdministrationHead
        note={way.delegationNote}
        actions={
          mayDelegate ? (
            <Button type="primary" onClick={() => setEntering(true)}>
              {way.enterDelegation}
            </Button>
          ) : null
        }
      />
      <section className="panel">
        <div className="list-tools">
          <Select
            allowClear
            aria-label={way.state}
            placeholder={way.state}
            value={state}
            onChange={(chosen: (typeof STATES)[number] | undefined) =>
              void navigate({ to: '/delegations', search: { state: chosen }, replace: true })
            }
            options={STATES.map((value) => ({ value, label: names[value] }))}
            style={{ minWidth: 180 }}
          />
        </div>
        <PagedTable
          query={lines}
          label={way.delegations}
          columns={columnsOf(text, mayDelegate ? setEnding : null)}
          rowKey={(line) => line.id}
          empty={
            state === undefined ? (
              <EmptyState title={way.noDelegations} steps={way.delegationSteps} />
            ) : (
              <EmptyState title={way.noDelegationsFound} />
            )
          }
        />
      </section>
      <EnterDialog open={entering} close={() => setEntering(false)} />
      <EndDialog line={ending} close={() => setEnding(null)} />
    </>
  );
}
