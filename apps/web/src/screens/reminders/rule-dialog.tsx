import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import {
  type EscalationRungFields,
  type ReminderRuleLine,
  type ReminderRuleRequest,
  type RulePreviewLine,
} from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay, today } from '~/ui/dates';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { ListTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';

const LEVELS = ['unit-focal', 'unit-lead', 'head'] as const;
type Level = (typeof LEVELS)[number];

interface Values {
  stages: string[];
  repeatDays: number;
  escalation: Partial<Record<Level, number | null>>;
  reason: string;
}

/** Levels without days are not told. */
function rungsOf(escalation: Values['escalation'] | undefined): EscalationRungFields[] {
  return LEVELS.flatMap((to) => {
    const afterDays = escalation?.[to];
    return typeof afterDays === 'number' ? [{ to, afterDays }] : [];
  });
}

function ruleOf({
  stages,
  repeatDays,
  escalation,
}: Values): Omit<ReminderRuleRequest, 'kind' | 'basedOn' | 'reason'> {
  return {
    stages: stages.map(Number).filter(Number.isInteger),
    repeatDays,
    escalation: rungsOf(escalation),
  };
}

function Preview({ values }: { values: Values | undefined }): ReactElement | null {
  const { reminders } = useText();
  const [dueOn, setDueOn] = useState(today());
  const asked = values?.stages === undefined ? null : { ...ruleOf(values), dueOn };
  const lines = useQuery({
    queryKey: ['/reminder-rules', 'preview', asked],
    queryFn: () => api.post<RulePreviewLine[]>('/reminder-rules/preview', { body: asked }),
    enabled: asked !== null,
    retry: false,
  });
  return (
    <>
      <label className="inline-field">
        {reminders.preview} <DayField value={dueOn} onChange={(day) => setDueOn(day ?? today())} />
      </label>
      {lines.error === null ? null : <ProblemNotice error={lines.error} />}
      {lines.data === undefined ? null : (
        <ListTable<RulePreviewLine>
          label={reminders.preview}
          rows={lines.data}
          rowKey={(line) => `${line.to ?? ''}${String(line.stage)}`}
          columns={[
            {
              key: 'day',
              title: reminders.previewDay,
              main: true,
              cell: (line) => (
                <>
                  {formatDay(line.leavesOn)}
                  {line.leavesOn === line.plannedOn ? null : (
                    <span className="row-note">{reminders.moved(formatDay(line.plannedOn))}</span>
                  )}
                </>
              ),
            },
            {
              key: 'who',
              title: reminders.previewWho,
              cell: (line) => (line.to === null ? reminders.assignee : reminders.levels[line.to]),
            },
            {
              key: 'when',
              title: reminders.due,
              cell: (line) =>
                line.stage >= 0 ? reminders.stage(line.stage) : reminders.afterDays(-line.stage),
            },
          ]}
        />
      )}
    </>
  );
}

/** A new version of a rule, with what it would do shown before it is saved. */
export function RuleDialog({ rule, close }: { rule: ReminderRuleLine; close: () => void }): ReactElement {
  const { reminders } = useText();
  const [form] = Form.useForm<Values>();
  const values = Form.useWatch([], form) as Values | undefined;
  const required = useRequired();
  const save = useAction<Values, unknown>(
    ({ reason, ...set }, key) =>
      api.put('/reminder-rules', {
        body: { ...ruleOf({ reason, ...set }), kind: rule.kind, basedOn: rule.ownVersion, reason },
        key,
      }),
    {
      stale: ['/reminder-rules'],
      done: () => {
        say(reminders.saved);
        close();
      },
    },
  );
  return (
    <FormDialog<Values>
      open
      close={close}
      title={reminders.edit}
      submit={reminders.save}
      form={form}
      initial={{
        stages: rule.stages.map(String),
        repeatDays: rule.repeatDays,
        escalation: Object.fromEntries(rule.escalation.map(({ to, afterDays }) => [to, afterDays])),
      }}
      onFinish={(set) => save.mutate(set)}
      pending={save.isPending}
      error={save.error}
      width={720}
    >
      <Form.Item
        name="stages"
        label={reminders.stages}
        extra={reminders.stagesHint}
        rules={[{ ...required[0], type: 'array' }]}
      >
        <Select mode="tags" tokenSeparators={[',', ' ', ';']} open={false} />
      </Form.Item>
      <Form.Item name="repeatDays" label={reminders.repeat} rules={[{ required: true }]}>
        <InputNumber min={1} max={90} />
      </Form.Item>
      <fieldset className="plain-fieldset">
        <legend>{reminders.escalation}</legend>
        <div className="field-grid">
          {LEVELS.map((level) => (
            <Form.Item key={level} name={['escalation', level]} label={reminders.levels[level]}>
              <InputNumber min={1} max={365} />
            </Form.Item>
          ))}
        </div>
      </fieldset>
      <Form.Item name="reason" label={reminders.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Preview values={values} />
    </FormDialog>
  );
}
