import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Settings of a transaction as functions, text folding, and the tables of messages. */
export class PlatformBase1763860000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke all on schema public from public;
      grant usage on schema public to public;
      create schema app;
      grant usage on schema app to iso_app, iso_worker, iso_portal, iso_definer, iso_backup;

      create function app.agency_id() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.agency_id', true), '')::uuid $$;
      create function app.readable() returns uuid[] language sql stable parallel safe
        as $$ select coalesce(nullif(current_setting('app.readable', true), '')::uuid[], '{}'::uuid[]) $$;
      create function app.person_id() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
      create function app.path() returns public.ltree language sql stable parallel safe
        as $$ select nullif(current_setting('app.path', true), '')::public.ltree $$;
      -- unaccent() is only stable because its dictionary could change; ours is the shipped one, so an index may rest on it.
      create function app.fold(value text) returns text language sql immutable strict parallel safe
        as $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc))) $$;
      -- A date of law is a date in Viet Nam, wherever the server stands.
      create function app.today() returns date language sql stable parallel safe
        as $$ select (now() at time zone 'Asia/Ho_Chi_Minh')::date $$;

      create schema platform;
      grant usage on schema platform to iso_app, iso_worker, iso_definer, iso_backup;

      create table platform.outbox_message (
        agency_id uuid not null,
        id uuid not null,
        name text not null,
        payload jsonb not null,
        correlation_id text not null,
        occurred_at timestamptz not null default clock_timestamp(),
        state text not null default 'pending' check (state in ('pending', 'dispatched', 'parked')),
        claimed_until timestamptz,
        attempts integer not null default 0,
        dispatched_at timestamptz,
        parked_reason text,
        primary key (agency_id, id)
      );
      create index outbox_pending on platform.outbox_message (occurred_at) where state = 'pending';
      ${tenantTable('platform.outbox_message', { claimedByWorker: true })};

      create table platform.inbox_message (
        agency_id uuid not null,
        consumer text not null,
        message_id uuid not null,
        fence integer not null,
        handled_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, consumer, message_id)
      );
      ${tenantTable('platform.inbox_message', { claimedByWorker: true })};

      create table platform.failed_message (
        agency_id uuid not null,
        consumer text not null,
        message_id uuid not null,
        name text not null,
        reason text not null,
        attempts integer not null,
        failed_at timestamptz not null default clock_timestamp(),
        state text not null default 'failed' check (state in ('failed', 'retried')),
        primary key (agency_id, consumer, message_id)
      );
      ${tenantTable('platform.failed_message', { claimedByWorker: true })};

      create table platform.idempotency (
        agency_id uuid not null,
        person_id uuid not null,
        key text not null check (length(key) <= 200),
        request text not null,
        result jsonb,
        created_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, person_id, key)
      );
      create index idempotency_age on platform.idempotency (agency_id, created_at);
      ${tenantTable('platform.idempotency', { deletable: true })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade; drop schema app cascade');
  }
}
