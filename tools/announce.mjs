// Waits until the address answers, and prints it.
import { setTimeout as pause } from 'node:timers/promises';

const address = process.argv[2];
while (!(await fetch(address).then((response) => response.ok, () => false))) await pause(250);
console.log(`serve ${address} is ready (stop with Ctrl-C)`);
