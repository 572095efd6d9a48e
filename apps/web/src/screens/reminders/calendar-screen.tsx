import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Popconfirm, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type CalendarDayLine, type CalendarEntryRequest } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatDay, today } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, ListTable } from '~/ui/list-table';
import { QueryView } from '~/ui/query-view';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from '../administration/administration-head';
import { YearView } from './year-view';

const STALE = ['/working-calendar', '/assessments', '/legal-changes'];

/** One day needs no end. */
type DaysEntered = Omit<CalendarEntryRequest, 'until'> & { until?: string };

function DaysDialog({ year, close }: { year: number; close: () => void }): ReactElement {
  const { reminders } = useText();
  const [form] = Form.useForm<DaysEntered>();
  const required = useRequired();
  const from = Form.useWatch('from', form) as string | undefined;
  const save = useAction<CalendarEntryRequest, unknown>(
    (body, key) => api.put('/working-calendar/days', { body, key }),
    {
      stale: STALE,
      done: () => {
        say(reminders.calendarSaved);
        close();
      },
    },
  );
  return (
    <FormDialog<DaysEntered>
      open
      close={close}
      title={reminders.addDays}
      submit={reminders.addDays}
      form={form}
      initial={{
        kind: 'holiday',
        from: today().startsWith(String(year)) ? today() : `${String(year)}-01-01`,
      }}
      onFinish={({ until, ...values }: DaysEntered) =>
        save.mutate({ ...values, until: until ?? values.from })
      }
      pending={save.isPending}
      error={save.error}
      width={640}
    >
      <Form.Item name="kind" label={reminders.kind} rules={required}>
        <Select
          options={(['holiday', 'working'] as const).map((kind) => ({ value: kind, label: reminders[kind] }))}
        />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="from" label={reminders.from} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="until" label={reminders.until}>
          <DayField {...(from === undefined ? {} : { min: from })} />
        </Form.Item>
      </div>
      <Form.Item name="name" label={reminders.name} rules={required}>
        <Input placeholder={reminders.nameHint} />
      </Form.Item>
      <Form.Item name="legalBasis" label={reminders.legalBasis} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} placeholder={reminders.legalBasisHint} />
      </Form.Item>
    </FormDialog>
  );
}

function RemoveButton({ day }: { day: string }): ReactElement {
  const { reminders, common } = useText();
  const remove = useAction<string, unknown>(
    (reason, key) => api.post('/working-calendar/removals', { body: { day, reason }, key }),
    { stale: STALE, done: () => say(reminders.removed) },
  );
  return (
    <Popconfirm
      title={`${reminders.remove}: ${formatDay(day)}`}
      okText={reminders.remove}
      cancelText={common.cancel}
      onConfirm={() => remove.mutate(reminders.remove)}
    >
      <Button size="small" danger loading={remove.isPending}>
        {reminders.remove}
      </Button>
    </Popconfirm>
  );
}

function useColumns(maySet: boolean): Column<CalendarDayLine>[] {
  const { reminders } = useText();
  return [
    { key: 'day', title: reminders.previewDay, narrow: true, cell: (line) => formatDay(line.day) },
    {
      key: 'name',
      title: reminders.name,
      main: true,
      cell: (line) => (
        <>
          <Chip tone={line.kind === 'holiday' ? 'green' : 'amber'}>{reminders[line.kind]}</Chip> {line.name}
        </>
      ),
    },
    { key: 'basis', title: reminders.legalBasis, cell: (line) => line.legalBasis },
    {
      key: 'steward',
      title: reminders.steward,
      cell: (line) => (
        <>
          {line.stewardName}
          {line.isOverruled ? <span className="row-note">{reminders.overruled}</span> : null}
        </>
      ),
    },
    ...(maySet
      ? [
          {
            key: 'act',
            title: '',
            narrow: true,
            cell: (line: CalendarDayLine) => (line.isOwn ? <RemoveButton day={line.day} /> : null),
          },
        ]
      : []),
  ];
}

/** Holidays and swapped working days of a year, with their legal basis. */
export function CalendarScreen(): ReactElement {
  const { reminders } = useText();
  const search = useSearch({ from: '/shell/working-calendar' });
  const navigate = useNavigate();
  const maySet = useOpens('setCalendar');
  const [adding, setAdding] = useState(false);
  const thisYear = Number(today().slice(0, 4));
  const year = search.year ?? thisYear;
  const days = useQuery({
    queryKey: ['/working-calendar', year],
    queryFn: ({ signal }) => api.get<CalendarDayLine[]>(withQuery('/working-calendar', { year }), signal),
  });
  const columns = useColumns(maySet);
  return (
    <>
      <AdministrationHead
        note={reminders.calendarNote}
        actions={
          maySet ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {reminders.addDays}
            </Button>
          ) : undefined
        }
      />
      <section className="panel">
        <div className="list-tools">
          <Select
            aria-label={reminders.year}
            value={year}
            onChange={(next: number) =>
              void navigate({ to: '/working-calendar', search: { year: next }, replace: true })
            }
            options={Array.from({ length: 6 }, (_, at) => thisYear - 2 + at).map((each) => ({
              value: each,
              label: `${reminders.year} ${String(each)}`,
            }))}
          />
        </div>
        <QueryView query={days}>
          {(lines) => (
            <>
              <YearView year={year} lines={lines} />
              {lines.length === 0 ? (
                <EmptyState title={reminders.noDays} steps={reminders.noDaysSteps} />
              ) : (
                <ListTable
                  label={reminders.calendar}
                  columns={columns}
                  rows={lines}
                  rowKey={(line) => `${line.day} ${line.stewardName}`}
                />
              )}
            </>
          )}
        </QueryView>
      </section>
      {adding ? <DaysDialog year={year} close={() => setAdding(false)} /> : null}
    </>
  );
}
