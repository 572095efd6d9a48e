import { Button, Checkbox, Form, type FormListFieldData, Input, InputNumber, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type RouteFields, type RouteStageFields, type RouteView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { Icon } from '~/ui/icon';
import { say } from '~/ui/toast';

export const ROUTES_STALE = ['/routes', '/versions', '/journal'];

const BLANK: RouteStageFields = {
  kind: 'review',
  name: '',
  who: 'role',
  inSequence: false,
  quorum: null,
  isOptional: false,
  days: 3,
};

function choices(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

interface StageRowProps {
  row: FormListFieldData;
  last: number;
  move: (from: number, to: number) => void;
  remove: () => void;
}

function StageRow({ row, last, move, remove }: StageRowProps): ReactElement {
  const { way, ways } = useText();
  const required = useRequired();
  const { name } = row;
  return (
    <div className="edit-row" role="group" aria-label={way.stageNo(name + 1)}>
      <div className="way-stage-head">
        <strong>{way.stageNo(name + 1)}</strong>
        <span>
          <Button
            type="text"
            size="small"
            disabled={name === 0}
            aria-label={way.moveUp}
            title={way.moveUp}
            onClick={() => move(name, name - 1)}
          >
            ↑
          </Button>
          <Button
            type="text"
            size="small"
            disabled={name === last}
            aria-label={way.moveDown}
            title={way.moveDown}
            onClick={() => move(name, name + 1)}
          >
            ↓
          </Button>
          <Button
            type="text"
            size="small"
            aria-label={way.removeStage}
            title={way.removeStage}
            icon={<Icon name="trash" size={16} />}
            onClick={remove}
          />
        </span>
      </div>
      <div className="field-grid field-grid-3">
        <Form.Item name={[name, 'name']} label={way.stageName} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[name, 'kind']} label={way.stageKind} rules={required}>
          <Select options={choices(ways.steps)} />
        </Form.Item>
        <Form.Item name={[name, 'who']} label={way.who} rules={required}>
          <Select options={choices(way.whos)} />
        </Form.Item>
        <Form.Item name={[name, 'days']} label={way.days} rules={required}>
          <InputNumber min={1} max={90} precision={0} />
        </Form.Item>
        <Form.Item name={[name, 'quorum']} label={way.quorum}>
          <InputNumber min={1} max={50} precision={0} placeholder={way.quorumAll} />
        </Form.Item>
      </div>
      <div className="page-actions">
        <Form.Item name={[name, 'inSequence']} valuePropName="checked">
          <Checkbox>{way.inSequence}</Checkbox>
        </Form.Item>
        <Form.Item name={[name, 'isOptional']} valuePropName="checked">
          <Checkbox>{way.mayBeLeftOut}</Checkbox>
        </Form.Item>
      </div>
    </div>
  );
}

function Stages(): ReactElement {
  const { way } = useText();
  return (
    <Form.List name="stages">
      {(rows, { add, remove, move }) => (
        <div className="edit-list">
          <h3>{way.stages}</h3>
          <p className="quiet">{way.stagesNote}</p>
          {rows.map((row) => (
            <StageRow
              key={row.key}
              row={row}
              last={rows.length - 1}
              move={move}
              remove={() => remove(row.name)}
            />
          ))}
          <Button
            type="dashed"
            icon={<Icon name="plus" size={16} />}
            disabled={rows.length >= 10}
            // A new stage comes before the approval, which always closes the way.
            onClick={() => add(BLANK, Math.max(rows.length - 1, 0))}
          >
            {way.addStage}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function initialOf(
  route: RouteView | null,
  words: { approve: string; review: string; copyOf: string },
): RouteFields {
  if (route === null)
    return {
      name: '',
      documentKinds: [],
      stages: [
        { ...BLANK, name: words.review, who: 'unit-head' },
        { ...BLANK, kind: 'approve', name: words.approve },
      ],
    };
  const { documentKinds, stages, name, isShipped } = route;
  return { documentKinds, stages, name: isShipped ? `${name} ${words.copyOf}` : name };
}

/** Defines a route, changes one, or begins from a shipped one. */
export function RouteDialog({ route, close }: { route: RouteView | null; close: () => void }): ReactElement {
  const { way, ways, documents, common } = useText();
  const [form] = Form.useForm<RouteFields>();
  const own = route === null || route.isShipped ? null : route;
  const save = useAction<RouteFields, unknown>(
    (body, key) =>
      own === null
        ? api.post('/routes', { body, key })
        : api.put(`/routes/${own.id}`, { body, ifMatch: own.rowVersion }),
    {
      stale: ROUTES_STALE,
      done: () => {
        say(way.routeSaved);
        close();
      },
    },
  );
  const words = { approve: ways.steps.approve, review: ways.steps.review, copyOf: way.copySuffix };
  return (
    <FormDialog<RouteFields>
      open
      close={close}
      title={own === null ? way.addRoute : way.editRoute}
      submit={common.save}
      form={form}
      initial={initialOf(route, words)}
      onFinish={({ stages, ...fields }) =>
        save.mutate({
          ...fields,
          stages: stages.map((stage) => ({ ...BLANK, ...stage, quorum: stage.quorum ?? null })),
        })
      }
      pending={save.isPending}
      error={save.error}
      width={860}
      keep
    >
      <p className="quiet">{way.routesNote}</p>
      <div className="field-grid">
        <Form.Item name="name" label={way.routeName} rules={useRequired()}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="documentKinds" label={way.kinds}>
          <Select mode="multiple" placeholder={way.allKinds} options={choices(documents.kinds)} />
        </Form.Item>
      </div>
      <Stages />
    </FormDialog>
  );
}
