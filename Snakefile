"""Readout, from a folder of articles to a report: the stages in the order in which data walks through them."""

import shlex
import sys

from snakemake.utils import min_version, validate

# Snakemake writes the interpreter's path into a shell command as it is: a folder with a space in its name would break it.
sys.executable = shlex.quote(sys.executable)
sys.path.insert(0, f"{workflow.basedir}/scripts")

from readout.plan.plan import plan

min_version("9.20")


configfile: f"{workflow.basedir}/config/config.yaml"


validate(config, f"{workflow.basedir}/workflow/schemas/config.schema.yaml")

PLAN = plan(config, home=workflow.basedir)


wildcard_constraints:
    shard=r"[a-z0-9-]+",


include: "workflow/rules/pack.smk"
include: "workflow/rules/ingest.smk"
include: "workflow/rules/segment.smk"
include: "workflow/rules/tag.smk"
include: "workflow/rules/date.smk"
include: "workflow/rules/signals.smk"
include: "workflow/rules/dedupe.smk"
include: "workflow/rules/link.smk"
include: "workflow/rules/quote.smk"
include: "workflow/rules/fidelity.smk"
include: "workflow/rules/coding.smk"
include: "workflow/rules/frame.smk"
include: "workflow/rules/score.smk"
include: "workflow/rules/aggregate.smk"
include: "workflow/rules/report.smk"


rule all:
    """The database, the tables and the report."""
    default_target: True
    input:
        PLAN.targets,


onstart:
    PLAN.announce()


onsuccess:
    PLAN.conclude()
