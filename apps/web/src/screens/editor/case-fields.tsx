import { Alert, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { DurationField } from './duration-field';
import { type EditorValues, stepTotal } from './editor-values';
import { Lines } from './lines';

/** The steps together, beside the limit that they must keep. */
function Total({ index }: { index: number }): ReactElement | null {
  const { editor } = useText();
  const form = Form.useFormInstance<EditorValues>();
  const shown = Form.useWatch(['cases', index], form) as EditorValues['cases'][number] | undefined;
  if (shown === undefined) return null;
  const unit = shown.limit?.unit ?? 'working-day';
  const total = stepTotal(shown.steps, unit);
  if (total === null || total === 0) return null;
  const limit = shown.limit?.value ?? null;
  const words = editor.total(`${String(total).replace('.', ',')} ${editor.units[unit]}`);
  return limit !== null && total > limit ? (
    <Alert type="warning" showIcon title={`${editor.overLimit} ${words}`} />
  ) : (
    <p className="quiet">{words}</p>
  );
}

export function CaseFields(): ReactElement {
  const { editor } = useText();
  return (
    <Lines name="cases" add={editor.addCase} fresh={{ name: '', steps: [{}] }}>
      {(index) => (
        <div className="editor-case">
          <div className="field-grid">
            <Form.Item name={[index, 'name']} label={editor.caseName} extra={editor.caseHint}>
              <Input />
            </Form.Item>
            <DurationField path={[index, 'limit']} label={editor.limit} />
          </div>
          <Form.Item name={[index, 'limitFrom']} label={editor.limitFrom}>
            <Input />
          </Form.Item>
          <Lines name={[index, 'steps']} add={editor.addStep}>
            {(step) => (
              <div className="editor-step">
                <Form.Item name={[step, 'no']} label={editor.step}>
                  <Input />
                </Form.Item>
                <Form.Item name={[step, 'name']} label={editor.stepName}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 10 }} />
                </Form.Item>
                <Form.Item name={[step, 'responsible']} label={editor.responsible}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
                </Form.Item>
                <DurationField path={[step, 'duration']} label={editor.time} />
                <Form.Item name={[step, 'timeAsWritten']} label={editor.asWritten}>
                  <Input />
                </Form.Item>
              </div>
            )}
          </Lines>
          <Total index={index} />
        </div>
      )}
    </Lines>
  );
}
