import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Công khai nội bộ, or hạn chế: to units and roles (DI-16). Versions carry it, so that lists ask no second table. */
export class DocumentsClassification1763860160002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table documents.document
        add column reading_units uuid[],
        add column reading_roles text[],
        add constraint document_reading_both check ((reading_units is null) = (reading_roles is null));
      -- Null: everybody in the agency.
      alter table documents.version add column reading_units uuid[], add column reading_roles text[];

      -- A new version is as restricted as its document, whoever inserts it.
      create function documents.inherit_reading() returns trigger language plpgsql as $$
        begin
          select d.reading_units, d.reading_roles into new.reading_units, new.reading_roles
            from documents.document d where d.agency_id = new.agency_id and d.id = new.document_id;
          return new;
        end $$;
      create trigger inherits_reading before insert on documents.version
        for each row execute function documents.inherit_reading();

      -- Asked only of restricted versions: "reading_units is null or documents.may_read(…)".
      create function documents.may_read(p_agency uuid, p_version uuid, p_units uuid[], p_roles text[])
        returns boolean language sql stable as $$
        select app.person_id() is null
          or exists (select from identity.pub_membership m
              where m.agency_id = app.agency_id() and m.person_id = app.person_id() and m.valid @> app.today()
                and (m.unit_id = any (p_units) or m.roles && (p_roles || array['secretary', 'head'])))
          or exists (select from documents.version v
              where v.agency_id = p_agency and v.id = p_version and app.person_id() in (v.drafter_id, v.uploader_id))
          or exists (select from documents.route_step s
              where s.agency_id = p_agency and s.version_id = p_version and s.assignee_id = app.person_id())
          or exists (select from documents.reader r
              where r.agency_id = app.agency_id() and r.version_id = p_version and r.person_id = app.person_id()
                and r.state <> 'cancelled')
        $$;
      grant execute on function documents.may_read(uuid, uuid, uuid[], text[]) to iso_app, iso_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function documents.may_read(uuid, uuid, uuid[], text[]);
      drop trigger inherits_reading on documents.version;
      drop function documents.inherit_reading();
      alter table documents.version drop column reading_units, drop column reading_roles;
      alter table documents.document drop column reading_units, drop column reading_roles;
    `);
  }
}
