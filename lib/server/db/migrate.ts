import 'server-only';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url));

export class MigrationError extends Error {}

/**
 * Brings the database to this version of the schema, one transaction a file, in the order of their
 * names. Several may start together: the table lock lets one at a time in. Answers the names it
 * applied. A file that was applied with other content is an error: write a new one instead.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(
      `create table if not exists schema_migrations (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    const applied: string[] = [];
    for (const file of readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql'))
      .sort()) {
      if (await apply(client, file)) applied.push(file);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function apply(client: Client, file: string): Promise<boolean> {
  const content = readFileSync(join(FOLDER, file), 'utf8');
  const checksum = createHash('sha256').update(content).digest('hex');
  await client.query('begin');
  try {
    await client.query('lock table schema_migrations in exclusive mode');
    const known = await client.query<{ checksum: string }>(
      'select checksum from schema_migrations where name = $1',
      [file],
    );
    const before = known.rows[0]?.checksum;
    if (before !== undefined && before !== checksum) {
      throw new MigrationError(`${file} was applied with other content; write a new migration`);
    }
    if (before === undefined) {
      for (const statement of content.split('--> statement-breakpoint')) {
        if (statement.trim() !== '') await client.query(statement);
      }
      await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
        file,
        checksum,
      ]);
    }
    await client.query('commit');
    return before === undefined;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
