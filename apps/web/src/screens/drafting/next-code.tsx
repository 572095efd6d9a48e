import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { listOf } from '~/api/page';
import { type CodePatternView } from '~/api/types';
import { useText } from '~/app/preferences';
import { foldAccents } from '~/ui/fold';
import { type VersionValues } from './version-values';

/** The agency's own rule for this kind and lĩnh vực, else the one for all lĩnh vực. */
function ruleOf(
  patterns: readonly CodePatternView[],
  kind: string | undefined,
  series: string,
): CodePatternView | undefined {
  const ofKind = patterns.filter((pattern) => pattern.kind === kind);
  const own = ofKind.find(
    (pattern) => pattern.series !== '' && foldAccents(pattern.series) === foldAccents(series),
  );
  return own ?? ofKind.find((pattern) => pattern.series === '');
}

/** Offers the next code by the agency's rule (DI-02); what is read or typed stays until the person takes it. */
export function NextCode(): ReactElement | null {
  const { drafting } = useText();
  const form = Form.useFormInstance<VersionValues>();
  const [kind, series, code] = [
    Form.useWatch('kind', form),
    Form.useWatch('series', form)?.trim() ?? '',
    Form.useWatch('code', form)?.trim() ?? '',
  ];
  const patterns = useQuery({
    queryKey: ['/code-patterns'],
    queryFn: async ({ signal }) => listOf<CodePatternView>(await api.get('/code-patterns', signal)),
  });
  const next = ruleOf(patterns.data ?? [], kind, series)?.next;
  if (next === undefined || next === code) return null;
  return (
    <p className="next-code">
      <Button
        type="link"
        size="small"
        onClick={() => {
          form.setFieldValue('code', next);
        }}
      >
        {drafting.reading.useNextCode(next)}
      </Button>
    </p>
  );
}
