"""What all tests share: where the repository lies, and property tests that try the same cases each time."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("readout", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("readout")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def example_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one finished run of the workflow on the example corpus."""
    from running import snakemake

    folder = tmp_path_factory.mktemp("example")
    snakemake("--directory", str(folder))
    return folder
