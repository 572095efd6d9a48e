import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Proposals for a citation that names no text of the register without doubt. */
export class LegalRegisterNearTexts1763860310004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Texts that a citation may mean when none is certain: the same number first, then what is spelled alike.
      create function legal_register.near_texts(p_kind text, p_key text, p_issuer text, p_day date, p_year integer,
          p_rejected uuid[])
        returns table (text_id uuid, number_symbol text, issuer text, issued_on date, title text)
        language sql stable parallel safe as $$
          select s.id, s.number_symbol, s.issuer, s.issued_on, s.title
            from (
              select distinct on (coalesce(t.merged_into, t.id)) coalesce(t.merged_into, t.id) as id, n.likeness
                from (
                  select t.id, public.similarity(t.number_key, p_key) + (t.number_key = p_key)::integer
                         + (t.issued_on = p_day)::integer * 0.3 + (t.issuer_key = p_issuer)::integer * 0.2 as likeness
                    from legal_register.legal_text t
                   where p_kind = 'number' and t.number_key operator(public.%) p_key
                     and public.similarity(t.number_key, p_key) >= 0.6
                  union all
                  select a.text_id, public.similarity(a.name_key, p_key) + (a.year = p_year)::integer * 0.3
                    from legal_register.text_alias a
                   where p_kind = 'name' and a.withdrawn_at is null and a.name_key operator(public.%) p_key
                     and public.similarity(a.name_key, p_key) >= 0.6) n
                join legal_register.legal_text t on t.id = n.id and t.state <> 'withdrawn'
               order by coalesce(t.merged_into, t.id), n.likeness desc nulls last) near
            join legal_register.legal_text s on s.id = near.id and s.id <> all (p_rejected)
             and (s.state = 'confirmed' or s.steward_agency_id = (select app.agency_id()))
           order by near.likeness desc nulls last, (s.state = 'confirmed') desc, s.issued_on desc, s.id
           limit 3
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function legal_register.near_texts(text, text, text, date, integer, uuid[])');
  }
}
