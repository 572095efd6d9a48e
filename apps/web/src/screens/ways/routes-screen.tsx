import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Fragment, type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type RouteStageFields, type RouteView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { Icon } from '~/ui/icon';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from '../administration/administration-head';
import { RouteDialog, ROUTES_STALE } from './route-dialog';
import './ways.css';

function stageWords(stage: RouteStageFields, text: Dictionary): string {
  const { kind, who, quorum, inSequence, isOptional, days } = stage;
  const { way, ways } = text;
  // Approval is one person's: nothing to count, nothing to put in order.
  const together =
    kind === 'approve' ? [] : [inSequence ? ways.inSequence : way.sideBySide, ways.quorum(quorum)];
  return [way.whos[who], isOptional ? ways.optional : null, ...together, ways.days(days)]
    .filter(Boolean)
    .join(' · ');
}

/** The stages as a person follows them: from left to right on a desk, downwards on a phone. */
function Drawing({ route }: { route: RouteView }): ReactElement {
  const text = useText();
  return (
    <ol className="way-drawing" aria-label={text.way.stages}>
      {route.stages.map((stage, index) => (
        <Fragment key={index}>
          {index === 0 ? null : (
            <li className="way-arrow" aria-hidden="true">
              <Icon name="right" size={16} />
            </li>
          )}
          <li className={stage.isOptional ? 'way-stage way-stage-optional' : 'way-stage'}>
            <strong>{text.ways.stage(index + 1, stage.name)}</strong>
            <span>{text.ways.steps[stage.kind]}</span>
            <span className="quiet">{stageWords(stage, text)}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

function Route({
  route,
  edit,
  maySet,
}: {
  route: RouteView;
  edit: () => void;
  maySet: boolean;
}): ReactElement {
  const { way, documents, common } = useText();
  const kinds: Record<string, string> = documents.kinds;
  const retire = useAction<null, unknown>(
    (_, key) => api.post(`/routes/${route.id}/retirement`, { body: {}, key }),
    { stale: ROUTES_STALE, done: () => say(way.retired) },
  );
  const served = route.documentKinds.map((kind) => kinds[kind] ?? kind).join(', ');
  return (
    <article className="panel panel-pad">
      <div className="page-head-line">
        <div>
          <h2>{route.name}</h2>
          <p className="quiet">{served === '' ? way.allKinds : served}</p>
        </div>
        <div className="page-actions">
          <Chip tone={route.isShipped ? 'grey' : 'blue'}>{route.isShipped ? way.shipped : way.own}</Chip>
          {maySet ? (
            <Button size="small" onClick={edit}>
              {route.isShipped ? way.copyRoute : common.edit}
            </Button>
          ) : null}
          {maySet && !route.isShipped ? (
            <Popconfirm
              title={way.retireTitle}
              description={way.retireNote}
              okText={way.retire}
              cancelText={common.cancel}
              onConfirm={() => retire.mutate(null)}
            >
              <Button size="small" danger loading={retire.isPending}>
                {way.retire}
              </Button>
            </Popconfirm>
          ) : null}
        </div>
      </div>
      {retire.error === null ? null : <ProblemNotice error={retire.error} title={common.error.action} />}
      <Drawing route={route} />
    </article>
  );
}

/** Tuyến trình duyệt by kind of document; what runs keeps its own copy (RI-18). */
export function RoutesScreen(): ReactElement {
  const { way } = useText();
  const maySet = useOpens('routes');
  const [edited, setEdited] = useState<RouteView | 'new' | null>(null);
  const routes = useQuery({
    queryKey: ['/routes'],
    queryFn: ({ signal }) => api.get<RouteView[]>('/routes', signal),
  });
  return (
    <>
      <AdministrationHead
        note={way.routesNote}
        actions={
          maySet ? (
            <Button type="primary" onClick={() => setEdited('new')}>
              {way.addRoute}
            </Button>
          ) : null
        }
      />
      <QueryView query={routes}>
        {(all) => (
          <div className="way-list">
            {all.map((route) => (
              <Route key={route.id} route={route} maySet={maySet} edit={() => setEdited(route)} />
            ))}
          </div>
        )}
      </QueryView>
      {edited === null ? null : (
        <RouteDialog route={edited === 'new' ? null : edited} close={() => setEdited(null)} />
      )}
    </>
  );
}
