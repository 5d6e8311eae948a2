import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './lib/server/db/schema/*.ts',
  out: './lib/server/db/migrations',
  migrations: { prefix: 'index' },
});
