import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type NotificationPreferenceFields, type NotificationSettingsView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';

const KEY = '/me/notification-settings';

export function hourOptions(from: number, until: number): { value: number; label: string }[] {
  return Array.from({ length: until - from + 1 }, (_, at) => ({
    value: from + at,
    label: `${String(from + at)}:00`,
  }));
}

function Choices({ settings }: { settings: NotificationSettingsView }): ReactElement {
  const { reminders, common } = useText();
  const { preference, policy, givenHour } = settings;
  const save = useAction<NotificationPreferenceFields, unknown>((body, key) => api.put(KEY, { body, key }), {
    stale: [KEY],
    done: () => say(reminders.settingsSaved),
  });
  return (
    <Form<NotificationPreferenceFields>
      layout="vertical"
      initialValues={preference}
      onFinish={({ digestHour = null, quietFrom = null, quietUntil = null, mutesInformation }) =>
        save.mutate({ digestHour, quietFrom, quietUntil, mutesInformation })
      }
    >
      {save.error === null ? null : <ProblemNotice error={save.error} title={common.error.action} />}
      <Form.Item name="digestHour" label={reminders.digestHour}>
        <Select
          allowClear
          placeholder={reminders.givenHour(givenHour)}
          options={hourOptions(policy.earliestHour, policy.latestHour)}
        />
      </Form.Item>
      <div className="field-grid">
        <Form.Item
          name="quietFrom"
          label={`${reminders.quiet}: ${reminders.from.toLowerCase()}`}
          extra={policy.mayQuiet ? reminders.quietNote : reminders.notAllowed}
        >
          <Select allowClear disabled={!policy.mayQuiet} options={hourOptions(0, 23)} />
        </Form.Item>
        <Form.Item name="quietUntil" label={`${reminders.quiet}: ${reminders.until.toLowerCase()}`}>
          <Select allowClear disabled={!policy.mayQuiet} options={hourOptions(0, 23)} />
        </Form.Item>
      </div>
      <Form.Item
        name="mutesInformation"
        valuePropName="checked"
        extra={policy.mayMute ? undefined : reminders.notAllowed}
      >
        <Checkbox disabled={!policy.mayMute}>{reminders.mutes}</Checkbox>
      </Form.Item>
      <Button htmlType="submit" loading={save.isPending}>
        {reminders.saveSettings}
      </Button>
    </Form>
  );
}

/** When mails come, within what the agency allows. */
export function PersonalSettings(): ReactElement {
  const { reminders } = useText();
  const settings = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<NotificationSettingsView>(KEY, signal),
  });
  return (
    <section className="panel panel-pad form-page gap-below">
      <h2>{reminders.settings}</h2>
      <p className="quiet">{reminders.settingsNote}</p>
      <QueryView query={settings}>{(found) => <Choices settings={found} />}</QueryView>
    </section>
  );
}
