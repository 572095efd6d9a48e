import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type ReactElement } from 'react';
import { api, newKey } from '~/api/client';
import { type PrintView } from '~/api/types';
import { useText } from '~/app/preferences';
import { fetchFile } from './download';
import { Icon } from './icon';
import { describeProblem } from './problem-notice';
import { say } from './toast';

export interface PrintableForm {
  key: string;
  label: string;
  /** Address of the .docx. */
  docx: string;
  /** Where a PDF is asked for, and with what. */
  print: { path: string; body: unknown };
}

const PATIENCE = 60;

/** Asks the worker for the PDF and waits for it; the page stays usable meanwhile. */
async function printed({ path, body }: PrintableForm['print']): Promise<boolean> {
  let print = await api.post<PrintView>(path, { body, key: newKey() });
  for (let asked = 0; print.state === 'waiting' && asked < PATIENCE; asked += 1) {
    await new Promise((resolve) => window.setTimeout(resolve, 1_000));
    print = await api.get<PrintView>(`/prints/${print.id}`);
  }
  if (print.state !== 'ready') return false;
  await fetchFile('GET', `/prints/${print.id}/file`, print.fileName);
  return true;
}

/** A list as .xlsx, beside its forms. */
export interface TakenSheet {
  path: string;
  name: string;
}

interface PrintMenuProps {
  forms: readonly PrintableForm[];
  sheet?: TakenSheet;
}

/** Each form as Word and as PDF, and the list as .xlsx, in two clicks. */
export function PrintMenu({ forms, sheet }: PrintMenuProps): ReactElement {
  const text = useText();
  const { issuing } = text;
  const print = useMutation({
    mutationFn: printed,
    onSuccess: (made) => {
      if (!made) say(issuing.printFailed, 'failed');
    },
    onError: (error) => say(describeProblem(error, text), 'failed'),
  });
  const word = useMutation({
    mutationFn: async ({ docx, label }: PrintableForm) => fetchFile('GET', docx, `${label}.docx`),
    onError: (error) => say(describeProblem(error, text), 'failed'),
  });
  const take = useMutation({
    mutationFn: async ({ path, name }: TakenSheet) => fetchFile('GET', path, name),
    onError: (error) => say(describeProblem(error, text), 'failed'),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(sheet === undefined
            ? []
            : [{ key: 'xlsx', label: text.forms.sheet, onClick: () => take.mutate(sheet) }]),
          ...forms.flatMap((form) => [
            { key: `${form.key}.docx`, label: `${form.label} (.docx)`, onClick: () => word.mutate(form) },
            {
              key: `${form.key}.pdf`,
              label: issuing.asPdf(form.label),
              onClick: () => print.mutate(form.print),
            },
          ]),
        ],
      }}
    >
      <Button
        icon={<Icon name="download" size={16} />}
        loading={print.isPending || word.isPending || take.isPending}
      >
        {print.isPending ? issuing.printing : issuing.print}
      </Button>
    </Dropdown>
  );
}
