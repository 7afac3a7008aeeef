"""Runs apps one after the other in one process: loading the CDK takes more than ten seconds, an app a part of one.

Each app gets a fresh namespace and its own constructs; what it wrote is moved to the folder that is named beside it.
"""

import json
import os
import pathlib
import runpy
import sys
import time
import traceback

shared = pathlib.Path(os.environ["CDK_OUTDIR"])

for app, outdir in json.loads(sys.argv[1]):
    start = time.monotonic()
    failure = None
    try:
        runpy.run_path(app, run_name="__main__")
    except BaseException:
        failure = traceback.format_exc()
    for template in shared.glob("*.template.json"):
        template.rename(pathlib.Path(outdir) / template.name)
    print("result " + json.dumps({"app": app, "seconds": time.monotonic() - start, "failure": failure}), flush=True)
