import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type DeadlineRule, type DeadlineRuleFields, type DeadlineRules } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatCount, formatDay, today } from '~/ui/dates';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, ListTable } from '~/ui/list-table';
import { QueryView } from '~/ui/query-view';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { DeadlinePreview } from './deadline-preview';

const KEY = '/deadline-rules';

function columnsOf({ deadlines }: Dictionary): Column<DeadlineRule>[] {
  return [
    {
      key: 'from',
      title: deadlines.validFrom,
      narrow: true,
      main: true,
      cell: (rule) => (
        <>
          {formatDay(rule.validFrom)} {rule.isCurrent ? <Chip tone="green">{deadlines.current}</Chip> : null}
        </>
      ),
    },
    {
      key: 'rule',
      title: deadlines.rule,
      cell: (rule) =>
        [
          deadlines.within(rule.workingDays),
          ...(rule.beforeCommencement ? [deadlines.beforeCommencement] : []),
          deadlines.least(rule.leastWorkingDays),
        ].join('; '),
    },
    {
      key: 'second',
      title: deadlines.secondPersonAbove,
      narrow: true,
      end: true,
      cell: (rule) => formatCount(rule.secondPersonAbove),
    },
    { key: 'basis', title: deadlines.legalBasis, cell: (rule) => rule.legalBasis },
    { key: 'steward', title: deadlines.steward, cell: (rule) => rule.stewardName },
  ];
}

function RuleForm({ current, close }: { current: DeadlineRule | null; close: () => void }): ReactElement {
  const { deadlines } = useText();
  const [form] = Form.useForm<DeadlineRuleFields>();
  const required = useRequired();
  const asked = Form.useWatch<Partial<DeadlineRuleFields> | undefined>([], form);
  const set = useAction<DeadlineRuleFields, DeadlineRules>((body, key) => api.post(KEY, { body, key }), {
    stale: [KEY, '/legal-changes'],
    done: () => {
      say(deadlines.saved);
      close();
    },
  });
  return (
    <FormDialog<DeadlineRuleFields>
      open
      close={close}
      title={deadlines.add}
      submit={deadlines.save}
      form={form}
      initial={{
        validFrom: today(),
        workingDays: current?.workingDays ?? 30,
        leastWorkingDays: current?.leastWorkingDays ?? 5,
        beforeCommencement: current?.beforeCommencement ?? true,
        secondPersonAbove: current?.secondPersonAbove ?? 500,
      }}
      onFinish={(values) => set.mutate(values)}
      pending={set.isPending}
      error={set.error}
    >
      <p className="quiet">{deadlines.keeps}</p>
      <Form.Item name="validFrom" label={deadlines.validFrom} rules={required}>
        <DayField />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="workingDays" label={deadlines.workingDays} rules={[{ required: true }]}>
          <InputNumber min={1} max={400} />
        </Form.Item>
        <Form.Item name="leastWorkingDays" label={deadlines.leastWorkingDays} rules={[{ required: true }]}>
          <InputNumber min={0} max={400} />
        </Form.Item>
        <Form.Item name="secondPersonAbove" label={deadlines.secondPersonAbove} rules={[{ required: true }]}>
          <InputNumber min={0} max={100_000} />
        </Form.Item>
      </div>
      <Form.Item name="beforeCommencement" valuePropName="checked">
        <Checkbox>{deadlines.beforeCommencement}</Checkbox>
      </Form.Item>
      <Form.Item name="legalBasis" label={deadlines.legalBasis} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
      </Form.Item>
      <DeadlinePreview rule={asked} />
    </FormDialog>
  );
}

/** How long a revision may take, by whose decision and from which day. */
export function DeadlineRulesPart(): ReactElement {
  const text = useText();
  const maySet = useOpens('confirmChange');
  const [adding, setAdding] = useState(false);
  const rules = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<DeadlineRules>(KEY, signal),
  });
  return (
    <section className="panel gap-below">
      <div className="page-head-line panel-pad">
        <div>
          <h2>{text.deadlines.title}</h2>
          <p className="quiet">{text.deadlines.note}</p>
        </div>
        {maySet ? (
          <div className="page-actions">
            <Button onClick={() => setAdding(true)}>{text.deadlines.add}</Button>
          </div>
        ) : null}
      </div>
      <QueryView query={rules}>
        {({ items }) => (
          <>
            <ListTable
              label={text.deadlines.title}
              columns={columnsOf(text)}
              rows={items}
              rowKey={(rule) => rule.id}
            />
            {adding ? (
              <RuleForm
                current={items.find(({ isCurrent }) => isCurrent) ?? null}
                close={() => setAdding(false)}
              />
            ) : null}
          </>
        )}
      </QueryView>
    </section>
  );
}
