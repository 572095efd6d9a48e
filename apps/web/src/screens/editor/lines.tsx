import { Button, Form } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { Icon } from '~/ui/icon';

interface LinesProps {
  name: string | (string | number)[];
  add: string;
  /** What a new line begins with. */
  fresh?: Record<string, unknown>;
  children: (index: number) => ReactNode;
}

/** A list in the form: each line with its fields and a way to take it out. */
export function Lines({ name, add, fresh = {}, children }: LinesProps): ReactElement {
  const { editor } = useText();
  return (
    <Form.List name={name}>
      {(fields, { add: append, remove }) => (
        <div className="editor-lines">
          {fields.map((field) => (
            <div key={field.key} className="editor-line">
              <div className="editor-line-fields">{children(field.name)}</div>
              <Button
                type="text"
                aria-label={editor.remove}
                title={editor.remove}
                icon={<Icon name="close" size={16} />}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <Button onClick={() => append(fresh)}>{add}</Button>
        </div>
      )}
    </Form.List>
  );
}
