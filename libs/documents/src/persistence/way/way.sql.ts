/** The steps of version `v`, in the order in which they follow one another. */
export const STEPS_OF_VERSION = `(select jsonb_agg(jsonb_build_object('id', s.id, 'round', s.round, 'stepNo', s.step_no,
      'stage', s.stage, 'stageName', s.stage_name, 'kind', s.kind, 'inSequence', s.in_sequence, 'quorum', s.quorum,
      'days', s.days, 'assigneeId', s.assignee_id, 'assigneeName', s.assignee_name, 'state', s.state, 'since', s.since,
      'decidedAt', s.decided_at, 'takenById', s.taken_by_id, 'takenByName', s.taken_by_name, 'comment', s.comment)
      order by s.round, s.stage, s.step_no, s.decided_at nulls last)
     from documents.route_step s where s.agency_id = v.agency_id and s.version_id = v.id)`;

/** For whom the caller may act today, and at which stations (G12). */
export const MANDATES_OF_CALLER = `coalesce((select jsonb_agg(jsonb_build_object('personId', m.from_person_id,
      'covers', m.scope))
     from organization.pub_delegation_today m
    where m.agency_id = v.agency_id and m.to_person_id = (select app.person_id())), '[]')`;

/** Every account of the human being who drafted version `v`: a second account is no second person (R3). */
export const DRAFTER_ACCOUNTS = `coalesce((select jsonb_agg(other.person_id)
     from identity.pub_membership own join identity.pub_membership other
       on other.agency_id = own.agency_id and lower(btrim(other.email)) = lower(btrim(own.email))
    where own.agency_id = v.agency_id and own.person_id = v.drafter_id), '[]')`;

/** Who holds version `v` now: the stations that wait, several when people are asked at once. */
export const CURRENT_STEPS = `left join lateral (
    select min(c.kind) as kind, string_agg(c.assignee_name, ', ' order by c.step_no) as assignee_name,
           min(c.since) as since
      from documents.route_step c
     where c.agency_id = v.agency_id and c.version_id = v.id and c.state = 'current') s on true`;
