import { Button, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { type AnnouncedRow, type ReadRow } from '~/api/types';
import { useText } from '~/app/preferences';
import { Icon } from '~/ui/icon';
import { type ChosenProcedure, ProcedureField } from './procedure-field';
import './annex-rows.css';

/** A row of the annex as the person corrects it. */
export interface EditedRow extends Omit<AnnouncedRow, 'procedureId' | 'act'> {
  key: number;
  act: AnnouncedRow['act'] | null;
  procedure: ChosenProcedure | null;
}

export function editedRow(row: ReadRow, key: number): EditedRow {
  const { match, legalBasis: _, ...shown } = row;
  return {
    ...shown,
    key,
    procedure:
      match === null ? null : { value: match.id, label: [match.code, match.name].filter(Boolean).join(' ') },
  };
}

const ACTS = ['new', 'amended', 'replaced', 'abolished'] as const;
const LEVELS = ['commune', 'province', 'other'] as const;

function AnnexRow({
  row,
  change,
  remove,
}: {
  row: EditedRow;
  change: (next: EditedRow) => void;
  remove: () => void;
}): ReactElement {
  const { tthc } = useText();
  const set = (part: Partial<EditedRow>): void => change({ ...row, ...part });
  const lacksMatch = row.act !== 'new' && row.procedure === null;
  return (
    <div className={lacksMatch ? 'edit-row annex-row annex-row-open' : 'edit-row annex-row'} role="group">
      <Select
        aria-label={tthc.act}
        placeholder={tthc.act}
        value={row.act}
        onChange={(act) => set({ act })}
        options={ACTS.map((value) => ({ value, label: tthc.acts[value] }))}
        status={row.act === null ? 'error' : undefined}
      />
      <Input
        aria-label={tthc.code}
        placeholder={tthc.code}
        spellCheck={false}
        value={row.code ?? ''}
        onChange={({ target }) => set({ code: target.value })}
      />
      <Input.TextArea
        aria-label={tthc.name}
        placeholder={tthc.name}
        className="annex-name"
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={row.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Button
        type="text"
        aria-label={tthc.removeRow}
        title={tthc.removeRow}
        icon={<Icon name="trash" size={16} />}
        onClick={remove}
      />
      <Input
        aria-label={tthc.field}
        placeholder={tthc.field}
        value={row.field ?? ''}
        onChange={({ target }) => set({ field: target.value })}
      />
      <Select
        aria-label={tthc.level}
        placeholder={tthc.level}
        value={row.level}
        onChange={(level) => set({ level })}
        options={LEVELS.map((value) => ({ value, label: tthc.levels[value] }))}
      />
      <Input
        aria-label={tthc.timeLimit}
        placeholder={tthc.timeLimit}
        value={row.timeLimit ?? ''}
        onChange={({ target }) => set({ timeLimit: target.value })}
      />
      <ProcedureField label={tthc.match} value={row.procedure} onChange={(procedure) => set({ procedure })} />
    </div>
  );
}

/** The grid in which the person corrects what was read. */
export function AnnexRows({
  rows,
  change,
}: {
  rows: readonly EditedRow[];
  change: (rows: EditedRow[]) => void;
}): ReactElement {
  const { tthc } = useText();
  const open = rows.filter(({ act, procedure }) => act !== 'new' && procedure === null).length;
  return (
    <section>
      <h2>
        {tthc.rows} ({tthc.rowsOf(rows.length)})
      </h2>
      {open === 0 ? null : <p className="known known-not">{tthc.unmatchedOf(open)}</p>}
      <div className="edit-list">
        {rows.map((row) => (
          <AnnexRow
            key={row.key}
            row={row}
            change={(next) => change(rows.map((each) => (each.key === row.key ? next : each)))}
            remove={() => change(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
        <Button
          type="dashed"
          icon={<Icon name="plus" size={16} />}
          onClick={() =>
            change([
              ...rows,
              {
                ...{
                  key: Math.max(0, ...rows.map(({ key }) => key)) + 1,
                  act: 'new',
                  name: '',
                  procedure: null,
                },
                ...{ code: null, field: rows.at(-1)?.field ?? null, level: rows.at(-1)?.level ?? null },
              },
            ])
          }
        >
          {tthc.addRow}
        </Button>
      </div>
    </section>
  );
}
