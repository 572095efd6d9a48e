import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type LegalTextDetail, type LegalTextFields, type LegalTextLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { foldAccents } from '~/ui/fold';
import { FormDialog } from '~/ui/form-dialog';
import { TextIdentityFields, type TextIdentity } from './text-fields';

interface TargetFieldProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
  /** Texts whose words are known already: those that a record names. */
  known?: readonly Known[];
}

export type Known = Pick<LegalTextLine, 'id' | 'numberSymbol' | 'title'>;

function labelOf(line: Known): string {
  return `${line.numberSymbol} ${line.title}`;
}

/** What begins with the typed words stands before what only mentions them. */
function nearestFirst(lines: readonly Known[], typed: string): Known[] {
  const start = foldAccents(typed);
  const distance = (line: Known): number =>
    foldAccents(line.title).startsWith(start) || foldAccents(line.numberSymbol).startsWith(start) ? 0 : 1;
  return [...lines].sort((a, b) => distance(a) - distance(b));
}

interface CreateTargetProps {
  typed: string;
  open: boolean;
  close: () => void;
  created: (text: LegalTextDetail) => void;
}

function CreateTarget({ typed, open, close, created }: CreateTargetProps): ReactElement {
  const { legal } = useText();
  const [form] = Form.useForm<TextIdentity>();
  const create = useAction<TextIdentity, LegalTextDetail>(
    (values, key) => {
      const body: LegalTextFields = {
        ...values,
        effectiveOn: values.effectiveOn,
        aliases: [],
        relations: [],
      };
      return api.post('/legal-texts', { body, key });
    },
    {
      stale: ['/legal-texts'],
      done: (text) => {
        created(text);
        close();
      },
    },
  );
  return (
    <FormDialog<TextIdentity>
      open={open}
      close={close}
      title={legal.targetTitle}
      submit={legal.save}
      form={form}
      initial={{ numberSymbol: /\d/.test(typed) ? typed : '', effectiveOn: null }}
      onFinish={(values) => create.mutate({ ...values, effectiveOn: values.effectiveOn ?? null })}
      pending={create.isPending}
      error={create.error}
      width={680}
    >
      <TextIdentityFields />
    </FormDialog>
  );
}

/** Finds a text of the register as one types, without accents; one that is missing is recorded on the spot. */
export function TargetField({ id, value, onChange, known = [] }: TargetFieldProps): ReactElement {
  const { legal } = useText();
  const [typed, setTyped] = useState('');
  const [creating, setCreating] = useState(false);
  const [chosen, setChosen] = useState<Known | null>(known.find((each) => each.id === value) ?? null);
  const words = typed.trim();
  const found = useQuery({
    queryKey: ['/legal-texts', 'choose', words],
    queryFn: ({ signal }) =>
      api.get<Page<LegalTextLine>>(withQuery('/legal-texts', { q: words, limit: 20 }), signal),
    placeholderData: (before) => before,
  });
  const lines = nearestFirst(found.data?.items ?? [], words);
  const shown = chosen === null || lines.some((line) => line.id === chosen.id) ? lines : [chosen, ...lines];
  const choose = (line: Known): void => {
    setChosen(line);
    onChange?.(line.id);
  };
  return (
    <>
      <Select
        id={id}
        value={value}
        placeholder={legal.targetSearch}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        options={shown.map((line) => ({ value: line.id, label: labelOf(line) }))}
        onChange={(next: string) => {
          const line = shown.find((each) => each.id === next);
          if (line !== undefined) choose(line);
        }}
        notFoundContent={
          <div className="not-found">
            <span>{legal.targetNone}</span>
            <Button
              type="link"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setCreating(true)}
            >
              {legal.createTarget}
            </Button>
          </div>
        }
      />
      <CreateTarget typed={words} open={creating} close={() => setCreating(false)} created={choose} />
    </>
  );
}
