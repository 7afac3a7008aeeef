import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const release = readFileSync(join(__dirname, '..', '..', '.github', 'workflows', 'release.yml'), 'utf8');

/** The text of a job, up to the next one. */
function jobOf(name: string): string {
  return release.split(/^ {2}(?=\w+:$)/m).find((part) => part.startsWith(`${name}:`)) ?? '';
}

test('npm is as new as trusted publishing asks for', () => {
  expect(jobOf('release_npm')).toMatch(/uses: actions\/setup-node@\S+\n +with:\n +node-version: "24"/);
});

test('npm publishes with provenance, to the registry that it has by default', () => {
  expect(jobOf('release_npm')).toContain('NPM_CONFIG_PROVENANCE: "true"');
  expect(jobOf('release_npm')).not.toContain('NPM_REGISTRY');
});

test('no job has a token of a registry that can trust the workflow', () => {
  for (const job of ['release_npm', 'release_pypi', 'release_nuget']) {
    expect(jobOf(job)).toContain('id-token: write');
    expect(jobOf(job)).not.toMatch(/secrets\.\w*(TOKEN|PASSWORD|KEY)\b/);
  }
});

test('a person starts a release, and another one may have to approve it', () => {
  expect(release).not.toMatch(/^ {2}(push|schedule):/m);
  for (const registry of ['npm', 'maven', 'pypi', 'nuget', 'golang']) {
    expect(jobOf(`release_${registry}`)).toContain('environment: release');
  }
});
