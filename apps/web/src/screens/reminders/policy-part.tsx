import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type NotificationPolicyRequest, type NotificationPolicyView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';
import { hourOptions } from './personal-settings';

const KEY = '/notification-policy';

function Policy({ policy }: { policy: NotificationPolicyView }): ReactElement {
  const { reminders, common } = useText();
  const maySet = useOpens('setNotificationPolicy');
  const names: Record<string, string> = reminders.noticesKinds;
  const save = useAction<Omit<NotificationPolicyRequest, 'basedOn'>, unknown>(
    (body, key) => api.put(KEY, { body: { ...body, basedOn: policy.ownVersion }, key }),
    { stale: [KEY], done: () => say(reminders.policySaved) },
  );
  return (
    <Form<Omit<NotificationPolicyRequest, 'basedOn'>>
      key={policy.ownVersion}
      layout="vertical"
      disabled={!maySet}
      initialValues={policy}
      onFinish={(values) => save.mutate(values)}
    >
      {save.error === null ? null : <ProblemNotice error={save.error} title={common.error.action} />}
      <p className="quiet">
        {policy.stewardName === null
          ? reminders.policyShipped
          : `${reminders.policyOf} ${policy.stewardName}`}
      </p>
      <Form.Item name="urgentKinds" label={reminders.urgentKinds}>
        <Select
          mode="multiple"
          options={policy.kinds.map((kind) => ({ value: kind, label: names[kind] ?? kind }))}
        />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="earliestHour" label={`${reminders.hours}: ${reminders.from.toLowerCase()}`}>
          <Select options={hourOptions(0, 23)} />
        </Form.Item>
        <Form.Item name="latestHour" label={`${reminders.hours}: ${reminders.until.toLowerCase()}`}>
          <Select options={hourOptions(0, 23)} />
        </Form.Item>
      </div>
      <Form.Item name="mayMute" valuePropName="checked">
        <Checkbox>{reminders.mayMute}</Checkbox>
      </Form.Item>
      <Form.Item name="mayQuiet" valuePropName="checked">
        <Checkbox>{reminders.mayQuiet}</Checkbox>
      </Form.Item>
      {maySet ? (
        <Button htmlType="submit" loading={save.isPending}>
          {reminders.saveSettings}
        </Button>
      ) : null}
    </Form>
  );
}

/** What the agency allows in mails, and when. */
export function PolicyPart(): ReactElement {
  const { reminders } = useText();
  const policy = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<NotificationPolicyView>(KEY, signal),
  });
  return (
    <section className="panel panel-pad form-page gap-below">
      <h2>{reminders.policy}</h2>
      <p className="quiet">{reminders.policyNote}</p>
      <QueryView query={policy}>{(found) => <Policy policy={found} />}</QueryView>
    </section>
  );
}
