import { migrate } from '@/lib/server/db/migrate';

const url = process.env.DATABASE_URL || process.env.EMBEDDED_DATABASE_URL;
if (!url) throw new Error('DATABASE_URL is missing');
try {
  const applied = await migrate(url);
  process.send?.({ applied });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
