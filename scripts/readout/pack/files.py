"""The YAML files of the domain pack, of the languages and of the gold data."""

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml reads the same ten times as fast; PyYAML may have been built without it."""


def read_yaml(file: str | Path) -> Any:
    """What a file in UTF-8 says, None where it is empty. yaml.YAMLError where it is no YAML."""
    return yaml.load(Path(file).read_text(encoding="utf-8"), Loader=_LOADER)
