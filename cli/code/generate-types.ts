import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTypes } from './read-types';

// Writes types.json, by which programs are written in words of the props: run it when a file of src/options has changed.
const types = readTypes(join(__dirname, '..', '..', 'src', 'options'), 'UserPoolSettingsOptions');
writeFileSync(join(__dirname, 'types.json'), `${JSON.stringify(types, null, 2)}\n`);
