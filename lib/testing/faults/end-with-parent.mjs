/**
 * Runs a program that knows nothing of its parent, as who CHILD_IDENTITY says, and ends it (SIGQUIT)
 * when that is gone.
 */
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const identity = JSON.parse(process.env.CHILD_IDENTITY ?? '{}');
const child = spawn(command, args, { ...identity, stdio: ['ignore', 'inherit', 'inherit'] });
process.on('disconnect', () => child.kill('SIGQUIT'));
child.on('exit', (code) => process.exit(code ?? 1));
