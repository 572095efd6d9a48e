import { type ReactElement } from 'react';
import { type LegalRelation, type LegalTextDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { RowLink } from '~/ui/row-link';

type Act = Pick<LegalRelation, 'partly' | 'provisions' | 'effectiveOn' | 'transition' | 'note'>;

/** How far an act goes, from when, and what is said of the time between. */
function ActWords({ act, title }: { act: Act; title: string | null }): ReactElement {
  const { legal, register } = useText();
  const how = act.provisions ?? (act.partly ? legal.partly : null);
  const when = act.effectiveOn === null ? null : register.from(formatDay(act.effectiveOn));
  return (
    <>
      <p className="quiet">{[how, when, act.note].filter((part) => part !== null).join(' · ')}</p>
      {title === null ? null : <p className="quiet">{title}</p>}
      {act.transition === null ? null : (
        <p className="quiet prose">
          {register.transition}: {act.transition}
        </p>
      )}
    </>
  );
}

export function Relations({ text }: { text: LegalTextDetail }): ReactElement {
  const { legal, register } = useText();
  return (
    <section className="panel panel-pad">
      <h2>{legal.relations}</h2>
      {text.relations.length + text.awaited.length === 0 ? (
        <p className="quiet">{legal.noRelations}</p>
      ) : null}
      <ul className="line-list">
        {text.relations.map((relation) => (
          <li key={`${relation.kind}-${relation.direction}-${relation.textId}`}>
            <p>
              {relation.direction === 'to'
                ? legal.relationKinds[relation.kind]
                : legal.relationFrom[relation.kind]}
              : <RowLink href={`/legal-texts/${relation.textId}`}>{relation.numberSymbol}</RowLink>
              {relation.confirmed ? null : <span className="known known-not"> {legal.unconfirmed}</span>}
            </p>
            <ActWords act={relation} title={relation.title} />
          </li>
        ))}
        {text.awaited.map((awaited) => (
          <li key={`awaited-${awaited.kind}-${awaited.numberSymbol}`}>
            <p>
              {legal.relationKinds[awaited.kind]}: <strong>{awaited.numberSymbol}</strong>
              <span className="known known-not"> {register.awaited}</span>
            </p>
            <ActWords act={awaited} title={null} />
          </li>
        ))}
      </ul>
      <AwaitedBy text={text} />
    </section>
  );
}

function AwaitedBy({ text }: { text: LegalTextDetail }): ReactElement | null {
  const { legal, register } = useText();
  const waiting = text.awaitedBy.filter(
    (each) => !text.relations.some(({ textId, kind }) => textId === each.textId && kind === each.kind),
  );
  if (waiting.length === 0) return null;
  return (
    <>
      <h3>{register.awaitedBy}</h3>
      <ul className="line-list">
        {waiting.map((each) => (
          <li key={`${each.textId}-${each.kind}`}>
            <p>
              {legal.relationFrom[each.kind]}:{' '}
              <RowLink href={`/legal-texts/${each.textId}`}>{each.numberSymbol}</RowLink>
            </p>
            {each.mine ? <p className="quiet">{register.awaitedByHint}</p> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Articles({ text }: { text: LegalTextDetail }): ReactElement | null {
  const { legal, register } = useText();
  if (text.articles.length === 0) return null;
  return (
    <section className="panel panel-pad">
      <h2>{register.articles}</h2>
      <ul className="line-list">
        {text.articles.map((article) => (
          <li key={article.label}>
            <p>
              <strong>{article.label}.</strong> {article.title}
            </p>
            {article.touched.map((touch) => (
              <p key={`${touch.kind}-${touch.by}`} className="known known-not">
                {register.touched(legal.relationFrom[touch.kind], touch.by, formatDay(touch.effectiveOn))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
