import { join } from 'node:path';
import { foldersIn } from '../examples';
import { oneByOne, type Language } from '../language';
import { run } from '../processes';

export const go: Language = {
  name: 'go',
  tools: ['go', 'node'],
  async synthesize(workshop, examples) {
    const { dist, tell } = workshop;
    const [packageName] = foldersIn(join(dist, 'go'));
    const packageFolder = join(dist, 'go', packageName);
    const moduleName = (await run('go', ['list', '-m'], { cwd: packageFolder, env: NO_VCS, seconds: 60 })).trim();
    tell(`${moduleName} is taken from the built package`);
    return oneByOne(workshop, examples, async ({ folder: cwd, intent }, outdir) => {
      await run('go', ['mod', 'edit', '-replace', `${moduleName}=${packageFolder}`], { cwd, seconds: 60 });
      await run('go', ['mod', 'tidy'], { cwd, env: NO_VCS, seconds: 300 });
      const complaints = await run('go', ['vet', './...'], { cwd, env: NO_VCS, seconds: 600 });
      tell(complaints.trim() === '' ? `go vet has no complaint about ${intent}` : complaints);
      await run('go', ['run', '.'], { cwd, env: { ...NO_VCS, CDK_OUTDIR: outdir }, seconds: 600 });
    });
  },
};

const NO_VCS = { GOFLAGS: '-buildvcs=false' };
