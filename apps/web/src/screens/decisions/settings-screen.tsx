import { Alert, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type IssuingSettingFields, type IssuingSettingView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { Icon } from '~/ui/icon';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';
import { CodePatterns } from './code-patterns';
import { LegalBases } from './decision-form';
import { useIssuingSetting } from './issuing-setting';

function Columns({ setting }: { setting: IssuingSettingView }): ReactElement {
  const { issuing } = useText();
  const form = Form.useFormInstance<IssuingSettingFields>();
  const required = useRequired();
  const fields = Object.entries(issuing.columnFields).map(([value, label]) => ({ value, label }));
  return (
    <Form.List name="amendmentColumns">
      {(rows, { add, remove }) => (
        <div className="edit-list">
          <h3>{issuing.amendment}</h3>
          <p className="page-actions">
            {setting.forms.map(({ name, columns }) => (
              <Button key={name} onClick={() => form.setFieldValue('amendmentColumns', columns)}>
                {issuing.amendmentForms[name as keyof typeof issuing.amendmentForms]}
              </Button>
            ))}
          </p>
          {rows.map((row) => (
            <div key={row.key} className="edit-row column-row">
              <Form.Item name={[row.name, 'field']} label={issuing.column} rules={required}>
                <Select options={fields} />
              </Form.Item>
              <Form.Item name={[row.name, 'heading']} label={issuing.columnHeading} rules={required}>
                <Input />
              </Form.Item>
              <Button
                type="text"
                aria-label={issuing.removeColumn}
                title={issuing.removeColumn}
                icon={<Icon name="trash" size={16} />}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button
            type="dashed"
            icon={<Icon name="plus" size={16} />}
            onClick={() => add({ field: 'summary', heading: '' })}
          >
            {issuing.addColumn}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function SettingForm({ setting }: { setting: IssuingSettingView }): ReactElement {
  const { issuing, way, common } = useText();
  const [form] = Form.useForm<IssuingSettingFields>();
  const save = useAction<IssuingSettingFields, IssuingSettingView>(
    (body) => api.put('/issuing-settings', { body, ifMatch: setting.rowVersion }),
    { stale: ['/issuing-settings', '/decisions'], done: () => say(issuing.saved) },
  );
  const checks = Object.entries(issuing.formChecks).map(([value, label]) => ({ value, label }));
  return (
    <Form<IssuingSettingFields>
      className="panel panel-pad form-page"
      form={form}
      layout="vertical"
      requiredMark="optional"
      disabled={!setting.maySet}
      initialValues={setting}
      onFinish={(values) => save.mutate(values)}
    >
      {setting.rowVersion === 0 ? <Alert type="info" showIcon title={issuing.settingsShipped} /> : null}
      <LegalBases title={issuing.usualBases} />
      <Form.Item name="formCheck" label={issuing.formCheck}>
        <Radio.Group options={checks} />
      </Form.Item>
      <Form.Item name="printIsoTitles" valuePropName="checked">
        <Checkbox>{way.printIsoTitles}</Checkbox>
      </Form.Item>
      <Columns setting={setting} />
      {save.error === null ? null : <ProblemNotice error={save.error} title={common.error.action} />}
      {setting.maySet ? (
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
            {common.save}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}

/** How the agency issues: căn cứ thường dùng, form check, amendment table. */
export function IssuingSettingsScreen(): ReactElement {
  const { issuing } = useText();
  const setting = useIssuingSetting();
  return (
    <>
      <PageHead title={issuing.settings} note={issuing.settingsNote} />
      <QueryView query={setting}>
        {(found) => (
          <>
            <SettingForm key={found.rowVersion} setting={found} />
            <CodePatterns maySet={found.maySet} />
          </>
        )}
      </QueryView>
    </>
  );
}
