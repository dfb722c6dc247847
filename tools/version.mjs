// The version of the product stands in Cargo.toml alone.
import { readFileSync } from 'node:fs';

export const version = () => /^version = "([^"]+)"$/m.exec(readFileSync('Cargo.toml', 'utf8'))[1];
