import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type SqlValue } from './transaction';

/**
 * Reads for the public site: one statement each, of no agency, under a role that sees the schema `portal` alone.
 * Under any other role the policies of that schema show nothing.
 */
@Injectable()
export class PublicReads {
  constructor(private readonly dataSource: DataSource) {}

  async query<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, [...values]);
  }

  /** The first row, or null. */
  async one<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row | null> {
    const rows = await this.query<Row>(sql, values);
    return rows[0] ?? null;
  }
}
