import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type ReminderRuleLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from '../administration/administration-head';
import { DeadlineRulesPart } from './deadline-rules';
import { PolicyPart } from './policy-part';
import { RuleDialog } from './rule-dialog';

function Rule({
  rule,
  edit,
  maySet,
}: {
  rule: ReminderRuleLine;
  edit: () => void;
  maySet: boolean;
}): ReactElement {
  const { reminders, common } = useText();
  const kinds: Record<string, string> = reminders.kinds;
  const giveBack = useAction<null, unknown>(
    (_, key) =>
      api.post('/reminder-rules/return', {
        body: { kind: rule.kind, basedOn: rule.ownVersion, reason: reminders.giveBack },
        key,
      }),
    { stale: ['/reminder-rules'], done: () => say(reminders.givenBack) },
  );
  const levels = rule.escalation.map(
    ({ afterDays, to }) => `${reminders.levels[to]}: ${reminders.afterDays(afterDays)}`,
  );
  return (
    <article className="panel panel-pad gap-below">
      <div className="page-head-line">
        <div>
          <h2>{kinds[rule.kind] ?? rule.kind}</h2>
          <p className="quiet">
            {reminders.running(rule.running)}
            {rule.setBy === null ? '' : ` · ${reminders.setByOn(rule.setBy, formatInstant(rule.setAt))}`}
          </p>
        </div>
        <div className="page-actions">
          <Chip tone={rule.level === 'shipped' ? 'grey' : 'blue'}>{reminders.ruleLevels[rule.level]}</Chip>
          {maySet ? (
            <Button size="small" onClick={edit}>
              {reminders.edit}
            </Button>
          ) : null}
          {maySet && rule.isOwn ? (
            <Popconfirm
              title={reminders.giveBack}
              okText={reminders.giveBack}
              cancelText={common.cancel}
              onConfirm={() => giveBack.mutate(null)}
            >
              <Button size="small" loading={giveBack.isPending}>
                {reminders.giveBack}
              </Button>
            </Popconfirm>
          ) : null}
        </div>
      </div>
      {giveBack.error === null ? null : <ProblemNotice error={giveBack.error} title={common.error.action} />}
      <Facts
        facts={[
          [
            reminders.stages,
            `${rule.stages.map(reminders.stage).join(', ')}; ${reminders.repeats(rule.repeatDays)}`,
          ],
          [reminders.escalation, levels.length === 0 ? reminders.nobodyHears : levels.join('; ')],
          ...(rule.reason === null ? [] : ([[reminders.reason, rule.reason]] as [string, string][])),
        ]}
      />
    </article>
  );
}

/** Stages and escalation of reminders as data (R19). */
export function RulesScreen(): ReactElement {
  const { reminders } = useText();
  const maySet = useOpens('setReminderRules');
  const [edited, setEdited] = useState<ReminderRuleLine | null>(null);
  const rules = useQuery({
    queryKey: ['/reminder-rules'],
    queryFn: ({ signal }) => api.get<ReminderRuleLine[]>('/reminder-rules', signal),
  });
  return (
    <>
      <AdministrationHead note={reminders.rulesNote} />
      <QueryView query={rules}>
        {(lines) =>
          lines.map((rule) => (
            <Rule key={rule.kind} rule={rule} maySet={maySet} edit={() => setEdited(rule)} />
          ))
        }
      </QueryView>
      <DeadlineRulesPart />
      <PolicyPart />
      {edited === null ? null : <RuleDialog rule={edited} close={() => setEdited(null)} />}
    </>
  );
}
