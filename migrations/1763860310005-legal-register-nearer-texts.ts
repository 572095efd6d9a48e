import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A number of another year names another text: it is no proposal, however alike it looks. */
export class LegalRegisterNearerTexts1763860310005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Texts that a citation may mean when none is certain: the same number first, then what is spelled alike;
      -- another number or another year is another text.
      create or replace function legal_register.near_texts(p_kind text, p_key text, p_issuer text, p_day date, p_year integer,
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
                     and public.similarity(t.number_key, p_key) >= 0.5
                     -- 01/2020 and 01/2022 are two texts, and so are 02/2020 and 04/2020, unless body and day say otherwise.
                     and ((split_part(t.number_key, '/', 1) = split_part(p_key, '/', 1)
                           and coalesce(substring(t.number_key from '/((?:19|20)\\d\\d)/')
                             = substring(p_key from '/((?:19|20)\\d\\d)/'), true))
                       or (t.issued_on = p_day and t.issuer_key = p_issuer))
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

  async down(): Promise<void> {
    // What was proposed before was wrong; nothing depends on it.
    await Promise.resolve();
  }
}
